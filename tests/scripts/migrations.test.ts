// Migrations: applied once, whole or not at all, in a history that Prisma's own engine agrees with.

import { createHash, randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { applyMigrations } from "@/scripts/migrations";
import { unmigratedChanges } from "@/scripts/new-migration";
import { migrationsFolder } from "@/scripts/prisma-schema";
import { schemaDifference } from "@/scripts/schema-engine";
import { ask, startElsewhere, temporaryFolder } from "./database-in-process";

const notes = 'CREATE TABLE "Note" ("id" TEXT NOT NULL, CONSTRAINT "Note_pkey" PRIMARY KEY ("id"));\n';

/** A semicolon inside a function's body is no end of a statement. */
const trigger = `
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE FUNCTION keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'history is never deleted; add to it';
  END $$;
  CREATE TRIGGER keep_history BEFORE DELETE ON "Note" FOR EACH ROW EXECUTE FUNCTION keep_history();
`;

let serverUrl: string;

beforeAll(async () => {
  const leftToDo: (() => Promise<void>)[] = [];
  const tidyUp = (work: () => Promise<void>) => void leftToDo.unshift(work);
  serverUrl = (await startElsewhere(await temporaryFolder(tidyUp), { tidyUp })).url;
  return async () => {
    for (const work of leftToDo) await work();
  };
});

describe("applyMigrations", () => {
  test("applies what is missing, once, raw SQL included", async () => {
    const url = await emptyDatabase();
    const folder = await folderWith({ "1_notes": notes });
    expect(await applyMigrations(url, folder)).toEqual(["1_notes"]);
    expect(await applyMigrations(url, folder)).toEqual([]);

    await addMigration(folder, "2_history", trigger);
    expect(await applyMigrations(url, folder)).toEqual(["2_history"]);
    await ask(url, `INSERT INTO "Note" VALUES ('one')`);
    await expect(ask(url, `DELETE FROM "Note"`)).rejects.toThrow("history is never deleted; add to it");
  });

  test("writes the rows that Prisma writes", async () => {
    const url = await emptyDatabase();
    await applyMigrations(url, await folderWith({ "1_notes": notes }));
    const rows = await ask(
      url,
      `SELECT migration_name, checksum, applied_steps_count, rolled_back_at, logs, finished_at >= started_at AS finished,
              length(id) AS id_length FROM _prisma_migrations`,
    );
    const checksum = createHash("sha256").update(notes).digest("hex");
    expect(rows).toEqual([
      {
        migration_name: "1_notes",
        checksum,
        applied_steps_count: 1,
        rolled_back_at: null,
        logs: null,
        finished: true,
        id_length: 36,
      },
    ]);
  });

  test("runs once when several processes start together", async () => {
    const url = await emptyDatabase();
    const folder = await folderWith({ "1_notes": notes, "2_slow": "SELECT pg_sleep(0.3); CREATE TABLE slow ();" });
    const results = await Promise.all([1, 2, 3, 4].map(() => applyMigrations(url, folder)));
    expect(results.filter((names) => names.length > 0)).toEqual([["1_notes", "2_slow"]]);
  });

  test("takes a failed migration back whole, names the line, and applies it once it is mended", async () => {
    const url = await emptyDatabase();
    const folder = await folderWith({
      "1_notes": notes,
      "2_broken": "CREATE TABLE half ();\nCREATE TABLE half (x unknown_type);\n",
    });
    await expect(applyMigrations(url, folder)).rejects.toThrow(
      /2_broken failed and was taken back whole: .*\(line 2\)/,
    );
    expect(await ask(url, "SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
    expect(await ask(url, "SELECT migration_name FROM _prisma_migrations")).toEqual([{ migration_name: "1_notes" }]);

    await addMigration(folder, "2_broken", "CREATE TABLE half ();\n");
    expect(await applyMigrations(url, folder)).toEqual(["2_broken"]);
  });

  test("keeps a migration only together with its row", async () => {
    const url = await emptyDatabase();
    const unrecordable =
      "ALTER TABLE _prisma_migrations ADD CHECK (migration_name <> '2_alone'); CREATE TABLE alone ();";
    const folder = await folderWith({ "1_notes": notes, "2_alone": unrecordable });
    await expect(applyMigrations(url, folder)).rejects.toThrow("2_alone failed and was taken back whole");
    expect(await ask(url, "SELECT to_regclass('alone') AS alone")).toEqual([{ alone: null }]);
  });

  test("refuses a migration that was changed after it had been applied, but not one with other line ends", async () => {
    const url = await emptyDatabase();
    const folder = await folderWith({ "1_notes": notes });
    await applyMigrations(url, folder);
    await addMigration(folder, "1_notes", notes.replaceAll("\n", "\r\n"));
    expect(await applyMigrations(url, folder)).toEqual([]);

    await addMigration(folder, "1_notes", `${notes}-- one more line\n`);
    await expect(applyMigrations(url, folder)).rejects.toThrow(
      "The migration 1_notes was changed after it had been applied",
    );
  });

  test("refuses a database that a newer version has migrated, or that another tool left half-way", async () => {
    const url = await emptyDatabase();
    await applyMigrations(url, await folderWith({ "1_notes": notes, "2_history": trigger }));
    const older = await folderWith({ "1_notes": notes });
    await expect(applyMigrations(url, older)).rejects.toThrow(
      "the migration 2_history, which this version of Iltizam does not know",
    );

    await ask(url, "UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '2_history'");
    await expect(applyMigrations(url, older)).rejects.toThrow("2_history was begun by another tool and did not finish");
  });
});

describe("the committed migrations", () => {
  test("lead from nothing to the schema", async () => {
    expect(await unmigratedChanges(), 'run "npm run migration -- <name>"').toBe("");
    expect(await applyMigrations(await emptyDatabase())).not.toEqual([]);
  });

  test("made every table of the schema", async () => {
    const url = await emptyDatabase();
    await applyMigrations(url);
    const schema = await readFile(join(migrationsFolder, "schema-snapshot.prisma"), "utf8");
    const wanted = [...(await schemaDifference("", schema)).matchAll(/CREATE TABLE "(\w+)"/g)].map((match) => match[1]);
    const found = (await ask(url, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).map(
      (row) => row.tablename,
    );
    expect(wanted.length).toBeGreaterThan(5);
    expect(found).toEqual(expect.arrayContaining(wanted));
  });
});

describe("schemaDifference", () => {
  const head = 'datasource db { \n provider = "postgresql" \n }\n';

  test("is the SQL from one schema to the next, and empty between equal ones", async () => {
    const first = `${head} model Note { \n id String @id \n }`;
    const second = `${head} model Note { \n id String @id \n body String? \n }`;
    expect(await schemaDifference("", first)).toContain('CREATE TABLE "Note"');
    expect(await schemaDifference("", first)).not.toContain("CREATE SCHEMA");
    expect(await schemaDifference(first, second)).toContain('ADD COLUMN     "body" TEXT');
    expect(await schemaDifference(second, second)).toBe("");
  });

  test("says what is wrong with a schema", async () => {
    await expect(schemaDifference("", `${head} model Note { \n id Unknown \n }`)).rejects.toThrow("Unknown");
  });
});

async function emptyDatabase(): Promise<string> {
  const name = `migrations_${randomBytes(4).toString("hex")}`;
  await ask(serverUrl, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function folderWith(migrations: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "iltizam-migrations-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, script] of Object.entries(migrations)) await addMigration(folder, name, script);
  return folder;
}

async function addMigration(folder: string, name: string, script: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, "migration.sql"), script);
}
