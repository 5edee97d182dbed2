// Provisions: what a commitment undertakes, piece by piece; proposed by analysts, accepted and dropped by editors.
import { changesBetween } from "@/domain/audit";
import type { ProvisionValues } from "@/domain/audit-values";
import type {
  DropProvisionInput,
  EditProvisionInput,
  ProposeProvisionInput,
  ProvisionAtVersion,
} from "@/domain/provision";
import { invalidField, Refusal } from "@/domain/refusal";
import type { Selection } from "@/domain/selection";
import { Prisma } from "@/generated/prisma/client";
import { recordEvent } from "./audit";
import { type Actor, authorize } from "./auth/actor";
import { dateColumn, today } from "./calendar-dates";
import { lockCommitment } from "./commitments";
import { database, inTransaction, type Transaction } from "./database";
import {
  about,
  anewer,
  nameOf,
  type ProvisionRow,
  provisionInclude,
  provisionView,
  refuseStale,
  takeProvision,
  valuesOf,
} from "./provision-rows";
import { takeSelected } from "./selected-words";

/** The provisions of a commitment in the order of their numbers, dropped ones included. Refuses: forbidden. */
export async function listProvisions(actor: Actor, commitmentId: string) {
  authorize(actor, "commitment:read");
  const rows = await database().provision.findMany({
    where: { commitmentId, workspaceId: actor.workspaceId },
    include: provisionInclude,
    orderBy: { ordinal: "asc" },
  });
  return rows.map(provisionView);
}
export type ProvisionView = Awaited<ReturnType<typeof listProvisions>>[number];

/** How many commitments come at a time with their provisions. */
const commitmentsAtATime = 20;

/**
 * The provisions of a document, commitment by commitment: those after the commitment of a number, and `next`, after which
 * there are more; null at the end. Refuses: not_found, forbidden.
 */
export async function listDocumentProvisions(actor: Actor, documentSlug: string, after = 0) {
  authorize(actor, "commitment:read");
  const { workspaceId } = actor;
  const document = await database().document.findUnique({
    where: { workspaceId_slug: { workspaceId, slug: documentSlug } },
    select: {
      commitments: {
        where: { number: { gt: after } },
        orderBy: { number: "asc" },
        take: commitmentsAtATime + 1,
        select: { id: true, number: true, provisions: { include: provisionInclude, orderBy: { ordinal: "asc" } } },
      },
    },
  });
  if (!document) throw new Refusal("not_found");
  const found = document.commitments.slice(0, commitmentsAtATime);
  const next = document.commitments.length > found.length ? (found.at(-1)?.number ?? null) : null;
  const commitments = found.map(({ provisions, ...commitment }) => ({
    ...commitment,
    provisions: provisions.map(provisionView),
  }));
  return { commitments, next };
}

/**
 * Proposes a provision on words of the commitment's own paragraph; it gets the next number.
 * Refuses: not_found, forbidden, invalid (targets of another paragraph, doneOn in the future), conflict (reason
 * text_changed; detail.current.stretches is where the words stand now, if that can be told).
 */
export function proposeProvision(actor: Actor, input: ProposeProvisionInput): Promise<{ id: string; number: string }> {
  return inTransaction(async (tx) => {
    const { commitmentId, targets, ...given } = input;
    const isOurs = await tx.commitment.count({ where: { id: commitmentId, workspaceId: actor.workspaceId } });
    if (isOurs === 0) throw new Refusal("not_found");
    authorize(actor, "provision:propose");
    refuseFuture(given);
    // The paragraph before the commitment, in the order in which a correction takes them.
    const spans = await takeSpans(tx, actor, commitmentId, targets);
    const commitment = await lockCommitment(tx, actor, commitmentId);
    const last = await tx.provision.aggregate({ where: { commitmentId }, _max: { ordinal: true } });
    const provision = await tx.provision.create({
      data: {
        workspaceId: actor.workspaceId,
        commitmentId: commitment.id,
        ordinal: (last._max.ordinal ?? 0) + 1,
        proposedById: actor.memberId,
        ...columnsOf(given),
        spans: { create: spans },
      },
      include: provisionInclude,
    });
    await recordEvent(tx, actor, { type: "provision.proposed", data: valuesOf(provision), ...about(provision) });
    return { id: provision.id, number: nameOf(provision).number };
  });
}

/**
 * Saves an edited provision; it keeps its number and its state. Without `targets` it stays on the words that it is on.
 * Refuses: not_found, forbidden, invalid (as proposeProvision), conflict (detail.current; also reason dropped and text_changed).
 */
