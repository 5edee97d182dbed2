// Nightly backups: when one is due, what is kept, and what is never taken away.
import { readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { env, setEnv } from "@/env";
import { readBackup } from "@/server/backup/read-backup";
import { backUpNightly, findLastBackup, listBackups } from "@/server/backups";
import { database } from "@/server/database";
import { attach, makeTeam } from "../cast";
import { makeFolder } from "./backup/a-place";

let folder: string;
beforeEach(async () => {
  folder = await makeFolder();
  setEnv({ BACKUP_DIR: folder, BACKUP_KEEP: "3", DATA_DIR: await makeFolder() });
  await database().workspace.deleteMany();
});

const at = (time: string) => ({ now: new Date(time) });
const leave = (name: string, content = "earlier") => writeFile(join(folder, name), content);
const named = (date: string, mark = "") => `iltizam-${date.replaceAll("-", "")}T021100Z${mark}.tar.gz`;

test("none is made where nobody asked for it", async () => {
  setEnv({ BACKUP_DIR: "" });
  expect(await backUpNightly(at("2026-11-28T02:11:00Z"))).toBeNull();
  expect(await findLastBackup()).toBeNull();
});

test("one is made each night, the first at once, and one that was missed as soon as it can be", async () => {
  const made = async (time: string) => (await backUpNightly(at(time)))?.name ?? null;
  expect(await made("2026-11-27T15:11:00Z")).toBe("iltizam-20261127T151100Z.tar.gz");
  expect(await made("2026-11-28T01:59:00Z")).toBeNull();
  expect(await made("2026-11-28T02:11:00Z")).toBe("iltizam-20261128T021100Z.tar.gz");
  expect(await made("2026-11-28T03:11:00Z")).toBeNull();
  expect(await made("2026-11-29T01:11:00Z")).toBeNull();
  expect(await made("2026-11-29T09:11:00Z")).toBe("iltizam-20261129T091100Z.tar.gz");
});

test("it can be restored from, and is found without being opened", async () => {
  const made = await backUpNightly(at("2026-11-28T02:11:00Z"));
  const last = await findLastBackup();
  const path = join(folder, named("2026-11-28"));
  const { byteLength: size } = await readFile(path);
  expect(last).toEqual({ name: named("2026-11-28"), path, at: new Date("2026-11-28T02:11:00Z"), size, isWhole: true });
  expect(made).toEqual({ ...last, lost: 0 });
  expect((await readBackup(path)).contents.tables.length).toBeGreaterThan(30);
});

test("the newest are kept, as many as was asked for, and other files are left alone", async () => {
  for (const date of ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"]) await leave(named(date));
  await leave("mine.tar.gz");
  await backUpNightly(at("2026-11-28T02:11:00Z"));
  expect((await listBackups()).map(({ name }) => name)).toEqual(
    ["2026-11-28", "2026-11-26", "2026-11-25"].map((date) => named(date)),
  );
  expect(await readdir(folder)).toContain("mine.tar.gz");
});

test("a whole one stays until there is a newer whole one", async () => {
  const team = await makeTeam();
  const { citationId } = await attach(team.analyst, team.commitments[0]?.id as string);
  const { evidenceId } = await database().citation.findUniqueOrThrow({ where: { id: citationId } });
  const copy = {
    workspaceId: team.workspaceId,
    evidenceId,
    number: 1,
    origin: "UPLOADED",
    takenAt: new Date(),
  } as const;
  await database().capture.create({ data: { ...copy, mediaType: "text/plain", size: 1, sha256: "0".repeat(64) } });
  setEnv({ BACKUP_KEEP: "1" });
  await leave(named("2026-11-25"));
  await leave(named("2026-11-26", "-incomplete"));
  const made = await backUpNightly(at("2026-11-28T02:11:00Z"));
  expect(made).toMatchObject({ isWhole: false, lost: 1 });
  expect(await readdir(folder)).toEqual([named("2026-11-25"), named("2026-11-28", "-incomplete")]);
  await database().workspace.deleteMany();
  await backUpNightly(at("2026-11-29T02:11:00Z"));
  expect(await readdir(folder)).toEqual([named("2026-11-29")]);
});

test("one that fails leaves no half file, takes nothing away, and says why", async () => {
  for (const date of ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"]) await leave(named(date));
  const before = await readdir(folder);
  const giving = new AbortController();
  giving.abort(new Error("the worker stops"));
  await expect(backUpNightly({ ...at("2026-11-28T02:11:00Z"), signal: giving.signal })).rejects.toThrow();
  expect(await readdir(folder)).toEqual(before);
  await rm(folder, { recursive: true });
  await expect(backUpNightly(at("2026-11-28T02:11:00Z"))).rejects.toThrow(env().BACKUP_DIR);
});

test("what a worker that was killed left behind goes after a day", async () => {
  const now = new Date();
  const old = `${named("2026-11-20")}.unfinished-00000000`;
  const fresh = `${named("2026-11-21")}.unfinished-00000000`;
  for (const name of [old, fresh]) await leave(name);
  const longAgo = new Date(now.getTime() - 2 * 86_400_000);
  await utimes(join(folder, old), longAgo, longAgo);
  const made = await backUpNightly({ now });
  expect(await readdir(folder)).toEqual(expect.arrayContaining([fresh, made?.name]));
  expect(await readdir(folder)).not.toContain(old);
});
