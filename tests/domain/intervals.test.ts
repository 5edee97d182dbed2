// Overlapping annotations, cut into pieces and shared out over layers.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Interval, idsAt, layersOf, piecesOf } from "@/domain/intervals";

const of = (...given: [id: string, start: number, end: number][]): Interval[] =>
  given.map(([id, start, end]) => ({ id, start, end }));
const length = 30;
/** Many, overlapping, nested, equal, empty, beyond the end; some ids come twice, as one annotation with two targets. */
const anyIntervals = fc.array(
  fc.record({ id: fc.constantFrom(..."abcdefgh"), start: fc.integer({ min: -2, max: 32 }), size: fc.nat(12) }),
  { maxLength: 25 },
);
const intervalsOf = anyIntervals.map((all) => all.map(({ id, start, size }) => ({ id, start, end: start + size })));
const covering = (intervals: readonly Interval[], at: number) =>
  intervals.filter(({ start, end }) => start <= at && at < end);

describe("piecesOf", () => {
  test("cuts nested and crossing ranges, the outermost first, and keeps what nothing covers", () => {
    expect(piecesOf(of(["inner", 3, 5], ["crossing", 4, 8], ["outer", 1, 6]), 10)).toEqual([
      { start: 0, end: 1, ids: [] },
      { start: 1, end: 3, ids: ["outer"] },
      { start: 3, end: 4, ids: ["outer", "inner"] },
      { start: 4, end: 5, ids: ["outer", "inner", "crossing"] },
      { start: 5, end: 6, ids: ["outer", "crossing"] },
      { start: 6, end: 8, ids: ["crossing"] },
      { start: 8, end: 10, ids: [] },
    ]);
  });

  test("has one piece for a text without annotations and none for no text", () => {
    expect(piecesOf([], 4)).toEqual([{ start: 0, end: 4, ids: [] }]);
    expect(piecesOf(of(["a", 0, 3]), 0)).toEqual([]);
  });

  test("covers the text without gap, and names at every position just what covers it", () => {
    fc.assert(
      fc.property(intervalsOf, (intervals) => {
        const pieces = piecesOf(intervals, length);
        expect(pieces.map(({ start }) => start)).toEqual([0, ...pieces.slice(0, -1).map(({ end }) => end)]);
        expect(pieces.at(-1)?.end).toBe(length);
        for (const { start, end, ids } of pieces) {
          expect(new Set(ids).size).toBe(ids.length);
          for (let at = start; at < end; at++)
            expect([...ids].sort()).toEqual([...new Set(covering(intervals, at).map(({ id }) => id))].sort());
        }
      }),
    );
  });
});

describe("idsAt", () => {
  test("finds what covers a position and nothing outside of the text", () => {
    fc.assert(
      fc.property(intervalsOf, fc.integer({ min: -3, max: 33 }), (intervals, at) => {
        const inside = at >= 0 && at < length;
        const ids = new Set(inside ? covering(intervals, at).map(({ id }) => id) : []);
        expect(new Set(idsAt(piecesOf(intervals, length), at))).toEqual(ids);
      }),
    );
    expect(idsAt([], 0)).toEqual([]);
  });
});

describe("layersOf", () => {
  test("puts ranges that touch into one layer and nested ones into two", () => {
    const [long, inner, next] = of(["long", 0, 9], ["inner", 2, 4], ["next", 9, 12]);
    if (!long || !inner || !next) throw new Error("three were made");
    expect(layersOf([next, inner, long])).toEqual([[long, next], [inner]]);
  });

  test("uses as many layers as the deepest place has ranges, loses none and lets none overlap", () => {
    fc.assert(
      fc.property(intervalsOf, (intervals) => {
        const layers = layersOf(intervals);
        const seen = intervals.filter(({ start, end }) => start < end);
        const byName = (all: readonly Interval[]) => all.map(({ id, start, end }) => `${id} ${start} ${end}`).sort();
        expect(byName(layers.flat())).toEqual(byName(seen));
        expect(layers.length).toBe(Math.max(0, ...seen.map(({ start }) => covering(seen, start).length)));
        for (const layer of layers)
          layer.slice(1).forEach((next, index) => {
            expect(next.start).toBeGreaterThanOrEqual(layer[index]?.end ?? 0);
          });
      }),
    );
  });

  test("stays quick with ten thousand ranges", () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ({ id: `${at}`, start: at, end: at + 1 + (at % 7) }));
    const began = performance.now();
    expect(layersOf(many).length).toBeLessThanOrEqual(7);
    expect(piecesOf(many, 10_010).length).toBeGreaterThan(10_000);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