export function editProvision(actor: Actor, input: EditProvisionInput): Promise<void> {
  return inTransaction(async (tx) => {
    const { provisionId, version, targets, ...given } = input;
    const there = await tx.provision.findFirst({
      where: { id: provisionId, workspaceId: actor.workspaceId },
      select: { commitmentId: true },
    });
    if (!there) throw new Refusal("not_found");
    authorize(actor, "provision:propose");
    // The paragraph before the provision, in the order in which a correction takes them.
    const spans = targets && (await takeSpans(tx, actor, there.commitmentId, targets).catch(withoutPlaces));
    const provision = await takeProvision(tx, actor, provisionId);
    refuseStale(provision, { version });
    refuseDropped(provision);
    refuseFuture(given);
    const before = valuesOf(provision);
    const quotes = spans ? spans.map(({ exact }) => exact) : before.quotes;
    const changes = changesBetween<Partial<ProvisionValues>>(before, { ...given, quotes });
    const placesLost = spans !== undefined && provision.spans.some(({ orphanedAt }) => orphanedAt);
    if (!changes && !placesLost) return;
    await tx.provision.update({
      where: { id: provisionId },
      data: { ...columnsOf(given), ...anewer, ...(spans && { spans: { deleteMany: {}, create: spans } }) },
    });
    const { number } = nameOf(provision);
    const data = { number, title: given.title, changes: changes ?? {} };
    await recordEvent(tx, actor, { type: "provision.edited", data, ...about(provision) });
  });
}

/** Makes a proposal the team's own reading. Refuses: not_found, forbidden, conflict (also reason dropped). */
export function acceptProvision(actor: Actor, input: ProvisionAtVersion): Promise<{ version: number }> {
  return inTransaction(async (tx) => {
    const provision = await takeForDecision(tx, actor, input);
    refuseDropped(provision);
    if (provision.state === "ACCEPTED") return { version: provision.version };
    await recordEvent(tx, actor, { type: "provision.accepted", data: nameOf(provision), ...about(provision) });
    return decide(tx, provision, { state: "ACCEPTED" });
  });
}

/** Takes it out of the reading; it stays listed with the reason, and its number is given to no other. Refuses: not_found, forbidden, conflict (also reason dropped). */
export function dropProvision(actor: Actor, { reason, ...input }: DropProvisionInput): Promise<{ version: number }> {
  return inTransaction(async (tx) => {
    const provision = await takeForDecision(tx, actor, input);
    refuseDropped(provision);
    await recordEvent(tx, actor, {
      type: "provision.dropped",
      data: { ...nameOf(provision), reason },
      ...about(provision),
    });
    return decide(tx, provision, { state: "DROPPED", dropReason: reason });
  });
}

/** Makes a dropped one a proposal again, to be decided anew. Refuses: not_found, forbidden, conflict. */
export function restoreProvision(actor: Actor, input: ProvisionAtVersion): Promise<{ version: number }> {
  return inTransaction(async (tx) => {
    const provision = await takeForDecision(tx, actor, input);
    if (provision.state !== "DROPPED") return { version: provision.version };
    await recordEvent(tx, actor, { type: "provision.restored", data: nameOf(provision), ...about(provision) });
    return decide(tx, provision, { state: "PROPOSED", dropReason: null });
  });
}

async function takeForDecision(tx: Transaction, actor: Actor, input: ProvisionAtVersion): Promise<ProvisionRow> {
  const provision = await takeProvision(tx, actor, input.provisionId);
  authorize(actor, "provision:decide");
  refuseStale(provision, input);
  return provision;
}

type Decision = { state: ProvisionRow["state"]; dropReason?: string | null };

function decide(tx: Transaction, { id }: ProvisionRow, decision: Decision): Promise<{ version: number }> {
  return tx.provision.update({ where: { id }, data: { ...decision, ...anewer }, select: { version: true } });
}

/** The selected words as columns; all of them lie in the commitment's paragraph. */
async function takeSpans(tx: Transaction, actor: Actor, commitmentId: string, selected: Selection) {
  const { targets, commitmentId: selectedIn, paragraphIds } = await takeSelected(tx, actor, selected);
  if (selectedIn !== commitmentId || paragraphIds.length > 1) throw invalidField("targets", "other_paragraph");
  const inOrder = targets.toSorted((one, other) => one.start - other.start);
  return inOrder.map((target, index) => ({ ...target, ordinal: index + 1 }));
}

/** An edit form shows what stands of the provision after a conflict, and nothing of places. */
function withoutPlaces(error: unknown): never {
  if (error instanceof Refusal && error.detail.reason === "text_changed") {
    throw new Refusal("conflict", { reason: "text_changed" });
  }
  throw error;
}

function refuseDropped({ state }: ProvisionRow): void {
  if (state === "DROPPED") throw new Refusal("conflict", { reason: "provision_dropped" });
}

function refuseFuture({ doneOn }: Pick<EditProvisionInput, "doneOn">): void {
  if (doneOn && doneOn > today()) throw invalidField("doneOn", "done_in_future");
}

type Given = Omit<EditProvisionInput, "provisionId" | "version" | "targets">;

function columnsOf({ title, bearer, addressee, dueOn, doneOn, ...given }: Given) {
  return {
    ...given,
    title,
    bearer: bearer ?? Prisma.DbNull,
    addressee: addressee ?? Prisma.DbNull,
    dueOn: dateColumn(dueOn),
    doneOn: dateColumn(doneOn),
  };
}
