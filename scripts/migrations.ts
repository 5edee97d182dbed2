// Applies the committed migrations, once and under a lock, in the table that Prisma's own tool reads too.

import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Client, DatabaseError } from "pg";
import { Explained } from "./command-line";
import { migrationsFolder } from "./prisma-schema";

/** The lock that `prisma migrate deploy` takes, so that the two never run at the same time. */
const lockNumber = 72707369;

const historyTable = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

type Migration = { name: string; script: string };
type Applied = { migration_name: string; checksum: string; finished_at: Date | null };

/**
 * Applies what the database lacks, or of that only what `wanted` has, and returns the names;
 * throws `Explained` when history and folder disagree.
 */
export async function applyMigrations(
  url: string,
  folder = migrationsFolder,
  wanted?: ReadonlySet<string>,
): Promise<string[]> {
  const migrations = await readMigrations(folder);
  return withLock(url, async (connection) => {
    const history = await readHistory(connection);
    refuseDisagreement(migrations, history);
    const applied = new Set(history.map((row) => row.migration_name));
    const missing = migrations.filter(({ name }) => !applied.has(name) && (wanted?.has(name) ?? true));
    if (missing.length > 0) await connection.query(historyTable);
    for (const migration of missing) await withConnection(url, (own) => applyMigration(own, migration));
    return missing.map(({ name }) => name);
  });
}

/** The migrations that were applied to a database, in their order; none where it is bare. */
export async function listApplied(url: string): Promise<string[]> {
  return (await withConnection(url, readHistory)).map((row) => row.migration_name);
}

/** The name of the first of these that this version does not have as it was applied; null where it has them all. */
export async function findUnknown(
  applied: readonly { name: string; checksum: string }[],
  folder = migrationsFolder,
): Promise<string | null> {
  const scripts = new Map((await readMigrations(folder)).map(({ name, script }) => [name, script]));
  const unknown = applied.find(({ name, checksum: recorded }) => {
    const script = scripts.get(name);
    return script === undefined || !isOf(recorded, script);
  });
  return unknown?.name ?? null;
}

/** For tools beside the app, which change nothing: throws `Explained` when the database is older or newer than this version. */
export async function refuseOtherVersion(url: string, folder = migrationsFolder): Promise<void> {
  const [migrations, history] = await Promise.all([readMigrations(folder), withConnection(url, readHistory)]);
  refuseDisagreement(migrations, history);
  if (history.length === 0) throw new Explained('The database is empty: start Iltizam once with "npm start".');
  const applied = new Set(history.map((row) => row.migration_name));
  const missing = migrations.filter(({ name }) => !applied.has(name)).length;
  if (missing === 0) return;
  throw new Explained(
    `The database is older than this version of Iltizam (${missing} migration${missing === 1 ? "" : "s"} missing): start Iltizam once with "npm start", which applies what is missing.`,
  );
}

async function applyMigration(connection: Client, { name, script }: Migration): Promise<void> {
  const startedAt = new Date();
  await connection.query("BEGIN");
  try {
    await connection.query(script);
    await connection.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, now(), 1)`,
      [randomUUID(), checksum(script), name, startedAt],
    );
    await connection.query("COMMIT");
  } catch (error) {
    throw new Explained(`The migration ${name} failed and was taken back whole: ${whatAndWhere(error, script)}`);
  }
}

function refuseDisagreement(migrations: Migration[], history: Applied[]): void {
  const scripts = new Map(migrations.map(({ name, script }) => [name, script]));
  for (const { migration_name: name, checksum: recorded, finished_at: finishedAt } of history) {
    const script = scripts.get(name);
    if (!finishedAt) {
      throw new Explained(
        `The migration ${name} was begun by another tool and did not finish: repair the database, then run "prisma migrate resolve".`,
      );
    }
    if (script === undefined) {
      throw new Explained(
        `The database holds the migration ${name}, which this version of Iltizam does not know: start a newer version.`,
      );
    }
    if (!isOf(recorded, script)) {
      throw new Explained(
        `The migration ${name} was changed after it had been applied: restore its file, and write a new migration instead.`,
      );
    }
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.sort().map((name) => readMigration(folder, name)));
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const script = await readFile(join(folder, name, "migration.sql"), "utf8").catch(() => {
    throw new Explained(`The migration ${name} has no migration.sql: restore the file, or remove the folder.`);
  });
  // A checkout on Windows may have changed the line ends, which is no change to the migration.
  return { name, script: script.replaceAll("\r\n", "\n") };
}

async function readHistory(connection: Client): Promise<Applied[]> {
  const { rows: tables } = await connection.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present");
  if (!tables[0].present) return [];
  const { rows } = await connection.query<Applied>(
    `SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  return rows;
}

async function withLock<T>(url: string, work: (connection: Client) => Promise<T>): Promise<T> {
  return withConnection(url, async (connection) => {
    // The lock belongs to the session: closing the connection, or dying, gives it back.
    await connection.query("SET lock_timeout = '10min'");
    await connection.query("SELECT pg_advisory_lock($1)", [lockNumber]);
    return work(connection);
  });
}

async function withConnection<T>(url: string, work: (connection: Client) => Promise<T>): Promise<T> {
  const connection = new Client({ connectionString: url });
  // A connection lost between two queries is reported by the next query; unheard, it would end the process.
  connection.on("error", () => {});
  await connection.connect();
  try {
    return await work(connection);
  } finally {
    await connection.end().catch(() => {});
  }
}

function checksum(script: string): string {
  return createHash("sha256").update(script).digest("hex");
}

/** Whether a recorded checksum is that of a script, under either system's line ends. */
function isOf(recorded: string, script: string): boolean {
  return recorded === checksum(script) || recorded === checksum(script.replaceAll("\n", "\r\n"));
}

function whatAndWhere(error: unknown, script: string): string {
  if (!(error instanceof DatabaseError)) return String(error);
  if (!error.position) return error.message;
  const line = [...script].slice(0, Number(error.position)).join("").split("\n").length;
  return `${error.message} (line ${line})`;
}
