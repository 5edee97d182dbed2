// How far coders agree: raw agreement, Cohen's κ and Krippendorff's α. Pure arithmetic, of which each formula names its source.

/** The values of one unit, a place for each coder; null where a coder gave none. */
export type Unit = readonly (number | null)[];
type Pair = readonly [one: number, other: number];

/** Below this many units α says little: a single one moves it far. */
export const fewUnits = 10;

/** What the distance between two values means. */
export type Level = "nominal" | "ordinal" | "interval" | "ratio";

/** The share of units on which two coders say the same; null without units. */
export function rawAgreement(pairs: readonly Pair[]): number | null {
  return pairs.length === 0 ? null : pairs.filter(([one, other]) => one === other).length / pairs.length;
}

/**
 * Cohen's κ of two coders: the agreement beyond what their own habits would bring about by chance, (pₒ − pₑ) / (1 − pₑ).
 * The first place of every pair must be the same coder's. Null without units, and where both give one and the same value
 * throughout, since then nothing else could be expected.
 * Source: J. Cohen, A Coefficient of Agreement for Nominal Scales, Educational and Psychological Measurement 20 (1960) 37–46.
 */
export function cohenKappa(pairs: readonly Pair[]): number | null {
  const observed = rawAgreement(pairs);
  if (observed === null) return null;
  const [ones, others] = [countsOf(pairs.map(([one]) => one)), countsOf(pairs.map(([, other]) => other))];
  let expected = 0;
  for (const [value, count] of ones) expected += (count / pairs.length) * ((others.get(value) ?? 0) / pairs.length);
  return expected === 1 ? null : (observed - expected) / (1 - expected);
}

/**
 * Krippendorff's α = 1 − Dₒ/Dₑ for any number of coders and with missing values: a unit on which fewer than two coders
 * gave a value cannot be compared and does not enter. Null where nothing can be compared or all values are the same.
 * Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C, with the differences of section D.
 */
export function krippendorffAlpha(units: readonly Unit[], level: Level): number | null {
  const compared = units.map(valuesIn).filter((values) => values.length > 1);
  const counts = [...countsOf(compared.flat())].sort(([one], [other]) => one - other);
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  const difference = differences[level](counts);

  let observed = 0;
  for (const values of compared) {
    const apart = sumOverPairs(values, (one, other) => difference(one, other));
    observed += apart / (values.length - 1);
  }
  const expected = sumOverPairs(counts, ([one, ofOne], [other, ofOther]) => ofOne * ofOther * difference(one, other));
  return expected === 0 ? null : 1 - ((total - 1) * observed) / expected;
}

/** How many units can be compared: those on which at least two coders gave a value. */
export function comparable(units: readonly Unit[]): number {
  return units.filter((unit) => valuesIn(unit).length > 1).length;
}

type Counts = readonly (readonly [value: number, count: number])[];
type Difference = (one: number, other: number) => number;

/** The squared differences of two values, which may depend on how often each value was given; expects counts in the order of the values. */
const differences: Record<Level, (counts: Counts) => Difference> = {
  nominal: () => (one, other) => (one === other ? 0 : 1),
  ordinal: (counts) => (one, other) => {
    const [low, high] = one < other ? [one, other] : [other, one];
    const between = counts.filter(([value]) => low <= value && value <= high);
    const ends = between.filter(([value]) => value === low || value === high);
    // The ranks from one to the other, of each end only half.
    return one === other ? 0 : (sumOf(between) - sumOf(ends) / 2) ** 2;
  },
  interval: () => (one, other) => (one - other) ** 2,
  ratio: () => (one, other) => (one + other === 0 ? 0 : ((one - other) / (one + other)) ** 2),
};

const valuesIn = (unit: Unit) => unit.filter((value) => value !== null);
const sumOf = (counts: Counts) => counts.reduce((sum, [, count]) => sum + count, 0);

function countsOf(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Over all pairs of different places, each taken once. */
function sumOverPairs<Item>(items: readonly Item[], of: (one: Item, other: Item) => number): number {
  return items.reduce(
    (sum, one, place) => items.slice(place + 1).reduce((inner, other) => inner + of(one, other), sum),
    0,
  );
}
