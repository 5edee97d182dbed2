// Where the commitments of a document stand, counted, narrowed, ordered and paged by the database in one statement.
import { foundIn } from "@/domain/arabic-fold";
import type { Attention, AttentionLimits } from "@/domain/commitment";
import {
  type CommitmentFilters,
  type CommitmentOrder,
  commitmentsAPage,
  type StatusName,
} from "@/domain/commitment-list";
import type { Localized } from "@/domain/document";
import type { Completion } from "@/domain/scales";
import { Prisma } from "@/generated/prisma/client";
import type { Locale } from "@/i18n/locales";
import { database } from "./database";

const { sql, join } = Prisma;

/** What is asked: of which document, on which day (ISO), and what its page is narrowed to. */
export type Question = {
  document: { id: string; createdAt: Date };
  day: string;
  limits: AttentionLimits;
  filters: CommitmentFilters;
  locale: Locale;
};

type Head = { id: string; number: number; title: Localized };
export type StripRow = Head & { completion: Completion | null; counterAction: boolean; statusSince: string | null };
type FoundRow = StripRow & {
  assessedOn: string | null;
  dueOn: string | null;
  duePrecision: "DAY" | "MONTH" | "YEAR" | null;
  doneOn: string | null;
  lead: { memberId: string; name: string } | null;
  noteCount: number;
  evidenceCount: number;
  openFollowUps: number;
  overdueFollowUps: number;
  latestNote: { body: string; datedOn: string } | null;
  attentions: Attention[];
};
export type FoundRows = {
  total: number;
  statuses: Partial<Record<StatusName, number>>;
  /** For each reason there is, how many commitments have it, and the first of them. */
  attention: { attention: Attention; count: number; first: Head[] }[];
  /** All of them, where they are few enough to be shown at once; else null. */
  strip: StripRow[] | null;
  leads: { memberId: string; name: string }[];
  found: number;
  page: number;
  rows: FoundRow[];
};

/** As many cells as the eye takes in at once. */
const mostCells = 40;
/** Of each reason to look at a commitment. */
const firstConcerned = 8;

/** All that the overview tells of a document's commitments; one statement, and one more where words are looked for. */
export async function readRows(question: Question): Promise<FoundRows> {
  const { filters, locale } = question;
  const asked = (filters.page ?? 1) - 1;
  const conditions = await conditionsOf(question);
  const [answer] = await database().$queryRaw<[FoundRows]>`
    WITH ${facts(question)}, ${judged(question)},
    passing AS (SELECT * FROM judged WHERE ${join(conditions, " AND ")}),
    counted AS (SELECT count(*)::int AS found, (SELECT count(*) FROM facts)::int AS total FROM passing),
    placed AS (
      SELECT found, total, least(${asked}::int, greatest((found - 1) / ${commitmentsAPage}, 0)) AS page FROM counted
    ),
    shown AS (
      SELECT p.*, row_number() OVER (ORDER BY ${ordered(filters, locale)}) AS place FROM passing p
      ORDER BY place LIMIT ${commitmentsAPage} OFFSET (SELECT page * ${commitmentsAPage} FROM placed)
    )
    SELECT placed.total, placed.found, placed.page + 1 AS page,
      (SELECT coalesce(json_object_agg(s.name, s.count), '{}') FROM (
        SELECT coalesce(completion::text, 'NOT_ASSESSED') AS name, count(*) AS count FROM facts GROUP BY 1) s) AS statuses,
      (SELECT coalesce(json_agg(json_build_object('attention', r.attention, 'count', r.count, 'first', r.first)), '[]') FROM (
        SELECT attention, max(place) AS count,
          json_agg(json_build_object('id', id, 'number', number, 'title', title) ORDER BY number)
            FILTER (WHERE place <= ${firstConcerned}) AS first
        FROM (
          SELECT id, number, title, attention, row_number() OVER (PARTITION BY attention ORDER BY number) AS place
          FROM judged, unnest(attentions) AS attention) each
        GROUP BY attention) r) AS attention,
      (SELECT json_agg(json_build_object('id', id, 'number', number, 'title', title, 'completion', completion,
          'counterAction', "counterAction", 'statusSince', "statusSince") ORDER BY number)
        FROM facts WHERE placed.total <= ${mostCells}) AS strip,
      (SELECT coalesce(json_agg(l), '[]') FROM (
        SELECT DISTINCT "leadId" AS "memberId", "leadName" AS name FROM facts WHERE "leadId" IS NOT NULL) l) AS leads,
      (SELECT coalesce(json_agg(json_build_object(
          'id', shown.id, 'number', shown.number, 'title', shown.title, 'completion', completion,
          'counterAction', "counterAction", 'statusSince', "statusSince", 'assessedOn', "assessedOn",
          'dueOn', "dueOn", 'duePrecision', "duePrecision", 'doneOn', "doneOn",
          'lead', CASE WHEN "leadId" IS NOT NULL THEN json_build_object('memberId', "leadId", 'name', "leadName") END,
          'noteCount', "noteCount", 'evidenceCount', "evidenceCount", 'openFollowUps', "openFollowUps",
          'overdueFollowUps', "overdueFollowUps", 'latestNote', note.told, 'attentions', attentions) ORDER BY place), '[]')
        FROM shown LEFT JOIN LATERAL (
          SELECT json_build_object('body', left(n.body, 2000), 'datedOn', n."datedOn") AS told FROM "Note" n
          WHERE n."commitmentId" = shown.id AND n."deletedAt" IS NULL
          ORDER BY n."datedOn" DESC, n."createdAt" DESC LIMIT 1) note ON true) AS rows
    FROM placed`;
  return answer;
}

