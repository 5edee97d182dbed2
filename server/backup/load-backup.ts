// Takes a backup in: rows and jobs in one transaction that is kept only when every hash was right, files into the store.
import { type Client, escapeIdentifier } from "pg";
import { putFile } from "../file-store";
import { enqueueAgain, type WaitingJob } from "../queue";
import type { Backup, CopiedTable } from "./contents";
import { jobsFolder, tableFolder } from "./contents";
import { refuseUnlessEmpty } from "./empty-place";
import { readBackup, UnusableBackup } from "./read-backup";
import { copyIn, listed, listTables, speakPlainly } from "./tables";

type Copying = { folder: string } & ReturnType<typeof copyIn>;

const restoredJobs: CopiedTable & { folder: string } = {
  folder: jobsFolder,
  name: "restored_job",
  columns: ["id", "name", "data", "start_after"],
  rows: 0,
  parts: 0,
  sha256: "",
};

/**
 * Loads the file into a database that has exactly the migrations of `backup`, which is what reading it before gave.
 * A role that owns the tables may do it. Throws UnusableBackup or OccupiedPlace; then no row was changed.
 */
export async function loadBackup(connection: Client, path: string, backup: Backup): Promise<void> {
  await speakPlainly(connection);
  await connection.query("BEGIN");
  const tables = await emptied(connection);
  const { contents } = backup;
  const form = contents.tables.map(({ name, columns }) => ({ name, columns }));
  if (JSON.stringify(form) !== JSON.stringify(tables)) {
    throw new UnusableBackup("has other tables than its migrations make");
  }
  const addForeignKeys = await withoutForeignKeys(connection);
  const names = tables.map(({ name }) => name);
  for (const name of names) await connection.query(`ALTER TABLE ${escapeIdentifier(name)} DISABLE TRIGGER USER`);
  await connection.query(
    "CREATE TEMP TABLE restored_job (id uuid, name text, data jsonb, start_after timestamptz) ON COMMIT DROP",
  );

  await takeIn(connection, path, backup);

  await addForeignKeys();
  for (const name of names) await connection.query(`ALTER TABLE ${escapeIdentifier(name)} ENABLE TRIGGER USER`);
  for (const { name, value, isCalled } of contents.sequences) {
    await connection.query("SELECT setval($1::regclass, $2::bigint, $3)", [escapeIdentifier(name), value, isCalled]);
  }
  if (contents.secret) await connection.query('UPDATE "Installation" SET secret = $1', [contents.secret]);
  await askAgain(connection);
  await connection.query("COMMIT");
  await connection.query(`ANALYZE ${listed(names)}`);
}

/** The tables, locked and empty of what a first start puts there. */
async function emptied(connection: Client) {
  const tables = await listTables(connection);
  await connection.query(`LOCK TABLE ${listed(tables.map(({ name }) => name))} IN ACCESS EXCLUSIVE MODE`);
  await refuseUnlessEmpty(connection);
  await connection.query(`TRUNCATE ${listed(tables.map(({ name }) => name))} CASCADE`);
  return tables;
}

/** Rows come table by table and point at each other in circles. Adding the keys again, which is returned, checks them all. */
async function withoutForeignKeys(connection: Client): Promise<() => Promise<void>> {
  const { rows } = await connection.query<{ place: string; name: string; definition: string }>(`
    SELECT conrelid::regclass AS place, conname AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY 1, 2`);
  for (const { place, name } of rows) {
    await connection.query(`ALTER TABLE ${place} DROP CONSTRAINT ${escapeIdentifier(name)}`);
  }
  return async () => {
    for (const { place, name, definition } of rows) {
      await connection.query(`ALTER TABLE ${place} ADD CONSTRAINT ${escapeIdentifier(name)} ${definition}`);
    }
  };
}

/** Reads the file once more, each hash again: between two readings it may have become another. */
async function takeIn(connection: Client, path: string, backup: Backup): Promise<void> {
  const places = new Map<string, CopiedTable>(backup.contents.tables.map((table) => [tableFolder(table.name), table]));
  places.set(jobsFolder, restoredJobs);
  let current: Copying | null = null;
  const read = await readBackup(path, {
    async rows(folder, bytes) {
      const table = places.get(folder);
      if (!table) throw new UnusableBackup(`is damaged: ${folder} does not belong there`);
      if (current?.folder !== folder) {
        await current?.end();
        current = { folder, ...copyIn(connection, table) };
      }
      await current.add(bytes);
    },
    async file(_, bytes) {
      await current?.end();
      current = null;
      await putFile(bytes);
    },
  });
  await (current as Copying | null)?.end();
  if (JSON.stringify(read) !== JSON.stringify(backup))
    throw new UnusableBackup("was changed while it was being restored");
}

async function askAgain(connection: Client): Promise<void> {
  const { rows } = await connection.query<WaitingJob>(
    'SELECT id, name, data, start_after AS "startAfter" FROM restored_job ORDER BY start_after',
  );
  await enqueueAgain(connection, rows);
}
