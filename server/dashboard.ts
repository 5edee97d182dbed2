// The overview: where each commitment of a document stands, what needs attention, and what happened last.

import { type Attention, attentionsOf } from "@/domain/commitment";
import { type Localized, slugPattern } from "@/domain/document";
import { excerptOf } from "@/domain/markdown-excerpt";
import { Refusal } from "@/domain/refusal";
import type { Completion, Status, Timeliness } from "@/domain/scales";
import { timelinessOf } from "@/domain/timeliness";
import type { Prisma } from "@/generated/prisma/client";
import { type Actor, authorize } from "./auth/actor";
import { dateColumn, isoDate, today } from "./calendar-dates";
import { dueOf } from "./commitments";
import { database } from "./database";
import { personOf, personSelect } from "./members";

/** One row of the overview. */
export type CommitmentRow = {
  id: string;
  number: number;
  title: Localized;
  status: Status;
  counterAction: boolean;
  statusSince: string | null;
  assessedOn: string | null;
  lead: { memberId: string; name: string } | null;
  due: ReturnType<typeof dueOf>;
  doneOn: string | null;
  timeliness: Timeliness | null;
  latestNote: { body: string; datedOn: string } | null;
  noteCount: number;
  evidenceCount: number;
  openFollowUps: number;
  overdueFollowUps: number;
  attentions: Attention[];
};

/** Every commitment of a document with what stands about it, by number. Refuses: not_found, forbidden. */
export async function getDashboard(actor: Actor, slug: string) {
  authorize(actor, "commitment:read");
  if (!slugPattern.test(slug)) throw new Refusal("not_found");
  const document = await database().document.findUnique({
    where: { workspaceId_slug: { workspaceId: actor.workspaceId, slug } },
    include: {
      versions: { select: { language: true, title: true, sourceAddress: true } },
      workspace: { select: { staleAfterDays: true, silentAfterMonths: true } },
    },
  });
  if (!document) throw new Refusal("not_found");
  const day = today();
  const inDocument = { workspaceId: actor.workspaceId, commitment: { documentId: document.id }, deletedAt: null };
  const open = { ...inDocument, doneAt: null } satisfies Prisma.NoteWhereInput;
  const [commitments, latestNotes, notes, evidence, openNotes, overdue] = await Promise.all([
    database().commitment.findMany({
      where: { documentId: document.id },
      orderBy: { number: "asc" },
      include: {
        lead: { select: personSelect },
        currentAssessment: {
          include: { restsOn: { where: { citation: { deletedAt: null } }, select: { citationId: true } } },
        },
        citations: { orderBy: { createdAt: "desc" }, take: 1, select: { createdAt: true } },
        assessments: {
          where: { review: "APPROVED" },
          orderBy: { recordedAt: "desc" },
          take: 1,
          select: { recordedAt: true },
        },
      },
    }),
    findLatestNotes(document.id),
    countNotes(inDocument),
    database().citation.groupBy({ by: ["commitmentId"], where: inDocument, _count: true }),
    countNotes({ ...open, OR: [{ dueOn: { not: null } }, { assigneeId: { not: null } }] }),
    countNotes({ ...open, dueOn: { lt: dateColumn(day) } }),
  ]);
  const countIn = (rows: { commitmentId: string; _count: number }[], id: string) =>
    rows.find((row) => row.commitmentId === id)?._count ?? 0;

  const rows = commitments.map((commitment): CommitmentRow => {
    const assessment = commitment.currentAssessment;
    const note = latestNotes.find((each) => each.commitmentId === commitment.id);
    const overdueFollowUps = countIn(overdue, commitment.id);
    const assessedOn = isoDate(assessment?.asOf ?? null);
    const dates = { dueOn: isoDate(commitment.dueOn), doneOn: isoDate(commitment.doneOn) };
    const signs = [commitment.citations[0]?.createdAt, commitment.assessments[0]?.recordedAt, document.createdAt];
    const heardOn = isoDate(
      signs.reduce((latest, each) => (each && (!latest || each > latest) ? each : latest)) as Date,
    );
    return {
      id: commitment.id,
      number: commitment.number,
      title: commitment.title as Localized,
      status: (assessment?.completion as Completion | undefined) ?? null,
      counterAction: assessment?.counterAction ?? false,
      statusSince: isoDate(commitment.statusSince),
      assessedOn,
      lead: personOf(commitment.lead),
      due: dueOf(commitment),
      doneOn: dates.doneOn,
      timeliness: timelinessOf(dates, day),
      latestNote: note ? { body: excerptOf(note.body, 280), datedOn: isoDate(note.datedOn) } : null,
      noteCount: countIn(notes, commitment.id),
      evidenceCount: countIn(evidence, commitment.id),
      openFollowUps: countIn(openNotes, commitment.id),
      overdueFollowUps,
      attentions: attentionsOf(
        {
          assessedOn,
          completion: assessment?.completion ?? null,
          restsOnCount: assessment?.restsOn.length ?? 0,
          overdueCount: overdueFollowUps,
          ...dates,
          heardOn,
        },
        day,
        document.workspace,
      ),
    };
  });
  return {
    document: {
      id: document.id,
      slug: document.slug,
      isExample: document.isExample,
      issuer: document.issuer as Localized,
      place: document.place as Localized,
      adoptedOn: isoDate(document.adoptedOn),
      versions: document.versions,
    },
    today: day,
    limits: document.workspace,
    rows,
  };
}
export type Dashboard = Awaited<ReturnType<typeof getDashboard>>;

function countNotes(where: Prisma.NoteWhereInput) {
  return database().note.groupBy({ by: ["commitmentId"], where, _count: true });
}

/** One note a commitment; Prisma's own "distinct" would fetch every note and choose afterwards. */
function findLatestNotes(documentId: string) {
  return database().$queryRaw<{ commitmentId: string; body: string; datedOn: Date }[]>`
    SELECT DISTINCT ON (note."commitmentId") note."commitmentId", left(note.body, 2000) AS body, note."datedOn"
    FROM "Note" note JOIN "Commitment" commitment ON commitment.id = note."commitmentId"
    WHERE commitment."documentId" = ${documentId} AND note."deletedAt" IS NULL
    ORDER BY note."commitmentId", note."datedOn" DESC, note."createdAt" DESC`;
}
