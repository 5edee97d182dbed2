// What the database holds after a fault, against what was acknowledged before it, and against itself.

import { Client } from "pg";
import { setEnv } from "@/env";
import { communiqueSlug } from "@/prisma/seed/communique";
import type { MemberActor } from "@/server/auth/actor";
import type { Kept } from "./writers";

/** Sentences, each about one thing that is not as it must be. */
export type Findings = { lost: string[]; halfDone: string[]; jobs: string[] };

/** The tables whose rows come with one event each, by how the event names its row. */
const told = [
  { rows: `"Note"`, event: "note.added", name: `"subjectId"` },
  { rows: `"Assessment"`, event: "assessment.recorded", name: `"subjectId"` },
  { rows: `"Citation"`, event: "evidence.attached", name: `"subjectId"` },
  { rows: `(SELECT id FROM "Annotation" WHERE "threadId" IS NULL)`, event: "annotation.made", name: `"subjectId"` },
  { rows: `"Capture"`, event: "evidence.captured", name: `data->>'captureId'` },
];

const halves: Record<string, string> = {
  ...Object.fromEntries(
    told.map(({ rows, event, name }) => [
      `row and ${event} without each other`,
      `SELECT coalesce(row.id, told.id) AS id FROM ${rows} AS row
       FULL JOIN (SELECT ${name} AS id, count(*) AS times FROM "Event" WHERE type = '${event}' GROUP BY 1) AS told ON told.id = row.id
       WHERE row.id IS NULL OR told.times IS DISTINCT FROM 1`,
    ]),
  ),
  "version of a note without its edit": `
    SELECT id FROM "Note" WHERE version - 1 <>
      (SELECT count(*) FROM "Event" WHERE type = 'note.edited' AND "subjectId" = "Note".id)`,
  "number of an event left out or given twice": `
    SELECT id FROM "Workspace" WHERE ("eventCount", "eventCount") IS DISTINCT FROM
      (SELECT (count(*)::int, coalesce(max(number), 0)) FROM "Event" WHERE "workspaceId" = "Workspace".id)`,
  "status that is not that of the latest assessment": `
    SELECT id FROM "Commitment" WHERE "currentAssessmentId" IS DISTINCT FROM
      (SELECT a.id FROM "Assessment" a WHERE a."commitmentId" = "Commitment".id AND a."provisionId" IS NULL
       ORDER BY a."asOf" DESC, a."recordedAt" DESC, a.id DESC LIMIT 1)`,
  "file of an export without its end": `
    SELECT coalesce(e.id, f."exportId") AS id FROM "Export" e FULL JOIN "ExportFile" f ON f."exportId" = e.id
    WHERE (e.state IS NOT DISTINCT FROM 'DONE') <> (f."exportId" IS NOT NULL)`,
};

const wrongJobs: Record<string, string> = {
  "export under way that no job is left for": `
    SELECT e.id FROM "Export" e LEFT JOIN pgboss.job j ON j.id::text = e.id AND j.name = 'write-export'
    WHERE e.state IN ('QUEUED', 'RUNNING') AND coalesce(j.state::text, 'none') NOT IN ('created', 'retry', 'active')`,
  "page that does not change, kept more than once": `
    SELECT "evidenceId" AS id FROM "Capture" WHERE origin = 'FETCHED' GROUP BY 1 HAVING count(*) > 1`,
  "job tried more often than it may be": `SELECT id::text FROM pgboss.job WHERE retry_count > retry_limit`,
};

/** What has to come to an end when the worker is left in peace. */
const unsettled: Record<string, string> = {
  "export that nobody wrote": `SELECT id FROM "Export" WHERE state IN ('QUEUED', 'RUNNING')`,
  "source that nobody looked at": `SELECT id FROM "Evidence" WHERE health = 'UNCHECKED'`,
};

async function ask(url: string, queries: Record<string, string>): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    // One moment for all of them: the worker goes on meanwhile.
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const found: string[] = [];
    for (const [what, sql] of Object.entries(queries)) {
      const { rows } = await client.query<{ id: string }>(sql);
      found.push(...rows.map(({ id }) => `${what}: ${id}`));
    }
    return found;
  } finally {
    await client.end();
  }
}

