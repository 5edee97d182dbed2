// Assessments: recording one, moving the status by what counts, and the history of a commitment's.
import { byNewest, type RecordAssessmentInput, standing } from "@/domain/assessment";
import { invalidField } from "@/domain/refusal";
import type { Completion } from "@/domain/scales";
import { takeDraft } from "./assessment-drafts";
import {
  assessmentInclude,
  assessmentView,
  type Judged,
  type JudgedPlace,
  lockJudged,
  refuseDropped,
  refuseForeignCitations,
  refusePassing,
} from "./assessment-rows";
import { recordEvent } from "./audit";
import { type Actor, authorize } from "./auth/actor";
import { dateColumn, isoDate, today } from "./calendar-dates";
import { codebookVersionInForce } from "./codebooks";
import { database, inTransaction, type Transaction } from "./database";
import { notify } from "./notifications";
import { notifyWatchers } from "./watches";

/**
 * Records an assessment. It counts at once and moves the status if it is the latest by date judged; where the workspace
 * requires review it is submitted and counts once an editor has approved it. Takes the place of the author's draft that
 * the form began with.
 * Refuses: not_found, forbidden, invalid (asOf in the future, citationIds of another commitment or removed),
 * conflict when another assessment was submitted since the form was opened, or the draft was saved (detail.current is that one).
 */
export function recordAssessment(actor: Actor, input: RecordAssessmentInput): Promise<{ id: string; counts: boolean }> {
  return inTransaction(async (tx) => {
    const place = await lockJudged(tx, actor, input);
    authorize(actor, "assessment:record");
    refuseDropped(place);
    if (input.asOf > today()) throw invalidField("asOf", "in_future");
    await refusePassing(tx, place.judged, input.basedOnId);
    await refuseForeignCitations(tx, input.commitmentId, input.citationIds);
    await takeDraft(tx, actor, input);
    const workspace = await tx.workspace.findUniqueOrThrow({ where: { id: actor.workspaceId } });
    if (!workspace.requiresReview) return { id: await writeCounting(tx, actor, place, input), counts: true };

    const { id, data } = await write(tx, actor, place, { ...input, review: "SUBMITTED" });
    await recordEvent(tx, actor, { type: "assessment.submitted", data, ...place.about, subjectId: id });
    await notifyReviewers(tx, actor, place, { id, to: data.to, counterAction: data.counterAction });
    return { id, counts: false };
  });
}

type Judgement = Pick<
  RecordAssessmentInput,
  "completion" | "counterAction" | "confidence" | "rationale" | "asOf" | "citationIds"
>;

/** Adds an assessment that counts at once, in the caller's transaction, with its event; the caller has checked everything. */
export async function writeCounting(tx: Transaction, actor: Actor, place: JudgedPlace, judgement: Judgement) {
  const { id, data } = await write(tx, actor, place, { ...judgement, review: "APPROVED" });
  const moved = await putInForce(tx, actor, place, { id, ...judgement });
  await recordEvent(tx, actor, {
    type: "assessment.recorded",
    data: { ...data, ...moved },
    ...place.about,
    subjectId: id,
  });
  return id;
}

async function write(
  tx: Transaction,
  actor: Actor,
  { judged, of }: JudgedPlace,
  { review, ...judgement }: Judgement & { review: "APPROVED" | "SUBMITTED" },
) {
  const { completion, counterAction, confidence, rationale, asOf, citationIds } = judgement;
  const codebookVersion = await codebookVersionInForce(tx, actor);
  const { id } = await tx.assessment.create({
    data: {
      workspaceId: actor.workspaceId,
      ...judged,
      codebookVersion,
      completion,
      counterAction,
      confidence,
      rationale,
      asOf: dateColumn(asOf),
      recordedById: actor.memberId,
      review,
      restsOn: { create: citationIds.map((citationId) => ({ citationId })) },
    },
  });
  const data = { to: completion, counterAction, confidence, rationale, citationIds, asOf, ...of, codebookVersion };
  return { id, data };
}

/**
 * Moves the status to what stands now that this assessment counts, and tells those who watch the commitment of a change.
 * A provision's own status moves alike, and nobody is told.
 */
export async function putInForce(
  tx: Transaction,
  actor: Actor,
  { judged, about }: JudgedPlace,
  { id, completion, counterAction }: { id: string; completion: Completion; counterAction: boolean },
): Promise<{ from: Completion | null; movedStatus: boolean }> {
  const counted = await listCounted(tx, judged);
  const now = standing(counted);
  if (!now) throw new Error("an assessment that was just recorded is not there");
  const was = standing(counted.filter((each) => each.id !== id))?.current;
  const status = { currentAssessmentId: now.current.id, statusSince: dateColumn(now.since) };
  if (judged.provisionId) await tx.provision.update({ where: { id: judged.provisionId }, data: status });
  else await tx.commitment.update({ where: { id: judged.commitmentId }, data: status });
  const moved = { from: was?.completion ?? null, movedStatus: now.current.id === id };
  const hadCounterAction = was?.counterAction ?? false;
  const isNews = moved.from !== completion || hadCounterAction !== counterAction;
  if (!judged.provisionId && moved.movedStatus && isNews) {
    const data = { from: moved.from, to: completion, counterAction, hadCounterAction };
    await notifyWatchers(tx, actor, { kind: "STATUS_CHANGED", once: `status:${id}`, ...about, data });
  }
  return moved;
}

async function listCounted(tx: Transaction, judged: Judged) {
  const rows = await tx.assessment.findMany({
    where: { ...judged, review: "APPROVED" },
    select: { id: true, completion: true, counterAction: true, asOf: true, recordedAt: true },
  });
  return rows.map((row) => ({ ...row, asOf: isoDate(row.asOf) }));
}

/** Tells the editors, and whoever leads the commitment, that an assessment waits for review. */
async function notifyReviewers(
  tx: Transaction,
  actor: Actor,
  { about, leadId }: JudgedPlace,
  { id, ...data }: { id: string; to: Completion; counterAction: boolean },
): Promise<void> {
  const editors = await listEditors(tx, actor);
  const people = new Set([...editors, ...(leadId ? [leadId] : [])]);
  const notice = { kind: "REVIEW_REQUESTED", once: `review:${id}`, ...about, data } as const;
  await notify(
    tx,
    actor,
    [...people].map((memberId) => ({ memberId, ...notice })),
  );
}

/** Those who may review and settle. */
export async function listEditors(tx: Transaction, { workspaceId }: Actor): Promise<string[]> {
  const members = await tx.member.findMany({
    where: { workspaceId, removedAt: null, role: { in: ["EDITOR", "ADMIN"] } },
    select: { id: true },
  });
  return members.map(({ id }) => id);
}

/** Every assessment of a commitment as a whole that counts, newest first. Refuses: forbidden. */
export async function listAssessments(actor: Actor, commitmentId: string) {
  authorize(actor, "commitment:read");
  const rows = await database().assessment.findMany({
    where: { commitmentId, provisionId: null, review: "APPROVED", workspaceId: actor.workspaceId },
    include: assessmentInclude,
  });
  return rows.map(assessmentView).sort(byNewest);
}
export type { AssessmentView } from "./assessment-rows";
