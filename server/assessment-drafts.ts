// An author's drafts of assessments, which nobody else sees: kept, gone on with on any device, and discarded.
import type { SaveDraftInput } from "@/domain/assessment";
import { Refusal } from "@/domain/refusal";
import { assessmentInclude, assessmentView, type Judged, lockJudged, refuseForeignCitations } from "./assessment-rows";
import { recordEvent } from "./audit";
import { type Actor, authorize } from "./auth/actor";
import { dateColumn } from "./calendar-dates";
import { codebookVersionInForce } from "./codebooks";
import { inTransaction, type Transaction } from "./database";

/**
 * Keeps the actor's one draft of what is judged. Refuses: not_found, forbidden, invalid (citationIds),
 * conflict when it was saved elsewhere since the form was opened (detail.current is that draft).
 */
export function saveDraft(actor: Actor, input: SaveDraftInput): Promise<{ id: string }> {
  return inTransaction(async (tx) => {
    const { judged, about, of } = await lockJudged(tx, actor, input);
    authorize(actor, "assessment:record");
    await refuseForeignCitations(tx, judged.commitmentId, input.citationIds);
    const before = await findDraft(tx, actor, judged);
    refuseSavedSince(before, input.draftSavedAt);
    const { completion, counterAction, confidence, rationale } = input;
    const values = {
      completion,
      counterAction,
      confidence,
      rationale,
      asOf: dateColumn(input.asOf),
      codebookVersion: await codebookVersionInForce(tx, actor),
      recordedAt: new Date(),
    };
    const citations = { create: input.citationIds.map((citationId) => ({ citationId })) };
    const { id } = before
      ? await tx.assessment.update({
          where: { id: before.id },
          data: { ...values, restsOn: { deleteMany: {}, ...citations } },
        })
      : await tx.assessment.create({
          data: {
            ...values,
            ...judged,
            workspaceId: actor.workspaceId,
            recordedById: actor.memberId,
            review: "DRAFT",
            restsOn: citations,
          },
        });
    await recordEvent(tx, actor, { type: "assessment.drafted", data: of, ...about, subjectId: id, ...forOwn(actor) });
    return { id };
  });
}

/** Throws a draft of the actor's away. Refuses: not_found, also for what is not the actor's draft; forbidden. */
export function discardDraft(actor: Actor, { assessmentId }: { assessmentId: string }): Promise<void> {
  return inTransaction(async (tx) => {
    const where = {
      id: assessmentId,
      workspaceId: actor.workspaceId,
      recordedById: actor.memberId,
      review: "DRAFT",
    } as const;
    const found = actor.memberId && (await tx.assessment.findFirst({ where }));
    if (!found) throw new Refusal("not_found");
    authorize(actor, "assessment:record");
    const { about, of } = await lockJudged(tx, actor, found);
    // Submitted or discarded elsewhere while it was looked for.
    const { count } = await tx.assessment.deleteMany({ where });
    if (count === 0) throw new Refusal("not_found");
    const event = { type: "assessment.draft_discarded", data: of, ...about, subjectId: assessmentId } as const;
    await recordEvent(tx, actor, { ...event, ...forOwn(actor) });
  });
}

/** Takes away the draft that a form began with, since what it became is about to be written. Refuses: conflict. */
export async function takeDraft(
  tx: Transaction,
  actor: Actor,
  { draftSavedAt, ...judged }: Judged & { draftSavedAt: string | null },
): Promise<void> {
  if (draftSavedAt === null) return;
  const draft = await findDraft(tx, actor, judged);
  refuseSavedSince(draft, draftSavedAt);
  if (draft) await tx.assessment.delete({ where: { id: draft.id } });
}

/** The actor's own, or null. */
export async function findDraft(tx: Transaction, actor: Actor, { commitmentId, provisionId }: Judged) {
  const { workspaceId, memberId } = actor;
  if (memberId === null) return null;
  const row = await tx.assessment.findFirst({
    where: { workspaceId, commitmentId, provisionId, recordedById: memberId, review: "DRAFT" },
    include: assessmentInclude,
  });
  return row && assessmentView(row);
}
type Draft = Awaited<ReturnType<typeof findDraft>>;

/** One that was discarded elsewhere meanwhile is written anew: nobody's work is lost by it. */
function refuseSavedSince(draft: Draft, savedAt: string | null): void {
  if (draft && draft.recordedAt.toISOString() !== savedAt) throw new Refusal("conflict", { current: draft });
}

const forOwn = ({ memberId }: Actor) => ({ onlyForId: memberId ?? undefined });
