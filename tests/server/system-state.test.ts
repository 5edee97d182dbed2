// What an admin is told of the installation is so.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { jobNames } from "@/domain/job";
import { setEnv } from "@/env";
import { uploadCapture } from "@/server/captures";
import { database } from "@/server/database";
import { startWorker } from "@/server/queue";
import { getSystemState } from "@/server/system-state";
import { attach, makeTeam, type Team } from "../cast";

let team: Team;
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "iltizam-system-"));
  setEnv({ DATA_DIR: directory });
  team = await makeTeam();
});
afterAll(() => rm(directory, { recursive: true, force: true }));

test("its version, its database and all migrations", async () => {
  const { version, database: store } = await getSystemState(team.admin);
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(Number.parseInt(store.version, 10)).toBeGreaterThanOrEqual(15);
  expect(store.size).toBeGreaterThan(1_000_000);
  expect(store.missing).toEqual([]);
  expect(store.latest).toMatch(/^\d{14}_/);
  const [latest] = await database().$queryRaw<{ id: string; name: string }[]>`
    UPDATE _prisma_migrations SET rolled_back_at = now()
    WHERE migration_name = ${store.latest} RETURNING id, migration_name AS name`;
  expect((await getSystemState(team.admin)).database.missing).toEqual([latest?.name]);
  await database().$executeRaw`UPDATE _prisma_migrations SET rolled_back_at = NULL WHERE id = ${latest?.id}`;
});

test("each kept file once, and the room that is left", async () => {
  const files = async () => (await getSystemState(team.admin)).files;
  expect(await files()).toMatchObject({ place: "folder", count: 0, size: 0 });
  await attach(team.analyst, team.commitments[0]?.id ?? "");
  const { id: evidenceId } = await database().evidence.findFirstOrThrow();
  for (const text of ["نص", "نص", "نص آخر"]) {
    await uploadCapture(team.analyst, { evidenceId, fileName: "source.txt", bytes: Buffer.from(text) });
  }
  const { count, size, room } = await files();
  expect({ count, size }).toEqual({ count: 2, size: Buffer.byteLength("نص") + Buffer.byteLength("نص آخر") });
  expect(room).toBeGreaterThan(0);
});

test("the workers that are alive, and the jobs of every kind", async () => {
  const queues = async () => (await getSystemState(team.admin)).queues;
  expect((await queues()).workers).toEqual([]);
  expect((await queues()).jobs.map(({ name }) => name)).toEqual(jobNames);
  const nothing = async () => {};
  const handlers = Object.fromEntries(jobNames.map((name) => [name, nothing])) as never;
  const stop = await startWorker(handlers, {});
  await expect.poll(async () => (await queues()).workers, { timeout: 20_000 }).toMatchObject([{ pid: process.pid }]);
  await stop();
  await expect.poll(async () => (await queues()).workers, { timeout: 20_000 }).toEqual([]);
});

test("the newest backup, and why nobody should rest on it", async () => {
  const backup = async () => (await getSystemState(team.admin)).backup;
  expect(await backup()).toEqual({ isNightly: false, last: null, warning: null });
  const folder = join(directory, "backups");
  setEnv({ BACKUP_DIR: folder });
  expect(await backup()).toEqual({ isNightly: true, last: null, warning: "none" });

  await mkdir(folder);
  await writeFile(join(folder, "iltizam-20200101T020000Z.tar.gz"), "…");
  expect(await backup()).toMatchObject({ last: { at: new Date("2020-01-01T02:00:00Z") }, warning: "late" });
  const name = `iltizam-${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}`;
  await writeFile(join(folder, `${name}-incomplete.tar.gz`), "…");
  expect(await backup()).toMatchObject({ warning: "incomplete" });
  await rm(join(folder, `${name}-incomplete.tar.gz`));
  await writeFile(join(folder, `${name}.tar.gz`), "what a backup holds");
  expect(await backup()).toMatchObject({ last: { name: `${name}.tar.gz`, size: 19 }, warning: null });
});
