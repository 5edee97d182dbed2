// Double coding: asking two members to judge the same thing blind, taking their codings, revealing both at once, settling what follows.
import {
  agree,
  type DoubleCodingAtVersion,
  type DoubleCodingState,
  measureAgreement,
  type RequestDoubleCodingInput,
  type SettleDoubleCodingInput,
  type SubmitCodingInput,
} from "@/domain/double-coding";
import { may } from "@/domain/permissions";
import { invalidField, Refusal } from "@/domain/refusal";
import { lockJudged, refuseDropped, refuseForeignCitations, refusePassing } from "./assessment-rows";
import { listEditors, writeCounting } from "./assessments";
import { recordEvent } from "./audit";
import { type Actor, authorize } from "./auth/actor";
import { dateColumn, isoDate, today } from "./calendar-dates";
import { codebookVersionInForce } from "./codebooks";
import { database, inTransaction, type Transaction } from "./database";
import {
  codingsOf,
  type DoubleCodingView,
  doubleCodingInclude,
  doubleCodingViews,
  ownedDoubleCoding,
} from "./double-coding-rows";
import { personOf, personSelect } from "./members";
import { notify } from "./notifications";

/** Which are wanted: those of what is judged, or of the whole workspace. */
type Wanted = { state?: DoubleCodingState; commitmentId?: string; provisionId?: string | null };

/** Double codings as the actor may see them, the newest first. Refuses: forbidden. */
export async function listDoubleCodings(actor: Actor, { state, commitmentId, provisionId }: Wanted = {}) {
  authorize(actor, "commitment:read");
  const rows = await database().doubleCoding.findMany({
    where: { workspaceId: actor.workspaceId, state, commitmentId, provisionId },
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    include: doubleCodingInclude,
  });
  return doubleCodingViews(database(), actor, rows);
}

/** One of them. Refuses: not_found, forbidden. */
export async function getDoubleCoding(actor: Actor, id: string): Promise<DoubleCodingView> {
  authorize(actor, "commitment:read");
  const where = { id, workspaceId: actor.workspaceId };
  const row = await database().doubleCoding.findFirst({ where, include: doubleCodingInclude });
  const [view] = row ? await doubleCodingViews(database(), actor, [row]) : [];
  if (!view) throw new Refusal("not_found");
  return view;
}

/**
 * How far coders agree, over all double codings of the workspace that were revealed; of the others it is told how many
 * there are, and nothing of what was judged in them. Refuses: forbidden.
 */
export async function getAgreement(actor: Actor) {
  const all = await listDoubleCodings(actor);
  const revealed = all.flatMap(({ codings }) => {
    const [one, other] = codings ?? [];
    return one && other ? [[one, other] as const] : [];
  });
  return { ...measureAgreement(revealed), missing: all.length - revealed.length };
}

/**
 * Asks two members who may judge to do so for the same day, neither seeing the other's before both have submitted.
 * Refuses: not_found, forbidden, invalid (asOf in the future; coderIds of somebody who may not judge),
 * conflict where two are already at it.
 */
export function requestDoubleCoding(actor: Actor, input: RequestDoubleCodingInput): Promise<{ id: string }> {
  return inTransaction(async (tx) => {
    const place = await lockJudged(tx, actor, input);
    const { judged, about, of } = place;
    authorize(actor, "double-coding:request");
    refuseDropped(place);
    if (input.asOf > today()) throw invalidField("asOf", "in_future");
    const isOpen = await tx.doubleCoding.count({ where: { ...judged, state: "OPEN" } });
    if (isOpen > 0) throw new Refusal("conflict", { reason: "already_double_coded" });
    const coders = await findCoders(tx, actor, input.coderIds);
    const { id } = await tx.doubleCoding.create({
      data: {
        workspaceId: actor.workspaceId,
        ...judged,
        asOf: dateColumn(input.asOf),
        codebookVersion: await codebookVersionInForce(tx, actor),
        requestedById: actor.memberId,
        codings: { create: input.coderIds.map((coderId) => ({ coderId })) },
      },
    });
    const data = { coders, asOf: input.asOf, ...of };
    await recordEvent(tx, actor, { type: "double_coding.requested", data, ...about, subjectId: id });
    const notice = { kind: "CODING_REQUESTED", once: `coding:${id}`, ...about, data: {} } as const;
    await notify(
      tx,
      actor,
      coders.map(({ memberId }) => ({ memberId, ...notice })),
    );
    return { id };
  });
}

async function findCoders(tx: Transaction, { workspaceId }: Actor, ids: readonly string[]) {
  const members = await tx.member.findMany({
    where: { id: { in: [...ids] }, workspaceId, removedAt: null },
    select: { ...personSelect, role: true },
  });
  return ids.map((id) => {
    const member = members.find((each) => each.id === id);
    if (!member || !may({ role: member.role, memberId: id }, "assessment:record"))
      throw invalidField("coderIds", "not_a_coder");
    return personOf(member);
  });
}

/**
 * Submits the actor's own coding, which is final; the second one reveals both. Nothing of the first is told by its event.
 * Refuses: not_found, forbidden for whoever was not asked, invalid (citationIds), conflict when it was submitted or cancelled meanwhile.
 */
