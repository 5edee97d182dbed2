// Where a backup may be taken in and where not, from which versions, and that one that fails has touched nothing.

import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { databaseUrl, setEnv } from "@/env";
import { communique } from "@/prisma/seed/communique";
import { restoreCommand } from "@/scripts/iltizam/restore";
import { applyMigrations } from "@/scripts/migrations";
import { systemActor } from "@/server/auth/actor";
import { type Entry, readArchive, writeArchive } from "@/server/backup/archive";
import { writeBackup } from "@/server/backup/write-backup";
import { uploadCapture } from "@/server/captures";
import { database } from "@/server/database";
import { createDocument } from "@/server/documents";
import { firstWorkspace, installationSecret } from "@/server/installation";
import { installQueue } from "@/server/queue";
import { proveReleases } from "@/server/releases";
import { attach, makeTeam } from "../../cast";
import { startS3Server } from "../../s3-server";
import { installed } from "../../server/an-older-installation";
import { ask, everyRow, inPlace, makeFolder, makePlace, type Place, printed } from "../../server/backup/a-place";

vi.mock("@/server/fetching/keep-page", () => ({
  keepPage: async () => ({ mediaType: "text/html", title: null, language: null, text: null, shown: null }),
}));
vi.setConfig({ testTimeout: 120_000 });

const migrationsFolder = fileURLToPath(new URL("../../../prisma/migrations", import.meta.url));
const olderRows = fileURLToPath(new URL("../../server/releases.before-provisions.json", import.meta.url));

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await makeFolder();
  setEnv({ DATA_DIR: await makeFolder() });
  await installationSecret();
  const team = await makeTeam();
  const { citationId } = await attach(team.analyst, team.commitments[0]?.id as string);
  const { evidenceId } = await database().citation.findUniqueOrThrow({ where: { id: citationId } });
  await uploadCapture(team.analyst, { evidenceId, fileName: "", bytes: Buffer.from("a copy") });
  file = join(folder, "all.tar.gz");
  await writeBackup(file);
});

/** Restores as the command does, and returns what it said. */
const restore = (input: string, place: Place) => inPlace(place, () => printed(() => restoreCommand.run({ input })));

/** The same backup with other entries, in an archive that is whole itself. */
async function madeOtherwise(name: string, change: (entry: Entry) => Entry): Promise<string> {
  const path = join(folder, name);
  async function* changed() {
    for await (const entry of readArchive(file)) yield change(entry);
  }
  await writeArchive(path, changed());
  return path;
}

const start = ({ DATABASE_URL: url }: Place) => applyMigrations(url).then(() => installQueue(url));
const peopleIn = ({ DATABASE_URL: url }: Place) => ask(url, 'SELECT email FROM "User" ORDER BY 1');

