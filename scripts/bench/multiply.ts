// Many more commitments than use cases could write in minutes: those of the seeded text again and again, copied in SQL.

import { Client } from "pg";
import { theEight } from "./fill";

export type Multiplier = {
  /** Copies the pattern until the document has so many commitments; a multiple of eight. */
  growTo: (commitments: number) => Promise<void>;
  /** How many notes, sources, marks and events a commitment of the pattern has. */
  amounts: Record<string, number>;
};

/** Does `work` with what multiplies the eight commitments as they stand now, with all that is known of them. */
export async function withMultiplier<Result>(
  databaseUrl: string,
  work: (multiplier: Multiplier) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await takePattern(client);
    let copies = 0;
    return await work({
      amounts: await amountsOf(client),
      async growTo(commitments) {
        const wanted = commitments / 8 - 1;
        if (wanted > copies) await copyPattern(client, { from: copies + 1, to: wanted });
        copies = wanted;
      },
    });
  } finally {
    await client.end();
  }
}

/** The eight, the marks on their words, and where the document ends; what is copied later is not among them. */
async function takePattern(client: Client): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE pattern AS
      SELECT c.id, c."workspaceId", c."paragraphId", c.number, c."currentAssessmentId",
        (SELECT max(ordinal) FROM "Paragraph" p WHERE p."documentId" = c."documentId") AS "lastOrdinal"
      FROM "Commitment" c JOIN "Document" d ON d.id = c."documentId" WHERE d.slug = '${theEight}';
    CREATE TEMP TABLE mark AS
      SELECT DISTINCT target."annotationId" AS id FROM "AnnotationTarget" target
      JOIN "Passage" passage ON passage.id = target."passageId"
      JOIN pattern ON pattern."paragraphId" = passage."paragraphId";
    CREATE TEMP TABLE story AS SELECT event.id, event.number FROM "Event" event JOIN pattern ON pattern.id = event."commitmentId";
    -- As version 7 of UUIDs has it, with the time of the original.
    CREATE FUNCTION pg_temp.copied(id text, copy int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
      SELECT left(id, 14) || '7' || substr(hash, 1, 3) || '-8' || substr(hash, 4, 3) || '-' || substr(hash, 7, 12)
      FROM md5(id || ':' || copy) AS hash
    $$;`);
}

async function amountsOf(client: Client): Promise<Record<string, number>> {
  const { rows } = await client.query(`
    SELECT (SELECT count(*) FROM "Note" n JOIN pattern ON pattern.id = n."commitmentId")::int / 8 AS notes,
      (SELECT count(*) FROM "Citation" c JOIN pattern ON pattern.id = c."commitmentId")::int / 8 AS sources,
      (SELECT count(*) FROM mark)::int / 8 AS marks,
      (SELECT count(*) FROM story)::int / 8 AS events`);
  return rows[0];
}

type Copies = { from: number; to: number };
/** Which rows are copied, and what differs in the copy of one, in SQL: `original` is the row, `copy` the number of the copy. */
type Plan = { table: string; which: string; columns: Record<string, string> };

const copied = (column: string) => `pg_temp.copied(original."${column}", copy)`;
const ofPattern = `"commitmentId" IN (SELECT id FROM pattern)`;
const placeOf = (column: string) => `(SELECT number FROM pattern WHERE pattern."${column}" = original.id)`;

/** In the order in which each finds what it refers to. */
const plans: Plan[] = [
  {
    table: "Paragraph",
    which: `id IN (SELECT "paragraphId" FROM pattern)`,
    columns: {
      ordinal: `(SELECT "lastOrdinal" FROM pattern LIMIT 1) + 8 * (copy - 1) + ${placeOf("paragraphId")}`,
      printedNumber: `(8 * copy + ${placeOf("paragraphId")})::text || '-'`,
    },
  },
  {
    table: "Passage",
    which: `"paragraphId" IN (SELECT "paragraphId" FROM pattern)`,
    columns: { paragraphId: copied("paragraphId") },
  },
  {
    table: "Commitment",
    which: "id IN (SELECT id FROM pattern)",
    columns: {
      paragraphId: copied("paragraphId"),
      number: "original.number + 8 * copy",
      // Its assessments come later.
      currentAssessmentId: "NULL",
    },
  },
  {
    table: "Evidence",
    which: `id IN (SELECT "evidenceId" FROM "Citation" WHERE ${ofPattern})`,
    columns: {
      address: `original.address || '/' || copy`,
      canonicalAddress: `original."canonicalAddress" || '/' || copy`,
      // Nobody is to fetch it while something is measured.
      nextCheckAt: "now() + interval '1 year'",
    },
  },
  {
    table: "Citation",
    which: ofPattern,
    columns: { evidenceId: copied("evidenceId"), commitmentId: copied("commitmentId") },
  },
  {
    table: "Provision",
    which: ofPattern,
    columns: { commitmentId: copied("commitmentId"), currentAssessmentId: "NULL" },
  },
  {
    table: "ProvisionSpan",
    which: `"provisionId" IN (SELECT id FROM "Provision" WHERE ${ofPattern})`,
    columns: { provisionId: copied("provisionId"), passageId: copied("passageId") },
  },
  {
    table: "Assessment",
    which: `${ofPattern} AND "provisionId" IS NULL`,
    columns: { commitmentId: copied("commitmentId") },
  },
  {
    table: "AssessmentCitation",
    which: `"assessmentId" IN (SELECT id FROM "Assessment" WHERE ${ofPattern} AND "provisionId" IS NULL)`,
    columns: { assessmentId: copied("assessmentId"), citationId: copied("citationId") },
  },
  { table: "Note", which: ofPattern, columns: { commitmentId: copied("commitmentId") } },
  { table: "Annotation", which: "id IN (SELECT id FROM mark)", columns: {} },
  {
    table: "AnnotationTarget",
    which: `"annotationId" IN (SELECT id FROM mark)`,
    columns: { annotationId: copied("annotationId"), passageId: copied("passageId") },
  },
  { table: "Annotation", which: `"threadId" IN (SELECT id FROM mark)`, columns: { threadId: copied("threadId") } },
  {
    table: "Event",
    which: "id IN (SELECT id FROM story)",
    columns: {
      commitmentId: copied("commitmentId"),
      subjectId: copied("subjectId"),
      // Gapless, and in the order of time.
      number: `(SELECT "eventCount" FROM "Workspace" WHERE id = original."workspaceId")
        + row_number() OVER (ORDER BY copy, original.number)`,
      at: "now()",
    },
  },
];

async function copyPattern(client: Client, copies: Copies): Promise<void> {
  await client.query("BEGIN");
  for (const plan of plans) await copyRows(client, plan, copies);
  const numbers = [copies.from, copies.to];
  await client.query(
    `UPDATE "Commitment" commitment SET "currentAssessmentId" = pg_temp.copied(pattern."currentAssessmentId", copy)
     FROM pattern, generate_series($1::int, $2::int) AS copy WHERE commitment.id = pg_temp.copied(pattern.id, copy)`,
    numbers,
  );
  await client.query(
    `UPDATE "Workspace" workspace SET "eventCount" = (SELECT max(number) FROM "Event" WHERE "workspaceId" = workspace.id)
     WHERE id IN (SELECT "workspaceId" FROM pattern)`,
  );
  await client.query("COMMIT");
  // What autovacuum does some time later.
  await client.query("VACUUM ANALYZE");
}

/** Columns that the plan does not name are as in the original, so that a new one needs nothing here. */
async function copyRows(client: Client, { table, which, columns }: Plan, { from, to }: Copies): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'`,
    [table],
  );
  const names = rows.map(({ name }) => name);
  const given: Record<string, string> = { ...(names.includes("id") && { id: copied("id") }), ...columns };
  const values = names.map((name) => given[name] ?? `original."${name}"`);
  await client.query(
    `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(", ")}) SELECT ${values.join(", ")}
     FROM (SELECT * FROM "${table}" WHERE ${which}) AS original, generate_series(${from}, ${to}) AS copy`,
  );
}