export function submitCoding(actor: Actor, input: SubmitCodingInput): Promise<{ revealed: boolean }> {
  return inTransaction(async (tx) => {
    const { found, place } = await lockDoubleCoding(tx, actor, input.doubleCodingId);
    authorize(actor, "double-coding:judge", ownedDoubleCoding(found));
    const own = found.codings.find(({ coderId }) => coderId === actor.memberId);
    if (!own) throw new Error("somebody may judge who was not asked");
    if (found.state !== "OPEN" || own.submittedAt) throw new Refusal("conflict", { reason: "coding_closed" });
    await refuseForeignCitations(tx, found.commitmentId, input.citationIds);
    const { doubleCodingId, citationIds, ...judgement } = input;
    await tx.coding.update({
      where: { id: own.id },
      data: {
        ...judgement,
        submittedAt: new Date(),
        restsOn: { create: citationIds.map((citationId) => ({ citationId })) },
      },
    });
    const event = { ...place.about, subjectId: doubleCodingId };
    await recordEvent(tx, actor, { type: "double_coding.submitted", data: place.of, ...event });
    if (found.codings.some((each) => each.id !== own.id && !each.submittedAt)) {
      await tx.doubleCoding.update({ where: { id: found.id }, data: { version: { increment: 1 } } });
      return { revealed: false };
    }

    await tx.doubleCoding.update({
      where: { id: found.id },
      data: { state: "REVEALED", revealedAt: new Date(), version: { increment: 1 } },
    });
    const codings = (await codingsOf(tx, [found.id])).map(
      ({ coder, completion, counterAction, confidence, rationale, restsOn }) => ({
        coder,
        completion,
        counterAction,
        confidence,
        rationale,
        citationIds: restsOn.map(({ citationId }) => citationId),
      }),
    );
    const data = { codings, asOf: isoDate(found.asOf), ...place.of };
    await recordEvent(tx, actor, { type: "double_coding.revealed", data, ...event });
    const told = new Set([
      ...found.codings.map(({ coderId }) => coderId),
      ...(found.requestedById ? [found.requestedById] : []),
      ...(await listEditors(tx, actor)),
    ]);
    const notice = { kind: "CODING_REVEALED", once: `revealed:${found.id}`, ...place.about, data: {} } as const;
    await notify(
      tx,
      actor,
      [...told].map((memberId) => ({ memberId, ...notice })),
    );
    return { revealed: true };
  });
}

/**
 * Records the assessment that follows from two codings; it counts at once, since two have judged and a third has decided.
 * Refuses: not_found, forbidden also for the coders themselves, invalid (reason missing where the coders disagree or the
 * editor does with both; citationIds), conflict when it was settled or another assessment was submitted meanwhile.
 */
export function settleDoubleCoding(actor: Actor, input: SettleDoubleCodingInput): Promise<{ assessmentId: string }> {
  return inTransaction(async (tx) => {
    const { found, place } = await lockDoubleCoding(tx, actor, input.doubleCodingId);
    authorize(actor, "double-coding:settle", ownedDoubleCoding(found));
    if (found.state !== "REVEALED" || found.version !== input.version)
      throw new Refusal("conflict", { reason: "coding_closed" });
    refuseDropped(place);
    const codings = await codingsOf(tx, [found.id]);
    const agreed = agree(codings);
    if (input.reason === null && !agree([...codings, input])) throw invalidField("reason", "needs_reason");
    await refusePassing(tx, place.judged, input.basedOnId);
    await refuseForeignCitations(tx, found.commitmentId, input.citationIds);
    const assessmentId = await writeCounting(tx, actor, place, { ...input, asOf: isoDate(found.asOf) });
    await tx.doubleCoding.update({
      where: { id: found.id },
      data: {
        state: "SETTLED",
        settledAt: new Date(),
        settledById: actor.memberId,
        settledReason: input.reason,
        assessmentId,
        version: { increment: 1 },
      },
    });
    const { completion: to, counterAction, reason } = input;
    await recordEvent(tx, actor, {
      type: "double_coding.settled",
      data: { assessmentId, to, counterAction, reason, agreed, ...place.of },
      ...place.about,
      subjectId: found.id,
    });
    return { assessmentId };
  });
}

/**
 * Ends one that nobody goes on with; a coding that was submitted to it stays hidden for good.
 * Refuses: not_found, forbidden, conflict when it changed meanwhile.
 */
export function cancelDoubleCoding(actor: Actor, input: DoubleCodingAtVersion): Promise<void> {
  return inTransaction(async (tx) => {
    const { found, place } = await lockDoubleCoding(tx, actor, input.doubleCodingId);
    authorize(actor, "double-coding:cancel", ownedDoubleCoding(found));
    if (found.state !== "OPEN" || found.version !== input.version)
      throw new Refusal("conflict", { reason: "coding_closed" });
    await tx.doubleCoding.update({
      where: { id: found.id },
      data: { state: "CANCELLED", version: { increment: 1 } },
    });
    const event = { ...place.about, subjectId: found.id };
    await recordEvent(tx, actor, { type: "double_coding.cancelled", data: place.of, ...event });
  });
}

/** What was judged is locked first, so that two coders who submit at once follow one another. Refuses: not_found. */
async function lockDoubleCoding(tx: Transaction, actor: Actor, id: string) {
  const where = { id, workspaceId: actor.workspaceId };
  const judged = await tx.doubleCoding.findFirst({ where });
  if (!judged) throw new Refusal("not_found");
  const place = await lockJudged(tx, actor, judged);
  const found = await tx.doubleCoding.findFirstOrThrow({
    where,
    include: { codings: { select: { id: true, coderId: true, submittedAt: true } } },
  });
  return { found, place };
}

export type { CodingView, DoubleCodingView } from "./double-coding-rows";
