// The tables of the database as a backup knows them, copied out and in as PostgreSQL does it itself.
import { type Client, escapeIdentifier } from "pg";
import * as copying from "pg-copy-streams";

export type Table = { name: string; columns: string[] };

/** About as much of a table as is held in memory at once. */
const partSize = 4_000_000;
const lineEnd = 0x0a;

/**
 * The tables that hold something to keep, with their columns. Left out are the history of migrations, which is
 * written anew as they are applied, and tables that are not logged: they may be lost in a crash.
 */
export async function listTables(connection: Client): Promise<Table[]> {
  const { rows } = await connection.query<Table>(`
    SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p'
      AND c.relname <> '_prisma_migrations' AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    GROUP BY c.relname ORDER BY c.relname`);
  return rows;
}

/** The names as SQL takes them, with commas. */
export const listed = (names: readonly string[]) => names.map(escapeIdentifier).join(", ");

/** Makes what is copied read the same on every server. */
export async function speakPlainly(connection: Client): Promise<void> {
  await connection.query(`
    SET client_encoding = 'UTF8'; SET "TimeZone" = 'UTC'; SET "DateStyle" = 'ISO, YMD'; SET "IntervalStyle" = 'postgres';
    SET extra_float_digits = 1; SET bytea_output = 'hex';
    SET statement_timeout = 0; SET lock_timeout = 0; SET idle_in_transaction_session_timeout = 0`);
}

/** Copies rows out, in parts that end where a line ends; `source` is a table with its columns, or a query in brackets. */
export async function* copyOut(connection: Client, source: string): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of connection.query(copying.to(`COPY ${source} TO STDOUT`)) as AsyncIterable<Buffer>) {
    held.push(chunk);
    size += chunk.byteLength;
    const end = size < partSize ? -1 : chunk.lastIndexOf(lineEnd);
    if (end < 0) continue;
    const whole = Buffer.concat(held);
    const rest = chunk.byteLength - end - 1;
    yield whole.subarray(0, whole.byteLength - rest);
    held = rest > 0 ? [whole.subarray(whole.byteLength - rest)] : [];
    size = rest;
  }
  if (size > 0) yield Buffer.concat(held);
}

/** How many rows a part has: a line end within a value is written otherwise. */
export function rowsIn(part: Uint8Array): number {
  let rows = 0;
  for (let at = part.indexOf(lineEnd); at >= 0; at = part.indexOf(lineEnd, at + 1)) rows++;
  return rows;
}

/** Takes rows in, part by part, until `end` is called. */
export function copyIn(connection: Client, { name, columns }: Table) {
  const stream = connection.query(copying.from(`COPY ${escapeIdentifier(name)} (${listed(columns)}) FROM STDIN`));
  const failed = new Promise<never>((_, reject) => stream.once("error", reject));
  failed.catch(() => {});
  const taken = (work: (done: () => void) => void) => Promise.race([new Promise<void>(work), failed]);
  return {
    add: (part: Uint8Array) => taken((done) => stream.write(part, () => done())),
    end: () => taken((done) => stream.once("finish", done).end()),
  };
}
