// Two coders judge the same thing blind, an editor settles what follows, and how far they agree is measured.
import { z } from "zod";
import { cohenKappa, comparable, krippendorffAlpha, rawAgreement, type Unit } from "./agreement";
import { isFounded, judgementShape, unfounded } from "./assessment";
import { calendarDate, id, inAddress, optionalId, optionalText, version } from "./input";
import { type Completion, completions } from "./scales";

export const doubleCodingStates = ["OPEN", "REVEALED", "SETTLED", "CANCELLED"] as const;
export type DoubleCodingState = (typeof doubleCodingStates)[number];

export const requestDoubleCodingInput = z.object({
  commitmentId: id,
  /** Where one of its provisions is judged and not the commitment as a whole. */
  provisionId: optionalId,
  asOf: calendarDate,
  coderIds: z
    .preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(id))
    .refine((ids) => ids.length === 2 && ids[0] !== ids[1], "two_coders"),
});
export type RequestDoubleCodingInput = z.output<typeof requestDoubleCodingInput>;

export const submitCodingInput = z.object({ doubleCodingId: id, ...judgementShape }).refine(isFounded, unfounded);
export type SubmitCodingInput = z.output<typeof submitCodingInput>;

export const settleDoubleCodingInput = z
  .object({
    doubleCodingId: id,
    version,
    ...judgementShape,
    /** Why so; asked for where the coders disagree, or the editor does with both. */
    reason: optionalText(2_000),
    basedOnId: optionalId,
  })
  .refine(isFounded, unfounded);
export type SettleDoubleCodingInput = z.output<typeof settleDoubleCodingInput>;

export const doubleCodingAtVersion = z.object({ doubleCodingId: id, version });
export type DoubleCodingAtVersion = z.output<typeof doubleCodingAtVersion>;

/** The filter of the page of reviews, as it stands in its address. */
export const reviewFilters = z.object({ state: inAddress(z.enum(doubleCodingStates)) });
export type ReviewFilters = z.output<typeof reviewFilters>;

type Said = { completion: Completion; counterAction: boolean };

/** Whether all of these say the same of the commitment; how sure they are of it is another matter. */
export function agree(judgements: readonly Said[]): boolean {
  return judgements.every(
    ({ completion, counterAction }) =>
      completion === judgements[0]?.completion && counterAction === judgements[0]?.counterAction,
  );
}

type Coded = { coder: { memberId: string; name: string }; completion: Completion };
/** Of one double coding that was revealed, both codings. */
type Revealed = readonly [Coded, Coded];

/**
 * How far the coders agree, over what was revealed, on the value alone. Raw agreement and κ know five categories, NO_EVIDENCE
 * being one of them. α is ordinal and NO_EVIDENCE is missing in it: it says that nothing was found and not how far the
 * commitment has come, so that it has no place on the ladder, and no distance to any rung of it.
 * κ is of two coders who are the same throughout, so it is given for each two who judged together.
 */
export function measureAgreement(revealed: readonly Revealed[]) {
  const ladder = revealed.map(([one, other]): Unit => [rungOf(one), rungOf(other)]);
  const byCoders = new Map<string, Revealed[]>();
  for (const codings of revealed) {
    const [one, other] = [...codings].sort((a, b) => (a.coder.memberId < b.coder.memberId ? -1 : 1)) as [Coded, Coded];
    const key = `${one.coder.memberId} ${other.coder.memberId}`;
    byCoders.set(key, [...(byCoders.get(key) ?? []), [one, other]]);
  }
  return {
    ...nominally(revealed),
    alpha: krippendorffAlpha(ladder, "ordinal"),
    alphaUnits: comparable(ladder),
    pairs: [...byCoders.values()].map((codings) => {
      const [one, other] = codings[0] as Revealed;
      return { coders: [one.coder, other.coder], ...nominally(codings), kappa: cohenKappa(codings.map(places)) };
    }),
  };
}
export type Agreement = ReturnType<typeof measureAgreement>;

function nominally(codings: readonly Revealed[]) {
  const pairs = codings.map(places);
  return { units: pairs.length, alike: pairs.filter(([a, b]) => a === b).length, raw: rawAgreement(pairs) };
}

const places = ([one, other]: Revealed): [number, number] => [
  completions.indexOf(one.completion),
  completions.indexOf(other.completion),
];
const rungOf = ({ completion }: Coded) => (completion === "NO_EVIDENCE" ? null : completions.indexOf(completion));
