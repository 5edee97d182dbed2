// Databases and folders beside the test's own, for backups to be made of and restored into.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, inject, vi } from "vitest";
import { databaseUrl, env, setEnv } from "@/env";
import { closeDatabase } from "@/server/database";
import { closeQueue } from "@/server/queue";
import { databaseCalled } from "../../database-server";

export type Place = { DATABASE_URL: string; DATA_DIR: string };

let made = 0;
const leftToDo: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const work of leftToDo.splice(0)) await work();
});

/** A bare database on the tests' server and an empty data folder, both gone after the file of tests. */
export async function makePlace(): Promise<Place> {
  const name = `place_${process.pid}_${made++}`;
  await ask(inject("databaseServer"), `CREATE DATABASE ${name}`);
  const directory = await makeFolder();
  leftToDo.push(() => ask(inject("databaseServer"), `DROP DATABASE ${name} WITH (FORCE)`));
  return { DATABASE_URL: databaseCalled(inject("databaseServer"), name), DATA_DIR: directory };
}

export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "iltizam-backup-"));
  leftToDo.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Does `work` with the product's settings pointing there. */
export async function inPlace<Result>(place: Place, work: () => Promise<Result>): Promise<Result> {
  const before = { DATABASE_URL: databaseUrl(), DATA_DIR: env().DATA_DIR };
  const move = async (to: Place) => {
    await closeQueue();
    await closeDatabase();
    setEnv(to);
  };
  await move(place);
  try {
    return await work();
  } finally {
    await move(before);
  }
}

/** Runs a command of the terminal in this process and returns what it printed. */
export async function printed(command: () => Promise<void>): Promise<string> {
  let said = "";
  const output = vi.spyOn(process.stdout, "write").mockImplementation((text: unknown, ...rest: unknown[]) => {
    said += text;
    const done = rest.at(-1);
    if (typeof done === "function") done();
    return true;
  });
  return command()
    .then(() => said)
    .finally(() => output.mockRestore());
}

/** Asks a database on a connection of its own. */
export async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Every row of every table, as text that does not depend on where it lies; by table. */
export async function everyRow(url: string): Promise<Record<string, string[]>> {
  const names = await ask<{ name: string }>(
    url,
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1",
  );
  const tables: Record<string, string[]> = {};
  for (const { name } of names) {
    const rows = await ask<{ row: string }>(url, `SELECT t::text AS row FROM "${name}" t ORDER BY 1`);
    tables[name] = rows.map(({ row }) => row);
  }
  return tables;
}

/** What the database itself checks and refuses: constraints and triggers. */
export function everyRule(url: string) {
  return ask(
    url,
    `SELECT conrelid::regclass::text AS place, conname AS name, pg_get_constraintdef(oid) AS rule FROM pg_constraint
       WHERE connamespace = 'public'::regnamespace
     UNION ALL SELECT tgrelid::regclass::text, tgname, tgenabled::text || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
     ORDER BY 1, 2, 3`,
  );
}
