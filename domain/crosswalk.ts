// What a stored judgement says on the scales of others: computed by the codebook's table, never stored a second time.
import { z } from "zod";
import { type Completion, completions } from "./scales";

/** Compliance as the G7 and G20 Research Groups score it: full or nearly full, in progress or unable, failed (g8.utoronto.ca). */
export const g7Scores = ["+1", "0", "-1"] as const;
/** The grades by which the UN Human Rights Committee follows up its recommendations (CCPR/C/161). */
const unGrades = ["A", "B", "C", "D", "E"] as const;
/** The rating of a promise tracker. */
const promiseRatings = ["KEPT", "IN_THE_WORKS", "NOT_KEPT_YET"] as const;

/** By the name of each, its values. */
export const otherScaleValues = { g7: g7Scores, un: unGrades, promise: promiseRatings } as const;
export const otherScaleNames = ["g7", "un", "promise"] as const;
export type OtherScaleName = (typeof otherScaleNames)[number];

const ratings = z.object({
  g7: z.enum(g7Scores).nullable(),
  un: z.enum(unGrades).nullable(),
  promise: z.enum(promiseRatings).nullable(),
});
/** Null where a scale has no value for it. */
export type OtherScales = z.output<typeof ratings>;

export const crosswalkSchema = z.object({
  completion: z.record(z.enum(completions), ratings),
  /** Stands in place of the completion's where somebody acted against the commitment; null leaves the completion's. */
  counterAction: ratings,
});
export type Crosswalk = z.output<typeof crosswalkSchema>;

/**
 * The table of the first codebook; ours. No evidence of action is not evidence of inaction, so NO_EVIDENCE has no value;
 * promise trackers have none for acting against a promise.
 */
export const firstCrosswalk: Crosswalk = {
  completion: {
    NO_EVIDENCE: { g7: null, un: null, promise: null },
    NOT_STARTED: { g7: "-1", un: "C", promise: "NOT_KEPT_YET" },
    LIMITED: { g7: "0", un: "C", promise: "IN_THE_WORKS" },
    SUBSTANTIAL: { g7: "0", un: "B", promise: "IN_THE_WORKS" },
    COMPLETE: { g7: "+1", un: "A", promise: "KEPT" },
  },
  counterAction: { g7: "-1", un: "E", promise: null },
};

/**
 * A judgement on the scales of others, by the crosswalk of a codebook's version, which is to be named beside it.
 * What nobody has judged has no value on any of them, whatever the crosswalk says.
 */
export function otherScales(
  judgement: { completion: Completion | null; counterAction: boolean },
  crosswalk: Crosswalk,
): OtherScales {
  if (!judgement.completion) return { g7: null, un: null, promise: null };
  const byCompletion = crosswalk.completion[judgement.completion];
  if (!judgement.counterAction) return byCompletion;
  const { g7, un, promise } = crosswalk.counterAction;
  return { g7: g7 ?? byCompletion.g7, un: un ?? byCompletion.un, promise: promise ?? byCompletion.promise };
}

/** The score as it is printed, with a minus and not a hyphen; it reads from left to right in Arabic as well. */
export function printedScore(score: (typeof g7Scores)[number]): string {
  return score.replace("-", "\u2212");
}

/** The scales that an address asks for, each once and in their own order; what cannot be read counts as not asked for. */
export function scalesAsked(value: unknown): OtherScaleName[] {
  const named = typeof value === "string" ? value.split(",") : [];
  return otherScaleNames.filter((scale) => named.includes(scale));
}
