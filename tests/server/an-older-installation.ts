// Rows of an installation as an earlier version of the product left them, a published release among them.
import { readFile } from "node:fs/promises";
import { database } from "@/server/database";

type Rows = Record<string, Record<string, unknown>[]>;

/** Puts the rows into the database; what a table has gained since has its usual value. Returns the workspace's id. */
export async function installed(file: string): Promise<string> {
  const tables = JSON.parse(await readFile(file, "utf8")) as Rows;
  const insert = (table: string, row: Record<string, unknown>) => {
    const columns = Object.keys(row).map((name) => `"${name}"`);
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
    await database().commitment.update({
      where: { id: String(id) },
      data: { currentAssessmentId: currentAssessmentId as string | null },
    });
  }
  return String(tables.Workspace?.[0]?.id);
}