describe("what is refused has touched nothing", () => {
  let bare: Place;
  beforeAll(async () => {
    bare = await makePlace();
  });
  const untouched = async () => {
    expect(await everyRow(bare.DATABASE_URL)).toEqual({});
    expect(await readdir(bare.DATA_DIR)).toEqual([]);
  };

  test("a damaged file", async () => {
    const bytes = await readFile(file);
    bytes[bytes.byteLength >> 1] = (bytes[bytes.byteLength >> 1] ?? 0) ^ 1;
    const damaged = join(folder, "damaged.tar.gz");
    await writeFile(damaged, bytes);
    await expect(restore(damaged, bare)).rejects.toThrow(/damaged\.tar\.gz is not a whole backup of Iltizam: /);
    await expect(restore(join(folder, "nothing"), bare)).rejects.toThrow(/cannot be read: there is no such file/);
    await untouched();
  });

  test("one of a newer version, whose migrations are not known here", async () => {
    const newer = await madeOtherwise("newer.tar.gz", (entry) => {
      if (entry.name !== "backup.json") return entry;
      const head = JSON.parse(Buffer.from(entry.bytes).toString("utf8"));
      head.migrations.push({ name: "20990101000000_from_the_future", checksum: "0".repeat(64) });
      return { ...entry, bytes: Buffer.from(JSON.stringify({ ...head, version: "9.0.0" })) };
    });
    await expect(restore(newer, bare)).rejects.toThrow(
      /was made by Iltizam 9\.0\.0 and holds the migration 20990101000000_from_the_future, which this version/,
    );
    await untouched();
  });

  test("a place in which somebody works", async () => {
    const before = await everyRow(databaseUrl());
    const occupied = { DATABASE_URL: databaseUrl(), DATA_DIR: bare.DATA_DIR };
    await expect(restore(file, occupied)).rejects.toThrow(/not empty \(people: 4, documents: 1\)/);
    expect(await everyRow(databaseUrl())).toEqual(before);
  });

  test("a place where Iltizam runs, and a database of something else", async () => {
    const running = new pg.Client({ connectionString: bare.DATABASE_URL });
    await running.connect();
    await expect(restore(file, bare)).rejects.toThrow(/in use \(other connections: 1\): stop Iltizam/);
    await running.query("CREATE TABLE wiki (page text)");
    await running.end();
    await expect(restore(file, bare)).rejects.toThrow(/tables that are not Iltizam's, such as wiki/);
    await ask(bare.DATABASE_URL, "DROP TABLE wiki");
    await untouched();
  });
});

test("rows that the database refuses leave none behind, and the right file can follow", async () => {
  // The same person twice, in a file whose hashes are all right.
  const { createHash } = await import("node:crypto");
  let people = Buffer.alloc(0);
  const twice = await madeOtherwise("twice.tar.gz", (entry) => {
    if (entry.name === "tables/User/000001") {
      people = Buffer.concat([entry.bytes, entry.bytes]);
      return { ...entry, bytes: people };
    }
    if (entry.name !== "contents.json") return entry;
    const contents = JSON.parse(Buffer.from(entry.bytes).toString("utf8"));
    const users = contents.tables.find(({ name }: { name: string }) => name === "User");
    Object.assign(users, { rows: users.rows * 2, sha256: createHash("sha256").update(people).digest("hex") });
    return { ...entry, bytes: Buffer.from(JSON.stringify(contents)) };
  });
  const place = await makePlace();
  await expect(restore(twice, place)).rejects.toThrow(/duplicate key/);
  const rows = await everyRow(place.DATABASE_URL);
  expect(Object.values(rows).flat()).toEqual([]);
  const store = await startS3Server();
  setEnv(store.settings);
  const said = await restore(file, place).finally(() => {
    setEnv(Object.fromEntries(Object.keys(store.settings).map((name) => [name, ""])));
    return store.stop();
  });
  expect(said).toMatch(/^Restored: /);
  expect(await peopleIn(place)).toHaveLength(4);
  // Copies of evidence go into the store that is set.
  expect([...store.files.values()].map((bytes) => Buffer.from(bytes).toString("utf8"))).toEqual(["a copy"]);
});

test("a first start counts as empty, and later starts find everything there", async () => {
  const place = await makePlace();
  await start(place);
  const enterCommunique = async () => createDocument(systemActor((await firstWorkspace()).id, "SEED"), communique());
  await inPlace(place, async () => {
    await enterCommunique();
    await installationSecret();
  });
  await restore(file, place);
  const rows = await everyRow(databaseUrl());
  // The secret in force goes with the backup, so that sessions and what it protects stay good.
  const secret = "a secret for tests that is long enough";
  expect(await ask(place.DATABASE_URL, 'SELECT secret FROM "Installation"')).toEqual([{ secret }]);
  expect(await everyRow(place.DATABASE_URL)).toEqual({ ...rows, Installation: [expect.stringContaining(secret)] });
  await start(place);
  expect(await inPlace(place, enterCommunique)).toMatchObject({ created: false });
  expect(await peopleIn(place)).toHaveLength(4);
  const [files] = await readdir(join(place.DATA_DIR, "files"));
  expect(files).toBeDefined();
});

test("one of an older version is brought to this one, also where this one was started first", async () => {
  const older = await makePlace();
  const names = (await readdir(migrationsFolder)).filter((name) => /^\d{14}_/.test(name)).sort();
  await applyMigrations(older.DATABASE_URL, undefined, new Set(names.slice(0, -1)));
  const path = join(folder, "older.tar.gz");
  const workspaceId = await inPlace(older, async () => {
    const id = await installed(olderRows);
    await ask(older.DATABASE_URL, "CREATE SEQUENCE counted; SELECT setval('counted', 41)");
    await writeBackup(path);
    return id;
  });
  const place = await makePlace();
  await start(place);
  await ask(place.DATABASE_URL, "CREATE SEQUENCE counted");
  await restore(path, place);
  // Numbers that the database counts go on where they were.
  expect(await ask(place.DATABASE_URL, "SELECT nextval('counted')::int AS next")).toEqual([{ next: 42 }]);
  const applied = await ask<{ name: string }>(
    place.DATABASE_URL,
    "SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1",
  );
  expect(applied.map(({ name }) => name)).toEqual(names);
  await inPlace(place, async () => {
    const verdicts = (await proveReleases(systemActor(workspaceId, "JOB"))).map(({ verdict }) => verdict);
    expect(verdicts.length).toBeGreaterThan(0);
    expect(verdicts.filter((verdict) => verdict === "differs" || verdict === "damaged")).toEqual([]);
  });
});
