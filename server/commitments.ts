// Commitments: finding one in the actor's workspace, reading its page, and who leads it.
import type { SetDoneInput, SetLeadInput } from "@/domain/commitment";
import type { Localized } from "@/domain/document";
import { invalidField, Refusal } from "@/domain/refusal";
import { timelinessOf } from "@/domain/timeliness";
import { recordEvent } from "./audit";
import { type Actor, authorize } from "./auth/actor";
import { dateColumn, isoDate, today } from "./calendar-dates";
import { database, inTransaction, type Transaction } from "./database";
import { findActiveMember, personOf, personSelect } from "./members";

/** Locks a commitment of the actor's workspace until the transaction ends, so that its writes follow one another. Refuses: not_found. */
export async function lockCommitment(tx: Transaction, actor: Actor, commitmentId: string) {
  await tx.$queryRaw`SELECT 1 FROM "Commitment" WHERE id = ${commitmentId} AND "workspaceId" = ${actor.workspaceId} FOR UPDATE`;
  const commitment = await tx.commitment.findFirst({
    where: { id: commitmentId, workspaceId: actor.workspaceId },
    include: { lead: { select: personSelect } },
  });
  if (!commitment) throw new Refusal("not_found");
  return commitment;
}

/** Gives the commitment a lead, or none. Refuses: not_found, forbidden, conflict, invalid (leadId). */
export function setLead(actor: Actor, input: SetLeadInput): Promise<void> {
  return inTransaction(async (tx) => {
    const commitment = await lockCommitment(tx, actor, input.commitmentId);
    authorize(actor, "commitment:lead");
    if (commitment.version !== input.version) {
      throw new Refusal("conflict", { current: { version: commitment.version, lead: personOf(commitment.lead) } });
    }
    const lead = input.leadId === null ? null : await findActiveMember(tx, actor, input.leadId, "leadId");
    if (commitment.leadId === input.leadId) return;
    await tx.commitment.update({
      where: { id: commitment.id },
      data: { leadId: input.leadId, version: { increment: 1 } },
    });
    await recordEvent(tx, actor, {
      type: "commitment.lead_changed",
      data: { from: personOf(commitment.lead), to: lead },
      documentId: commitment.documentId,
      commitmentId: commitment.id,
    });
  });
}

/** Says on which day a commitment was done, or that it is not. Refuses: not_found, forbidden, conflict, invalid (doneOn in the future). */
export function setDone(actor: Actor, { commitmentId, version, doneOn }: SetDoneInput): Promise<void> {
  return inTransaction(async (tx) => {
    const commitment = await lockCommitment(tx, actor, commitmentId);
    authorize(actor, "commitment:date");
    const from = isoDate(commitment.doneOn);
    if (commitment.version !== version) {
      throw new Refusal("conflict", { current: { version: commitment.version, doneOn: from } });
    }
    if (doneOn !== null && doneOn > today()) throw invalidField("doneOn", "done_in_future");
    if (from === doneOn) return;
    await tx.commitment.update({
      where: { id: commitment.id },
      data: { doneOn: dateColumn(doneOn), version: { increment: 1 } },
    });
    await recordEvent(tx, actor, {
      type: "commitment.done_changed",
      data: { from, to: doneOn },
      documentId: commitment.documentId,
      commitmentId: commitment.id,
    });
  });
}

export type CommitmentHead = Awaited<ReturnType<typeof getCommitment>>;