/** What stands about each commitment; of what hangs on them one pass each, however many there are. */
function facts({ document, day }: Question): Prisma.Sql {
  const ofDocument = sql`(SELECT id FROM "Commitment" WHERE "documentId" = ${document.id})`;
  return sql`facts AS MATERIALIZED (
    SELECT c.id, c.number, c.title, c."leadId", lead_user.name AS "leadName", c."statusSince",
      c."dueOn", c."duePrecision", c."doneOn", a.completion, coalesce(a."counterAction", false) AS "counterAction",
      a."asOf" AS "assessedOn", coalesce(notes.all, 0) AS "noteCount", coalesce(notes.open, 0) AS "openFollowUps",
      coalesce(notes.overdue, 0) AS "overdueFollowUps", notes.latest AS "latestNoteOn",
      coalesce(cited.count, 0) AS "evidenceCount", coalesce(founded.count, 0) AS "restsOnCount",
      (greatest(${document.createdAt}::timestamptz, cited.latest, heard.latest) AT TIME ZONE 'UTC')::date AS "heardOn"
    FROM "Commitment" c
    LEFT JOIN "Assessment" a ON a.id = c."currentAssessmentId"
    LEFT JOIN "Member" lead ON lead.id = c."leadId"
    LEFT JOIN "User" lead_user ON lead_user.id = lead."userId"
    LEFT JOIN (
      SELECT "commitmentId", count(*) AS all, max("datedOn") AS latest,
        count(*) FILTER (WHERE "doneAt" IS NULL AND ("dueOn" IS NOT NULL OR "assigneeId" IS NOT NULL)) AS open,
        count(*) FILTER (WHERE "doneAt" IS NULL AND "dueOn" < ${day}::date) AS overdue
      FROM "Note" WHERE "deletedAt" IS NULL AND "commitmentId" IN ${ofDocument} GROUP BY 1) notes ON notes."commitmentId" = c.id
    LEFT JOIN (
      SELECT "commitmentId", count(*) FILTER (WHERE "deletedAt" IS NULL) AS count, max("createdAt") AS latest
      FROM "Citation" WHERE "commitmentId" IN ${ofDocument} GROUP BY 1) cited ON cited."commitmentId" = c.id
    LEFT JOIN (
      SELECT "commitmentId", max("recordedAt") AS latest
      FROM "Assessment" WHERE review = 'APPROVED' AND "commitmentId" IN ${ofDocument} GROUP BY 1) heard ON heard."commitmentId" = c.id
    LEFT JOIN (
      SELECT r."assessmentId", count(*) AS count
      FROM "AssessmentCitation" r JOIN "Citation" ci ON ci.id = r."citationId" AND ci."deletedAt" IS NULL
      WHERE ci."commitmentId" IN ${ofDocument} GROUP BY 1) founded ON founded."assessmentId" = a.id
    WHERE c."documentId" = ${document.id})`;
}

