// Writes everything into one file while the product runs: rows as they stood at one moment, and the files that they name.
import { createHash } from "node:crypto";
import { Client, escapeIdentifier } from "pg";
import { databaseUrl, env } from "@/env";
import { version } from "@/package.json";
import { BrokenFile, readFile } from "../file-store";
import { type Entry, writeArchive } from "./archive";
import {
  type Backup,
  type BackupContents,
  type BackupHead,
  contentsName,
  fileName,
  formatVersion,
  headName,
  jobsFolder,
  partName,
  tableFolder,
} from "./contents";
import { copyOut, listed, listTables, rowsIn, speakPlainly, type Table } from "./tables";

/** The columns in which rows name files of the store by hash. */
const fileColumns = [
  { table: "Capture", column: "sha256" },
  { table: "Capture", column: "shownSha256" },
] as const;

/**
 * Writes a backup to `path`, whole or not at all, over one that is there; a signal gives it up.
 * Files that are already lost do not hold it up: they are named in what it returns.
 */
export async function writeBackup(path: string, { signal }: { signal?: AbortSignal } = {}): Promise<Backup> {
  const connection = new Client({ connectionString: databaseUrl(), application_name: "iltizam backup" });
  // A connection lost between two queries is reported by the next query; unheard, it would end the process.
  connection.on("error", () => {});
  await connection.connect();
  try {
    await speakPlainly(connection);
    const tables = await takeSnapshot(connection);
    const head = await readHead(connection);
    const contents = emptyContents(await readSequences(connection));
    await writeArchive(path, everything(connection, { head, contents, tables }), signal);
    return { head, contents };
  } finally {
    await connection.end().catch(() => {});
  }
}

/** From here on the connection sees one moment. The tables are locked against migrations before, as the snapshot would not be. */
async function takeSnapshot(connection: Client): Promise<Table[]> {
  const before = await listTables(connection);
  if (before.length === 0) throw new Error("the database is empty");
  await connection.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  await connection.query(`LOCK TABLE ${listed(before.map(({ name }) => name))} IN ACCESS SHARE MODE`);
  const tables = await listTables(connection);
  if (JSON.stringify(tables) !== JSON.stringify(before)) throw new Error("the database is being migrated; try again");
  return tables;
}

async function readHead(connection: Client): Promise<BackupHead> {
  const { rows: migrations } = await connection.query<BackupHead["migrations"][number]>(`
    SELECT migration_name AS name, checksum FROM _prisma_migrations
    WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL ORDER BY started_at`);
  return { product: "iltizam", format: formatVersion, version, madeAt: new Date().toISOString(), migrations };
}

async function readSequences(connection: Client): Promise<BackupContents["sequences"]> {
  const { rows } = await connection.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'S' ORDER BY 1",
  );
  const sequences: BackupContents["sequences"] = [];
  for (const { name } of rows) {
    const state = await connection.query(`SELECT last_value::text AS value, is_called FROM ${escapeIdentifier(name)}`);
    sequences.push({ name, value: state.rows[0].value, isCalled: state.rows[0].is_called });
  }
  return sequences;
}

function emptyContents(sequences: BackupContents["sequences"]): BackupContents {
  const jobs = { rows: 0, parts: 0, sha256: createHash("sha256").digest("hex") };
  return { tables: [], sequences, jobs, files: [], lost: [], secret: env().ILTIZAM_SECRET ?? null };
}

type Everything = Backup & { tables: Table[] };

async function* everything(connection: Client, { head, contents, tables }: Everything): AsyncGenerator<Entry> {
  yield asJson(headName, head);
  for (const { name, columns } of tables) {
    const source = `${escapeIdentifier(name)} (${listed(columns)})`;
    const copied = yield* copiedRows(connection, { folder: tableFolder(name), source });
    contents.tables.push({ name, columns, ...copied });
  }
  const jobs = await jobsToDo(connection);
  if (jobs) contents.jobs = yield* copiedRows(connection, { folder: jobsFolder, source: jobs });
  const hashes = await namedFiles(connection, tables);
  // Files are never changed or taken away: the moment need not be held for them.
  await connection.query("COMMIT");
  for (const sha256 of hashes) yield* keptFile(sha256, contents);
  yield asJson(contentsName, contents);
}

type CopiedRows = BackupContents["jobs"];

async function* copiedRows(
  connection: Client,
  { folder, source }: { folder: string; source: string },
): AsyncGenerator<Entry, CopiedRows> {
  const hash = createHash("sha256");
  const copied = { rows: 0, parts: 0 };
  for await (const bytes of copyOut(connection, source)) {
    hash.update(bytes);
    copied.rows += rowsIn(bytes);
    copied.parts += 1;
    yield { name: partName(folder, copied.parts), bytes };
  }
  return { ...copied, sha256: hash.digest("hex") };
}

/** What somebody asked for and nobody has done yet; the queue's own tables are made by its own version. Null where there is no queue. */
async function jobsToDo(connection: Client): Promise<string | null> {
  const { rows } = await connection.query("SELECT to_regclass('pgboss.job') IS NOT NULL AS present");
  if (!rows[0].present) return null;
  return "(SELECT id, name, data, start_after FROM pgboss.job WHERE state IN ('created', 'retry', 'active'))";
}

async function namedFiles(connection: Client, tables: Table[]): Promise<string[]> {
  const present = fileColumns.filter(({ table, column }) =>
    tables.some(({ name, columns }) => name === table && columns.includes(column)),
  );
  if (present.length === 0) return [];
  const each = present.map(({ table, column }) => `SELECT "${column}" AS hash FROM "${table}"`);
  const { rows } = await connection.query<{ hash: string }>(
    `SELECT hash FROM (${each.join(" UNION ")}) AS named WHERE hash IS NOT NULL ORDER BY hash`,
  );
  return rows.map(({ hash }) => hash);
}

async function* keptFile(sha256: string, contents: BackupContents): AsyncGenerator<Entry> {
  try {
    const bytes = await readFile(sha256);
    contents.files.push({ sha256, size: bytes.byteLength });
    yield { name: fileName(sha256), bytes };
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
    contents.lost.push({ sha256, reason: error.reason });
  }
}

function asJson(name: string, value: unknown): Entry {
  return { name, bytes: Buffer.from(`${JSON.stringify(value, null, 1)}\n`) };
}
