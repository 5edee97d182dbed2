// A dated judgement of how far a commitment has been carried out; never edited, only followed by a new one.
import { z } from "zod";
import { calendarDate, choice, flag, id, optionalId, requiredText } from "./input";
import { type Completion, completions, confidences } from "./scales";

/** A status this high is published only with at least one piece of evidence behind it. */
export const needsEvidence = (completion: Completion) => completion === "SUBSTANTIAL" || completion === "COMPLETE";

export const recordAssessmentInput = z
  .object({
    commitmentId: id,
    /** Where one of its provisions is judged and not the commitment as a whole. */
    provisionId: optionalId,
    completion: choice(completions),
    counterAction: flag,
    confidence: choice(confidences),
    rationale: requiredText(10_000),
    asOf: calendarDate,
    citationIds: z
      .preprocess(
        (value) => (value === undefined || value === null ? [] : [value].flat()),
        z.array(id).max(200, "too_many"),
      )
      .transform((ids) => [...new Set(ids)]),
    /** The assessment that stood when the form was opened, so that two people do not pass each other unseen. */
    basedOnId: optionalId,
  })
  .refine((input) => !needsEvidence(input.completion) || input.citationIds.length > 0, {
    path: ["citationIds"],
    error: "needs_evidence",
  });
export type RecordAssessmentInput = z.output<typeof recordAssessmentInput>;

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
