// Whatever the text, the selection and the edit: a place is never wrong without saying so.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Anchored, anchor, follow } from "@/domain/anchoring";
import { foldArabic } from "@/domain/arabic-fold";
import { leastLikeness } from "@/domain/quote-search";
import { likeness } from "@/domain/text-alignment";
import { cutsGrapheme, indexPositions, quoteAt, sliceOf, snapToGraphemes, snapToWords } from "@/domain/text-position";
import { anyText, rangeIn } from "./texts";

const folded = (text: string | null) => foldArabic(text ?? "").trim();

/** Wrong is: outside of the text, through a letter, other words than the method promises, or a score that is not theirs. */
function expectHonest(place: Anchored | null, exact: string, text: string): void {
  if (!place) return;
  const slice = sliceOf(text, place);
  expect(slice).not.toBeNull();
  expect(slice).not.toBe("");
  expect(cutsGrapheme(text, place)).toBe(false);
  if (["POSITION", "UTF16", "QUOTE"].includes(place.method)) expect([slice, place.score]).toEqual([exact, 1]);
  expect(place.score).toBeCloseTo(likeness(folded(exact), folded(slice)), 10);
  expect(place.score).toBeGreaterThanOrEqual(leastLikeness);
}

/** A text, a selection as a reader makes it, and the text after some stretches of it were replaced. */
const edited = fc
  .record({
    one: rangeIn(anyText),
    byWords: fc.boolean(),
    edits: fc.array(fc.record({ at: fc.nat(), length: fc.nat(12), by: anyText }), { minLength: 1, maxLength: 3 }),
  })
  .map(({ one: { text, range }, byWords, edits }) => {
    const to = edits.reduce(
      (letters, { at, length, by }) => {
        return letters.toSpliced(letters.length ? at % letters.length : 0, length, ...by);
      },
      [...text],
    );
    return { from: text, to: to.join(""), target: (byWords ? snapToWords : snapToGraphemes)(text, range) };
  });

test("a correction carries a selection to words like its own, or gives it up", () => {
  fc.assert(
    fc.property(edited, ({ from, to, target }) => {
      if (target) expectHonest(follow(target, { from, to }), sliceOf(from, target) ?? "", to);
    }),
    { numRuns: 400 },
  );
});

test("an edit before a selection alone, of words that the text has not, leaves it on its very letters", () => {
  fc.assert(
    fc.property(rangeIn(anyText), fc.nat(), ({ text, range }, at) => {
      const target = snapToWords(text, range);
      if (!target || foldArabic(sliceOf(text, target) ?? "").trim() === "") return;
      const letters = [...text];
      const before = letters.slice(0, target.start);
      const cut = before.length ? at % before.length : 0;
      const to = [...before.slice(0, cut), "\nzzz qqq\n", ...before.slice(cut), ...letters.slice(target.start)].join(
        "",
      );
      const place = follow(target, { from: text, to });
      if (place) expect(folded(sliceOf(to, place))).toContain(folded(sliceOf(text, target)));
    }),
    { numRuns: 200 },
  );
});

test("a selector finds words that are its own or say that they are not, in any text", () => {
  fc.assert(
    fc.property(edited, fc.constantFrom("all", "quote", "words"), ({ from, to, target }, known) => {
      if (!target) return;
      const quote = quoteAt(from, target);
      const selector = known === "all" ? { ...quote, ...target } : known === "quote" ? quote : { exact: quote.exact };
      expectHonest(anchor(selector, to), quote.exact, to);
    }),
    { numRuns: 400 },
  );
});

test("a selection is found again in its own text, whichever way its position was counted", () => {
  fc.assert(
    fc.property(rangeIn(anyText), ({ text, range }) => {
      const target = snapToGraphemes(text, range);
      if (!target) return;
      const quote = quoteAt(text, target);
      const index = indexPositions(text);
      const utf16 = { start: index.toUtf16(target.start), end: index.toUtf16(target.end) };
      expect(anchor({ ...quote, ...target }, text)).toMatchObject({ ...target, method: "POSITION", score: 1 });
      const other = anchor({ ...quote, ...utf16 }, text);
      expectHonest(other, quote.exact, text);
      expect(other).not.toBeNull();
    }),
    { numRuns: 400 },
  );
});
