// Agreement of coders, by the examples that those who found the measures published.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cohenKappa, comparable, krippendorffAlpha, type Level, rawAgreement, type Unit } from "@/domain/agreement";

/** A coder's values in a row, "." where there is none, as Krippendorff prints them. */
function unitsOf(...coders: string[]): Unit[] {
  const rows = coders.map((row) => Array.from(row, (sign) => (sign === "." ? null : sign.charCodeAt(0) - 48)));
  return (rows[0] ?? []).map((_, place) => rows.map((row) => row[place] ?? null));
}
const rounded = (value: number | null) => value?.toFixed(3);

describe("Krippendorff’s α", () => {
  const fourCoders = unitsOf("123321412...", "1233224125.3", ".3332342251.", "12332441251.");
  test.each([
    ["nominal", "0.743"],
    ["ordinal", "0.815"],
    ["interval", "0.849"],
    ["ratio", "0.797"],
  ] as const)("of four coders with missing values, %s: %s (Krippendorff 2011, C)", (level, expected) => {
    expect(rounded(krippendorffAlpha(fourCoders, level))).toBe(expected);
  });
  test("compares eleven of those twelve units: on the last a single coder gave a value", () => {
    expect([fourCoders.length, comparable(fourCoders)]).toEqual([12, 11]);
  });
  test("of two coders and two values: 0.095 (Krippendorff 2011, A)", () => {
    expect(rounded(krippendorffAlpha(unitsOf("0100000010", "1110010000"), "nominal"))).toBe("0.095");
  });
  test("of two coders and three values: 0.734 (Krippendorff 2004, p. 227)", () => {
    expect(rounded(krippendorffAlpha(unitsOf("aabbbbbccccc", "abbbbbcccccc"), "nominal"))).toBe("0.734");
  });
  test("says nothing where nothing can be compared, or nothing else was ever said", () => {
    for (const level of levels) {
      expect(krippendorffAlpha([], level)).toBeNull();
      expect(krippendorffAlpha(unitsOf("12", ".."), level)).toBeNull();
      expect(krippendorffAlpha(unitsOf("111", "111"), level)).toBeNull();
    }
  });
});

/** How often the first coder said one and the second the other. */
function pairsIn(table: readonly (readonly number[])[]): [number, number][] {
  return table.flatMap((row, one) =>
    row.flatMap((count, other) => Array.from({ length: count }, (): [number, number] => [one, other])),
  );
}

describe("Cohen’s κ", () => {
  const cohens = pairsIn([
    [88, 14, 18],
    [10, 40, 10],
    [2, 6, 12],
  ]);
  test("of his own table: 0.492, where 0.70 of all was said alike (Cohen 1960, p. 45)", () => {
    expect(rounded(cohenKappa(cohens))).toBe("0.492");
    expect(rawAgreement(cohens)).toBe(0.7);
  });
  test("says nothing without units, nor where both never say anything else", () => {
    expect(cohenKappa([])).toBeNull();
    expect(rawAgreement([])).toBeNull();
    expect(cohenKappa([[1, 1]])).toBeNull();
  });
  test("is below nothing where two disagree more than by chance", () => {
    expect(
      cohenKappa([
        [0, 1],
        [1, 0],
      ]),
    ).toBe(-1);
  });
});

const levels: Level[] = ["nominal", "ordinal", "interval", "ratio"];
const value = fc.integer({ min: 0, max: 4 });
const coders = fc.integer({ min: 2, max: 5 });
const someUnits = coders.chain((count) =>
  fc.array(fc.array(fc.option(value), { minLength: count, maxLength: count }), { minLength: 1, maxLength: 30 }),
);
const shuffled = <Item>(items: readonly Item[]) =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
const close = (one: number | null, other: number | null) =>
  one === null || other === null ? expect(one).toBe(other) : expect(one).toBeCloseTo(other, 9);

describe("whatever was judged", () => {
  test("perfect agreement is 1, by every measure", () => {
    const agreed = fc.array(value, { minLength: 2, maxLength: 30 }).filter((values) => new Set(values).size > 1);
    fc.assert(
      fc.property(agreed, (values) => {
        const pairs = values.map((each): [number, number] => [each, each]);
        expect(rawAgreement(pairs)).toBe(1);
        expect(cohenKappa(pairs)).toBeCloseTo(1, 9);
        for (const level of levels) expect(krippendorffAlpha(pairs, level)).toBe(1);
      }),
    );
  });
  test("who is called the first coder, and which unit comes first, changes nothing", () => {
    const reordered = someUnits.chain((units) =>
      fc.tuple(fc.constant(units), shuffled(units), shuffled(units[0]?.map((_, place) => place) ?? [])),
    );
    fc.assert(
      fc.property(reordered, ([units, inAnotherOrder, places]) => {
        const others = inAnotherOrder.map((unit) => places.map((place) => unit[place] ?? null));
        for (const level of levels) close(krippendorffAlpha(units, level), krippendorffAlpha(others, level));
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value)), (pairs) => {
        const swapped = pairs.map(([one, other]): [number, number] => [other, one]);
        close(cohenKappa(pairs), cohenKappa(swapped.toReversed()));
        close(rawAgreement(pairs), rawAgreement(swapped));
      }),
    );
  });
  test("a unit that a single coder judged changes no α", () => {
    fc.assert(
      fc.property(someUnits, value, (units, single) => {
        const lonely = [single, ...Array.from({ length: (units[0]?.length ?? 1) - 1 }, () => null)];
        for (const level of levels)
          close(krippendorffAlpha(units, level), krippendorffAlpha([...units, lonely], level));
      }),
    );
  });
  test("no measure is above 1", () => {
    fc.assert(
      fc.property(someUnits, (units) => {
        for (const level of levels) expect(krippendorffAlpha(units, level) ?? 0).toBeLessThanOrEqual(1);
      }),
    );
  });
});
