// Which migrations the database has and which this version of the product knows.
import { readdir } from "node:fs/promises";
import { resolve } from "node:path";
import { database } from "./database";

export type SchemaVersion = {
  /** Names, in the order in which they were applied. */
  applied: string[];
  /** Known to this version and not applied: the start applies them. */
  missing: string[];
};

/** Reads both; the folder lies where the product was started. */
export async function readSchemaVersion(): Promise<SchemaVersion> {
  const [rows, entries] = await Promise.all([
    database().$queryRaw<{ name: string }[]>`
      SELECT migration_name AS name FROM _prisma_migrations
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY started_at, migration_name`,
    readdir(resolve("prisma", "migrations"), { withFileTypes: true }),
  ]);
  const applied = rows.map(({ name }) => name);
  const known = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return { applied, missing: known.filter((name) => !applied.includes(name)).sort() };
}
