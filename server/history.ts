// Reading the state of a document's commitments at a moment, from the history alone.
import { slugPattern } from "@/domain/document";
import {
  type PastCitation,
  type PastNote,
  type PastState,
  type StoredEvent,
  settingsBefore,
  stateAfter,
} from "@/domain/history";
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
          workspace: { select: { name: true, staleAfterDays: true, silentAfterMonths: true } },
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
      const [events, sources] = [await eventsOf(tx, document.id, { until, known }), await sourcesOf(tx, document.id)];
      return { document: { ...document, workspace }, events, sources };
    },
    { isolationLevel: "RepeatableRead", maxWait: 5_000, timeout: 60_000 },
  );
}

/** What stood at the end of a day (ISO, UTC), by commitment: assessments in the order recorded, the rest latest first. */
export function standingAt({ document, events, sources }: DocumentHistory, day: string) {
  const end = endOf(day);
  const state = stateAfter(
    events.filter(({ at }) => at < end),
    (citationId) => sources.get(citationId),
  );
  const assessmentsOf = byCommitment(state.assessments);
  const notesOf = byCommitment(state.notes.values());
  const citationsOf = byCommitment(state.citations.values());
  return document.commitments.map((commitment) => {
    const citations = (citationsOf.get(commitment.id) ?? []).sort(byPublication);
    return {
      commitment,
      passages: latestPassages(textsBy(commitment.paragraph.passages, state)),
      assessments: assessmentsOf.get(commitment.id) ?? [],
      notes: (notesOf.get(commitment.id) ?? []).filter(({ deleted }) => !deleted).sort(byDate),
      citations: citations.filter(({ removed }) => !removed),
      /** Also those removed since: assessments may rest on them. */
      everCited: new Map(citations.map((citation) => [citation.id, citation])),
      lead: state.leads.get(commitment.id) ?? null,
      doneOn: state.dones.get(commitment.id) ?? null,
    };
  });
}
export type Standing = ReturnType<typeof standingAt>[number];

async function eventsOf(tx: Transaction, documentId: string, { until, known }: Reach): Promise<StoredEvent[]> {
  const rows = await tx.event.findMany({
    where: {
      documentId,
      commitmentId: { not: null },
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
