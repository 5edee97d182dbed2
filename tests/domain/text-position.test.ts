// Positions count code points, and no selection cuts what a reader sees as one letter.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cutsGrapheme,
  indexPositions,
  quoteAt,
  sliceOf,
  snapToGraphemes,
  snapToWords,
  type TextRange,
  toCodePoints,
  toUtf16,
} from "@/domain/text-position";
import { anyText, rangeIn } from "./texts";

/** A word typed with shadda before fatha, a tatweel, a joiner that is none, a mark of direction, a hard space. */
const hard = "👍🏽 مكثَّف داعـــش می\u200cخواهم \u200fINTERPOL\u00a0(7,7) 1- 🇮🇶 https://example.org/a?b=1#c";
const find = (text: string, part: string): TextRange => {
  const start = toCodePoints(text, text.indexOf(part));
  return { start, end: start + [...part].length };
};
const words = (text: string, part: string) => {
  const range = snapToWords(text, find(text, part));
  return range && sliceOf(text, range);
};
const letters = (text: string, range: TextRange) => {
  const snapped = snapToGraphemes(text, range);
  return snapped && sliceOf(text, snapped);
};

describe("conversions", () => {
  test("count an emoji as the code points it is made of", () => {
    expect(indexPositions("👍🏽 🇮🇶").length).toBe(5);
    expect(toUtf16("👍🏽 🇮🇶", 3)).toBe(5);
    expect(toCodePoints("👍🏽 🇮🇶", 5)).toBe(3);
  });

  test("take the middle of a surrogate pair for its start and what lies outside for the nearer end", () => {
    expect(toCodePoints("a👍", 2)).toBe(1);
    expect([toUtf16("a👍", -1), toUtf16("a👍", 9), toCodePoints("a👍", -1), toCodePoints("a👍", 9)]).toEqual([
      0, 3, 0, 2,
    ]);
  });

  test("are inverses of each other in any text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const index = indexPositions(text);
        expect(index.length).toBe([...text].length);
        for (let at = 0; at <= index.length; at++) {
          expect(index.toCodePoints(index.toUtf16(at))).toBe(at);
          expect(text.slice(0, index.toUtf16(at))).toBe([...text].slice(0, at).join(""));
        }
      }),
    );
  });
});

describe("sliceOf", () => {
  test("gives the text of a range, and null for a range that is not of this text", () => {
    expect(sliceOf("👍🏽 نص", { start: 3, end: 5 })).toBe("نص");
    for (const [start, end] of [
      [-1, 2],
      [2, 1],
      [0, 6],
      [0.5, 2],
      [Number.NaN, 2],
    ] as const)
      expect(sliceOf("👍🏽 نص", { start, end })).toBeNull();
  });
});

describe("quoteAt", () => {
  test("takes at most 32 code points of context on either side and never half a character", () => {
    const text = `${"👍".repeat(40)}نص${"🇮🇶".repeat(40)}`;
    const { exact, prefix, suffix } = quoteAt(text, { start: 40, end: 42 });
    expect([exact, prefix, suffix]).toEqual(["نص", "👍".repeat(32), "🇮🇶".repeat(16)]);
  });

  test("finds its pieces side by side in any text", () => {
    fc.assert(
      fc.property(rangeIn(anyText), ({ text, range }) => {
        const { exact, prefix, suffix } = quoteAt(text, range);
        expect(exact).toBe([...text].slice(range.start, range.end).join(""));
        expect(text).toContain(prefix + exact + suffix);
        expect([...prefix].length).toBe(Math.min(32, range.start));
      }),
    );
  });
});

describe("snapToGraphemes", () => {
  test.each([
    ["half a thumb", "👍", "👍🏽"],
    ["half a flag", "🇶", "🇮🇶"],
    ["a letter without its marks", "ث", "ثَّ"],
    ["marks without their letter", "\u0651", "ثَّ"],
    ["white space and marks of direction around it", " \u200fINTERPOL\u00a0", "INTERPOL"],
    ["part of a word", "NTER", "NTER"],
  ])("%s", (_what, selected, snapped) => {
    expect(letters(hard, find(hard, selected))).toBe(snapped);
  });

  test("is null when nothing was selected that can be seen", () => {
    for (const nothing of [" ", " \u200f", "\u00a0"]) expect(letters(hard, find(hard, nothing))).toBeNull();
    expect(snapToGraphemes(hard, { start: 3, end: 3 })).toBeNull();
    expect(snapToGraphemes(hard, { start: 4, end: 3 })).toBeNull();
    expect(snapToGraphemes("", { start: 0, end: 9 })).toBeNull();
  });
});

describe("snapToWords", () => {
  test.each([
    ["كث", "مكثَّف"],
    ["عـ", "داعـــش"],
    ["خواه", "می\u200cخواهم"],
    ["TERPOL\u00a0", "INTERPOL"],
    ["7", "7,7"],
    ["1-", "1-"],
    ["(7", "(7,7"],
    ["🇮", "🇮🇶"],
    ["xample", "example.org"],
    ["TERPOL\u00a0(7", "INTERPOL\u00a0(7,7"],
  ])("%s → %s", (selected, snapped) => {
    expect(words(hard, selected)).toBe(snapped);
  });
});

const graphemes = new Intl.Segmenter("ar", { granularity: "grapheme" });

test("any selection, snapped, cuts no grapheme, keeps what was selected and stays as it is when snapped again", () => {
  fc.assert(
    fc.property(rangeIn(anyText), ({ text, range }) => {
      for (const snap of [snapToGraphemes, snapToWords]) {
        const snapped = snap(text, range);
        if (!snapped) {
          expect(sliceOf(text, range)).toMatch(/^[\s\p{M}\p{Cf}]*$/u);
          continue;
        }
        expect(cutsGrapheme(text, snapped)).toBe(false);
        const clusters = [...graphemes.segment(sliceOf(text, snapped) ?? "")];
        for (const end of [clusters[0], clusters.at(-1)]) expect(end?.segment.trim()).not.toBe("");
        const cut = [
          { start: range.start, end: snapped.start },
          { start: snapped.end, end: range.end },
        ];
        for (const lost of cut) expect(sliceOf(text, lost) ?? "").toMatch(/^[\s\p{M}\p{Cf}]*$/u);
        expect(snapToGraphemes(text, snapped)).toEqual(snapped);
      }
    }),
    { numRuns: 500 },
  );
});