/** The head of a commitment's page: its text, its status, its lead and its neighbours. Refuses: not_found, forbidden. */
export async function getCommitment(actor: Actor, commitmentId: string) {
  authorize(actor, "commitment:read");
  const commitment = await database().commitment.findFirst({
    where: { id: commitmentId, workspaceId: actor.workspaceId },
    include: {
      lead: { select: personSelect },
      document: {
        select: {
          id: true,
          slug: true,
          isExample: true,
          adoptedOn: true,
          versions: { select: { language: true, title: true } },
        },
      },
      paragraph: {
        select: {
          ordinal: true,
          passages: {
            orderBy: { revision: "desc" },
            include: { languageVersion: { select: { language: true } }, editorialNotes: placedRemarks },
          },
        },
      },
      currentAssessment: { select: { id: true, completion: true, counterAction: true } },
    },
  });
  if (!commitment) throw new Refusal("not_found");
  const neighbours = await database().commitment.findMany({
    where: { documentId: commitment.documentId, number: { in: [commitment.number - 1, commitment.number + 1] } },
    select: { id: true, number: true, title: true },
  });
  const neighbour = (number: number) => {
    const found = neighbours.find((each) => each.number === number);
    return found ? { id: found.id, number, title: found.title as Localized } : null;
  };
  return {
    id: commitment.id,
    number: commitment.number,
    title: commitment.title as Localized,
    version: commitment.version,
    due: dueOf(commitment),
    doneOn: isoDate(commitment.doneOn),
    timeliness: timelinessOf({ dueOn: isoDate(commitment.dueOn), doneOn: isoDate(commitment.doneOn) }, today()),
    lead: personOf(commitment.lead),
    status: commitment.currentAssessment?.completion ?? null,
    counterAction: commitment.currentAssessment?.counterAction ?? false,
    statusSince: isoDate(commitment.statusSince),
    ordinal: commitment.paragraph.ordinal,
    passages: latestPassages(commitment.paragraph.passages),
    document: { ...commitment.document, adoptedOn: isoDate(commitment.document.adoptedOn) },
    previous: neighbour(commitment.number - 1),
    next: neighbour(commitment.number + 1),
  };
}

/** The numbers and titles of a document's commitments. Refuses: not_found, forbidden. */
export async function listNumbers(actor: Actor, documentSlug: string): Promise<{ number: number; title: Localized }[]> {
  authorize(actor, "commitment:read");
  const document = await database().document.findUnique({
    where: { workspaceId_slug: { workspaceId: actor.workspaceId, slug: documentSlug } },
    select: { commitments: { select: { number: true, title: true }, orderBy: { number: "asc" } } },
  });
  if (!document) throw new Refusal("not_found");
  return document.commitments.map(({ number, title }) => ({ number, title: title as Localized }));
}

/** The editorial remarks that have their place in the text; the others wait to be put back. */
export const placedRemarks = { where: { orphanedAt: null }, orderBy: { start: "asc" } } as const;

type StoredPassage = {
  id: string;
  revision: number;
  text: string;
  createdAt: Date;
  languageVersion: { language: string };
  editorialNotes: { id: string; start: number; end: number; exact: string; body: unknown }[];
};

/** The newest revision in each language, with its editorial remarks; expects newest revisions first. */
export function latestPassages(stored: StoredPassage[]) {
  const languages = [...new Set(stored.map((passage) => passage.languageVersion.language))];
  return languages.map((language) => {
    const [newest, ...earlier] = stored.filter((passage) => passage.languageVersion.language === language);
    const { id, revision, text, createdAt, editorialNotes } = newest as StoredPassage;
    return {
      id,
      language,
      revision,
      text,
      /** When its text was corrected for the last time; null for the text as it was entered. */
      correctedAt: revision > 1 ? createdAt : null,
      /** The revisions before it, the newest first: by these an open page knows what it showed. */
      earlierIds: earlier.map((each) => each.id),
      editorialNotes: editorialNotes.map((note) => ({ ...note, body: note.body as Localized })),
    };
  });
}
export type PassageView = ReturnType<typeof latestPassages>[number];

/** The period that the text names for a commitment, or null. */
export function dueOf(commitment: { dueOn: Date | null; duePrecision: "DAY" | "MONTH" | "YEAR" | null }) {
  const { dueOn, duePrecision } = commitment;
  return dueOn && duePrecision ? { on: isoDate(dueOn), precision: duePrecision } : null;
}

/** The commitment to which its document gives this number; null where there is none. Refuses: forbidden. */
export async function findCommitmentId(
  actor: Actor,
  { slug, number }: { slug: string; number: number },
): Promise<string | null> {
  authorize(actor, "commitment:read");
  const { workspaceId } = actor;
  const found = await database().commitment.findFirst({ where: { workspaceId, number, document: { slug } } });
  return found?.id ?? null;
}
