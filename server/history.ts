// Reading the state of a document's commitments at a moment, from the history alone.
import type { EventType } from "@/domain/audit";
import { slugPattern } from "@/domain/document";
import { settingsBefore, stateAfter } from "@/domain/history";
import { sourceOfCitation } from "@/domain/history/past-evidence";
import type {
  PastAssessment,
  PastCitation,
  PastContribution,
  PastNote,
  PastProvision,
  PastState,
  StoredEvent,
} from "@/domain/history/past-state";
import { Refusal } from "@/domain/refusal";
import { type Actor, authorize } from "./auth/actor";
import { latestPassages, placedRemarks } from "./commitments";
import { database, type Transaction } from "./database";
import { personOf, personSelect } from "./members";

const paragraphSelect = {
  printedNumber: true,
  passages: {
    orderBy: { revision: "desc" },
    include: { languageVersion: { select: { language: true } }, editorialNotes: placedRemarks },
  },
} as const;

/** What is read for a summary: the document, which does not change, and what stood about it and its workspace at the moments asked for. */
export type DocumentHistory = Awaited<ReturnType<typeof readHistory>>;

/** Up to where history is read: the end of a day (ISO, UTC), and no further than what was known at a moment where one is given. */
export type Reach = { until: string; known?: { eventNumber: number; at: Date } };

/**
 * The document and its whole history, read in one snapshot.
 * Refuses: not_found, forbidden.
 */
export async function readHistory(actor: Actor, slug: string, { until, known }: Reach) {
  authorize(actor, "commitment:read");
  if (!slugPattern.test(slug)) throw new Refusal("not_found");
  return database().$transaction(
    async (tx) => {
      const document = await tx.document.findUnique({
        where: { workspaceId_slug: { workspaceId: actor.workspaceId, slug } },
        include: {
          versions: true,
          workspace: {
            select: { name: true, staleAfterDays: true, silentAfterMonths: true, requiresReview: true },
          },
          commitments: { orderBy: { number: "asc" }, include: { paragraph: { select: paragraphSelect } } },
        },
      });
      if (!document) throw new Refusal("not_found");
      const edits = await tx.event.findMany({
        where: {
          workspaceId: actor.workspaceId,
          type: "workspace.edited",
          OR: [{ at: { gte: endOf(until) } }, ...(known ? [{ number: { gt: known.eventNumber } }] : [])],
        },
        orderBy: { number: "asc" },
        select: { type: true, data: true },
      });
      const workspace = settingsBefore(document.workspace, edits);
      const events = await eventsOf(tx, document, { until, known });
      const sources = await sourcesOf(tx, document.id);
      const codebooks = await tx.codebookVersion.findMany({
        where: { workspaceId: actor.workspaceId },
        select: { number: true, content: true },
      });
      return { document: { ...document, workspace }, events, sources, codebooks };
    },
    { isolationLevel: "RepeatableRead", maxWait: 5_000, timeout: 60_000 },
  );
}

/** Whether judgements count that wait for review. */
export type Counted = { unreviewed: "with" | "without" };

/**
 * What stood at the end of a day (ISO, UTC), by commitment: judgements that count in the order recorded, provisions by
 * number, the rest latest first; and what stood for all of them.
 */
export function standingAt({ document, events, sources }: DocumentHistory, day: string, counted: Counted) {
  const end = endOf(day);
  const sourceOf = (citationId: string) => sources.get(citationId);
  const state = stateAfter(
    events.filter(({ at }) => at < end),
    sourceOf,
  );
  const counts = ({ review }: PastAssessment) =>
    review === "APPROVED" || (review === "SUBMITTED" && counted.unreviewed === "with");
  const judgements = byCommitment([...state.assessments.values()].filter(counts));
  const notesOf = byCommitment(state.notes.values());
  const citationsOf = byCommitment(state.citations.values());
  const provisionsOf = byCommitment(state.provisions.values());
  const contributionsOf = byCommitment(state.contributions.values());
  const commitments = document.commitments.map((commitment) => {
    const citations = (citationsOf.get(commitment.id) ?? []).sort(byPublication);
    const judged = judgements.get(commitment.id) ?? [];
    const standing = <Each extends { removed: boolean }>(all: Each[]) => all.filter(({ removed }) => !removed);
    return {
      commitment,
      passages: latestPassages(textsBy(commitment.paragraph.passages, state)),
      assessments: judged.filter(({ provisionId }) => provisionId === null),
      provisions: (provisionsOf.get(commitment.id) ?? []).sort(byNumber).map((provision) => ({
        ...provision,
        assessments: judged.filter(({ provisionId }) => provisionId === provision.id),
      })),
      notes: (notesOf.get(commitment.id) ?? []).filter(({ deleted }) => !deleted).sort(byDate),
      citations: standing(citations).map((each) => ({ ...each, source: sourceOfCitation(state, each.id, sourceOf) })),
      /** Also those removed since: assessments may rest on them. */
      everCited: new Map(citations.map((citation) => [citation.id, citation])),
      contributions: standing(contributionsOf.get(commitment.id) ?? [])
        .sort(byDay)
        .map((each) => ({ ...each, party: { ...each.party, ...state.parties.get(each.party.partyId) } })),
      lead: state.leads.get(commitment.id) ?? null,
      doneOn: state.doneOn.get(commitment.id) ?? null,
    };
  });
  return { commitments, codebookVersion: state.codebookVersion, doubleCodings: [...state.doubleCodings.values()] };
}
export type Standing = ReturnType<typeof standingAt>["commitments"][number];

