// A dated judgement of how far a commitment has been carried out; never edited, only followed by a new one.
import { z } from "zod";
import { calendarDate, choice, flag, id, optionalId, optionalText, requiredText } from "./input";
import { type Completion, completions, confidences } from "./scales";

/** A status this high is published only with at least one piece of evidence behind it. */
export const needsEvidence = (completion: Completion) => completion === "SUBSTANTIAL" || completion === "COMPLETE";

/** What somebody judges, of whatever it is. */
export const judgementShape = {
  completion: choice(completions),
  counterAction: flag,
  confidence: choice(confidences),
  rationale: requiredText(10_000),
  citationIds: z
    .preprocess(
      (value) => (value === undefined || value === null ? [] : [value].flat()),
      z.array(id).max(200, "too_many"),
    )
    .transform((ids) => [...new Set(ids)]),
};
type Judgement = z.output<z.ZodObject<typeof judgementShape>>;

/** For `refine`: whether a judgement rests on what it needs, and the refusal where it does not. */
export const isFounded = ({ completion, citationIds }: Pick<Judgement, "completion" | "citationIds">) =>
  !needsEvidence(completion) || citationIds.length > 0;
export const unfounded = { path: ["citationIds"], error: "needs_evidence" };

const judgedShape = {
  commitmentId: id,
  /** Where one of its provisions is judged and not the commitment as a whole. */
  provisionId: optionalId,
};
const ownDraft = {
  /** When the author's own draft was saved last that the form began with, so that it is not passed unseen. */
  draftSavedAt: optionalId,
};

export const recordAssessmentInput = z
  .object({
    ...judgedShape,
    ...judgementShape,
    asOf: calendarDate,
    /** The assessment that stood when the form was opened, so that two people do not pass each other unseen. */
    basedOnId: optionalId,
    ...ownDraft,
  })
  .refine(isFounded, unfounded);
export type RecordAssessmentInput = z.output<typeof recordAssessmentInput>;

/** A draft may still lack its reasons and its evidence. */
export const saveDraftInput = z.object({
  ...judgedShape,
  ...judgementShape,
  rationale: optionalText(10_000).transform((text) => text ?? ""),
  asOf: calendarDate,
  ...ownDraft,
});
export type SaveDraftInput = z.output<typeof saveDraftInput>;

export const assessmentInput = z.object({ assessmentId: id });
export const returnAssessmentInput = z.object({ assessmentId: id, reason: requiredText(2_000) });
export type ReturnAssessmentInput = z.output<typeof returnAssessmentInput>;

type Dated = { completion: Completion; asOf: string; recordedAt: Date };

/** Newest first: by the date judged, then by when it was recorded. */
export function byNewest(one: Dated, other: Dated): number {
  return other.asOf.localeCompare(one.asOf) || other.recordedAt.getTime() - one.recordedAt.getTime();
}

/**
 * The assessment in force and the date since which its value has stood without a break.
 * A back-dated assessment enters the history and moves the status only if it is the latest by date judged.
 */
export function standing<A extends Dated>(assessments: readonly A[]): { current: A; since: string } | null {
  const ordered = [...assessments].sort(byNewest);
  const current = ordered[0];
  if (!current) return null;
  let since = current.asOf;
  for (const earlier of ordered) {
    if (earlier.completion !== current.completion) break;
    since = earlier.asOf;
  }
  return { current, since };
}
