// Rows of an installation as an earlier version of the product left them, a published release among them.
import { readFile } from "node:fs/promises";
import { database } from "@/server/database";

type Rows = Record<string, Record<string, unknown>[]>;

/** Puts the rows into the database, of today's form or an earlier one: what a table has gained has its usual value, what it has not yet is left out. Returns the workspace's id. */
export async function installed(file: string): Promise<string> {
  const tables = JSON.parse(await readFile(file, "utf8")) as Rows;
  const insert = async (table: string, row: Record<string, unknown>) => {
    const known = await columnsOf(table);
    if (known.size === 0) return 0;
    const columns = Object.keys(row).flatMap((name) => (known.has(name) ? [`"${name}"`] : []));
    const list = columns.join(", ");
    return database().$executeRawUnsafe(
      `INSERT INTO "${table}" (${list}) SELECT ${list} FROM jsonb_populate_record(NULL::"${table}", $1::jsonb)`,
      JSON.stringify(row),
    );
  };
  for (const [table, rows] of Object.entries(tables)) {
    for (const { currentAssessmentId: _, json, ...row } of rows) {
      const bytes = typeof json === "string" && { json: `\\x${Buffer.from(json).toString("hex")}` };
      await insert(table, { ...row, ...bytes });
    }
  }
  // A commitment and the assessment in force point at each other.
  for (const { id, currentAssessmentId } of tables.Commitment ?? []) {
    await database()
      .$executeRaw`UPDATE "Commitment" SET "currentAssessmentId" = ${currentAssessmentId} WHERE id = ${id}`;
  }
  return String(tables.Workspace?.[0]?.id);
}

async function columnsOf(table: string): Promise<Set<string>> {
  const rows = await database().$queryRaw<{ name: string }[]>`
    SELECT column_name::text AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = ${table}`;
  return new Set(rows.map(({ name }) => name));
}