/** The rule of `attentionsOf` (domain/commitment.ts), reason by reason and in its order; a test holds the two equal. */
function judged({ day, limits }: Question): Prisma.Sql {
  const { staleAfterDays, silentAfterMonths } = limits;
  return sql`judged AS MATERIALIZED (
    SELECT *, array_remove(ARRAY[
      CASE WHEN "assessedOn" IS NULL THEN 'NEVER_ASSESSED' END,
      CASE WHEN completion <> 'COMPLETE' AND ${day}::date - "assessedOn" > ${staleAfterDays} THEN 'STALE' END,
      CASE WHEN completion <> 'NO_EVIDENCE' AND "restsOnCount" = 0 THEN 'NO_EVIDENCE_BEHIND_STATUS' END,
      CASE WHEN "overdueFollowUps" > 0 THEN 'OVERDUE_FOLLOW_UP' END,
      CASE WHEN completion IS DISTINCT FROM 'COMPLETE' AND "doneOn" IS NULL AND "dueOn" < ${day}::date THEN 'OVERDUE' END,
      CASE WHEN completion IS DISTINCT FROM 'COMPLETE'
        AND "heardOn" + make_interval(months => ${silentAfterMonths}::int) < ${day}::date THEN 'SILENT' END
    ], NULL) AS attentions FROM facts)`;
}

async function conditionsOf(question: Question): Promise<Prisma.Sql[]> {
  const { status, lead, attention, q } = question.filters;
  const conditions = [sql`true`];
  if (status) {
    conditions.push(status === "NOT_ASSESSED" ? sql`completion IS NULL` : sql`completion = ${status}::"Completion"`);
  }
  if (lead) conditions.push(lead === "none" ? sql`"leadId" IS NULL` : sql`"leadId" = ${lead}`);
  if (attention === "ANY") conditions.push(sql`cardinality(attentions) > 0`);
  else if (attention) conditions.push(sql`${attention} = ANY(attentions)`);
  if (q) conditions.push(sql`id = ANY(${await findWords(question.document.id, q)})`);
  return conditions;
}

/** The commitments whose number, titles, latest note or lead have the words, in any spelling: the folding of Arabic is ours, so all are read. */
async function findWords(documentId: string, words: string): Promise<string[]> {
  const rows = await database().$queryRaw<{ id: string; text: string }[]>`
    SELECT c.id, concat_ws(' ', c.number, c.title->>'ar', c.title->>'en', c.title->>'fr', left(note.body, 2000), u.name) AS text
    FROM "Commitment" c
    LEFT JOIN "Member" m ON m.id = c."leadId" LEFT JOIN "User" u ON u.id = m."userId"
    LEFT JOIN LATERAL (
      SELECT body FROM "Note" n WHERE n."commitmentId" = c.id AND n."deletedAt" IS NULL
      ORDER BY n."datedOn" DESC, n."createdAt" DESC LIMIT 1) note ON true
    WHERE c."documentId" = ${documentId}`;
  return rows.filter(({ text }) => foundIn(text, words)).map(({ id }) => id);
}

/** Empty values last whichever way it runs; equal ones by number. */
function ordered({ sort = "number", order = "asc" }: CommitmentFilters, locale: Locale): Prisma.Sql {
  const keys: Record<CommitmentOrder, Prisma.Sql> = {
    number: sql`p.number`,
    // The order of Unicode, in which the letters of every script stand as in its alphabet.
    title: sql`(p.title->>${locale}) COLLATE "und-x-icu"`,
    status: sql`p.completion`,
    since: sql`p."statusSince"`,
    note: sql`p."latestNoteOn"`,
    evidence: sql`p."evidenceCount"`,
    followUps: sql`p."overdueFollowUps" * 1000 + p."openFollowUps"`,
    lead: sql`p."leadName" COLLATE "und-x-icu"`,
  };
  return sql`${keys[sort]} ${order === "asc" ? sql`ASC NULLS LAST` : sql`DESC NULLS LAST`}, p.number`;
}