/** The kinds of event that no document has, and that summaries know of all the same: of sources, tags, parties and the codebook. */
const ofWorkspace: EventType[] = [
  "evidence.captured",
  "evidence.health_changed",
  "evidence.retagged",
  "evidence.edited",
  "tag.added",
  "tag.edited",
  "tag.deleted",
  "tag.restored",
  "tag.merged",
  "party.added",
  "party.edited",
  "party.removed",
  "party.restored",
  "codebook.published",
];

/** What is private to one member is in no summary. */
async function eventsOf(
  tx: Transaction,
  { id, workspaceId }: { id: string; workspaceId: string },
  { until, known }: Reach,
): Promise<StoredEvent[]> {
  const rows = await tx.event.findMany({
    where: {
      workspaceId,
      onlyForId: null,
      OR: [
        { documentId: id, commitmentId: { not: null } },
        { commitmentId: null, type: { in: ofWorkspace } },
      ],
      at: { lt: endOf(until) },
      ...(known && { number: { lte: known.eventNumber } }),
    },
    orderBy: { number: "asc" },
    select: {
      type: true,
      data: true,
      at: true,
      commitmentId: true,
      subjectId: true,
      member: { select: personSelect },
    },
  });
  return rows.map(({ member, ...event }) => ({ ...event, by: personOf(member) }));
}

async function sourcesOf(tx: Transaction, documentId: string): Promise<Map<string, string>> {
  const rows = await tx.citation.findMany({
    where: { commitment: { documentId } },
    select: { id: true, evidenceId: true },
  });
  return new Map(rows.map(({ id, evidenceId }) => [id, evidenceId]));
}

function byCommitment<Value extends { commitmentId: string }>(values: Iterable<Value>): Map<string, Value[]> {
  const found = new Map<string, Value[]>();
  for (const value of values) {
    const mine = found.get(value.commitmentId);
    if (mine) mine.push(value);
    else found.set(value.commitmentId, [value]);
  }
  return found;
}

/** The first moment after a calendar day in UTC. */
function endOf(day: string): Date {
  return new Date(Date.parse(day) + 86_400_000);
}

function byDate(one: PastNote, other: PastNote): number {
  return other.datedOn.localeCompare(one.datedOn) || other.addedAt.getTime() - one.addedAt.getTime();
}

/** Latest first; what has no day comes last, as it was added. */
function byDay(one: PastContribution, other: PastContribution): number {
  return (other.datedOn ?? "").localeCompare(one.datedOn ?? "") || one.addedAt.getTime() - other.addedAt.getTime();
}

/** "3.10" after "3.9". */
function byNumber(one: PastProvision, other: PastProvision): number {
  return ordinalIn(one) - ordinalIn(other);
}
const ordinalIn = ({ number }: PastProvision) => Number(number.slice(number.indexOf(".") + 1));

function byPublication(one: PastCitation, other: PastCitation): number {
  const published = (other.publishedOn ?? "").localeCompare(one.publishedOn ?? "");
  return published || other.citedAt.getTime() - one.citedAt.getTime();
}

/**
 * The revisions there were by then, each with its remarks as they stood. The first is what was published, however late it
 * was entered here. Only the numbers of events say what was known at a moment: clocks run on while a correction is saved.
 */
function textsBy<Text extends PastText>(passages: Text[], { corrections, remarksPutBack }: PastState): Text[] {
  return passages
    .filter(({ id, revision }) => revision === 1 || corrections.has(id))
    .map((passage) => ({
      ...passage,
      editorialNotes: passage.editorialNotes.filter(({ id, method }) => method !== "HAND" || remarksPutBack.has(id)),
    }));
}
type PastText = { id: string; revision: number; editorialNotes: { id: string; method: string | null }[] };
