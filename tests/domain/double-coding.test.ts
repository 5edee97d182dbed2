// What two codings say together, and what is measured over many of them.
import { expect, test } from "vitest";
import { agree, measureAgreement, requestDoubleCodingInput } from "@/domain/double-coding";
import type { Completion } from "@/domain/scales";

const people = {
  a: { memberId: "a", name: "ليلى" },
  b: { memberId: "b", name: "Édith" },
  c: { memberId: "c", name: "C" },
};
type Who = keyof typeof people;
const coded = (one: Who, first: Completion, other: Who, second: Completion) =>
  [
    { coder: people[one], completion: first },
    { coder: people[other], completion: second },
  ] as const;

test("two agree where value and counter-action are the same", () => {
  const said = { completion: "LIMITED", counterAction: false } as const;
  expect(agree([said, said])).toBe(true);
  expect(agree([said, { ...said, counterAction: true }])).toBe(false);
  expect(agree([said, { ...said, completion: "COMPLETE" }])).toBe(false);
  expect(agree([said, said, { ...said, completion: "COMPLETE" }])).toBe(false);
});

test("without anything revealed nothing is measured", () => {
  expect(measureAgreement([])).toEqual({ units: 0, alike: 0, raw: null, alpha: null, alphaUnits: 0, pairs: [] });
});

test("no evidence is a category of its own to raw agreement and κ, and missing in the ordinal α", () => {
  const measured = measureAgreement([
    coded("a", "NO_EVIDENCE", "b", "NO_EVIDENCE"),
    coded("a", "NO_EVIDENCE", "b", "COMPLETE"),
    coded("a", "NOT_STARTED", "b", "NOT_STARTED"),
    coded("a", "LIMITED", "b", "LIMITED"),
  ]);
  expect(measured).toMatchObject({ units: 4, alike: 3, raw: 0.75, alpha: 1, alphaUnits: 2 });
  expect(measured.pairs[0]?.kappa).toBeCloseTo((0.75 - 0.25) / (1 - 0.25), 9);
});

test("a disagreement by one rung counts less than one across the ladder", () => {
  const rest = [coded("a", "NOT_STARTED", "b", "NOT_STARTED"), coded("a", "COMPLETE", "b", "COMPLETE")];
  const near = measureAgreement([...rest, coded("a", "SUBSTANTIAL", "b", "COMPLETE")]);
  const far = measureAgreement([...rest, coded("a", "NOT_STARTED", "b", "COMPLETE")]);
  expect(near.raw).toBe(far.raw);
  expect(near.alpha).toBeGreaterThan(far.alpha as number);
});

test("κ is measured for each two who judged together, whoever was named first", () => {
  const measured = measureAgreement([
    coded("a", "LIMITED", "b", "LIMITED"),
    coded("b", "COMPLETE", "a", "LIMITED"),
    coded("b", "COMPLETE", "c", "COMPLETE"),
  ]);
  expect(measured.pairs.map(({ coders, units }) => [coders.map(({ memberId }) => memberId).join(), units])).toEqual([
    ["a,b", 2],
    ["b,c", 1],
  ]);
  const [one, other] = [coded("a", "LIMITED", "b", "COMPLETE"), coded("b", "COMPLETE", "a", "LIMITED")];
  const more = [coded("a", "LIMITED", "b", "LIMITED"), coded("a", "COMPLETE", "b", "COMPLETE")];
  expect(measureAgreement([one, ...more])).toEqual(measureAgreement([other, ...more]));
});

test.each([[undefined], ["a"], [["a", "a"]], [["a", "b", "c"]]])("%o is not two coders", (coderIds) => {
  const parsed = requestDoubleCodingInput.safeParse({ commitmentId: "x", asOf: "2020-01-01", coderIds });
  expect(parsed.error?.issues).toMatchObject([{ path: ["coderIds"], message: "two_coders" }]);
});
