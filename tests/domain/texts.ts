// Texts for property tests, of all that makes positions go wrong.
import fc from "fast-check";
import type { TextRange } from "@/domain/text-position";

const pieces = [
  "👍🏽",
  "🇮🇶",
  "👨‍👩‍👧",
  "ثَّ",
  "ـ",
  "\u200c",
  "\u200f",
  "\u00a0",
  " ",
  " ",
  "داعش",
  "العراق",
  "أمن",
  "7,7",
  "1-",
  "، ",
  ". ",
];
const hard = [
  "INTERPOL",
  "https://example.org/a",
  "\u0651",
  "🏽",
  "🇮",
  "\u2067",
  "\u2069",
  "\u0600",
  "é",
  "e\u0301",
  "\r\n",
  "٧",
];

/** Mostly what stands in Arabic documents, with anything else that Unicode has, lone surrogates left out. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...pieces) },
      { weight: 2, arbitrary: fc.constantFrom(...hard) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 3 }) },
    ),
    { maxLength: 40, size: "max" },
  )
  .map((parts) => parts.join(""));

/** A text with a range in it, in code points, that is not empty unless the text is. */
export function rangeIn(texts: fc.Arbitrary<string>): fc.Arbitrary<{ text: string; range: TextRange }> {
  return fc.tuple(texts, fc.nat(), fc.nat()).map(([text, one, other]) => {
    const length = [...text].length;
    const start = length === 0 ? 0 : one % length;
    return { text, range: { start, end: Math.min(length, start + 1 + (other % Math.min(length + 1, 60))) } };
  });
}