export const findUnsettled = (url: string) => ask(url, unsettled);

/** Exports that were given up, which their people were told. */
export const findGivenUp = (url: string) => ask(url, { "given up": `SELECT id FROM "Export" WHERE state = 'FAILED'` });

/** Holds everything that was acknowledged since the beginning against the database, and the database against itself. */
export async function checkRecords(url: string, member: MemberActor, kept: readonly Kept[]): Promise<Findings> {
  setEnv({ DATABASE_URL: url });
  const { closeDatabase } = await import("@/server/database");
  try {
    return {
      lost: await findLost(member, kept),
      halfDone: [...(await ask(url, halves)), ...(await findDisagreement(member))],
      jobs: await ask(url, wrongJobs),
    };
  } finally {
    await closeDatabase();
  }
}

async function findLost({ workspaceId }: MemberActor, kept: readonly Kept[]): Promise<string[]> {
  const { database } = await import("@/server/database");
  const { readFile } = await import("@/server/file-store");
  const where = { where: { workspaceId } };
  const byId = { ...where, select: { id: true } };
  const [notes, assessments, citations, annotations, exports, captures] = await Promise.all([
    database().note.findMany({ ...where, select: { id: true, body: true, version: true } }),
    database().assessment.findMany({ select: { id: true } }),
    database().citation.findMany({ select: { id: true } }),
    database().annotation.findMany(byId),
    database().export.findMany(byId),
    database().capture.findMany({ ...where, select: { evidenceId: true, sha256: true } }),
  ]);
  const noteById = new Map(notes.map((note) => [note.id, note]));
  const ids = new Set([...assessments, ...citations, ...annotations, ...exports].map(({ id }) => id));
  const copies = new Set(captures.map(({ evidenceId, sha256 }) => `${evidenceId} ${sha256}`));
  const isThere = async (each: Kept) => {
    if (each.kind === "note") return noteById.get(each.id)?.body.startsWith(each.body) ?? false;
    if (each.kind === "edit") return (noteById.get(each.id)?.version ?? 0) >= each.version;
    if (each.kind !== "copy") return ids.has(each.id);
    return copies.has(`${each.evidenceId} ${each.sha256}`) && (await readFile(each.sha256)).byteLength > 0;
  };
  const lost: string[] = [];
  for (const each of kept) {
    // A file that is missing or damaged is lost as well.
    if (!(await isThere(each).catch(() => false))) lost.push(JSON.stringify(each));
  }
  return lost;
}

/** Where what history tells of today is not what the rows say. */
async function findDisagreement(member: MemberActor): Promise<string[]> {
  const { listAssessments } = await import("@/server/assessments");
  const { listEvidence } = await import("@/server/evidence");
  const { readHistory, standingAt } = await import("@/server/history");
  const { listNotes } = await import("@/server/notes");
  const { today } = await import("@/server/calendar-dates");
  const day = today();
  const history = await readHistory(member, communiqueSlug, { until: day });
  const found: string[] = [];
  for (const past of standingAt(history, day, { unreviewed: "without" }).commitments) {
    const [notes, evidence, assessments] = await Promise.all([
      listNotes(member, past.commitment.id),
      listEvidence(member, past.commitment.id),
      listAssessments(member, past.commitment.id),
    ]);
    const pairs = {
      notes: [past.notes.map(({ id, body }) => id + body), notes.map(({ id, body }) => id + body)],
      evidence: [past.citations.map(({ id }) => id), evidence.map(({ citationId }) => citationId)],
      assessments: [
        past.assessments.map(({ id, completion }) => id + completion),
        assessments.map(({ id, completion }) => id + completion),
      ],
    };
    for (const [what, [told = [], stands = []]] of Object.entries(pairs)) {
      if (told.toSorted().join() !== stands.toSorted().join())
        found.push(`${what} of commitment ${past.commitment.number}`);
    }
  }
  return found.map((what) => `history and rows disagree: ${what}`);
}
