// Runs that read from left to right whatever stands around them, and that Arabic prose would otherwise turn round.

/** A piece of a text; a run of its own where `isRun`. */
export type Piece = { text: string; isRun: boolean };

const digit = "[\\d\\u0660-\\u0669\\u06f0-\\u06f9]";
/**
 * Addresses; phone numbers; three or more groups with hyphens (ISO dates, references); signed numbers.
 * Two groups stay: in Arabic "2019-2020" is read from the right, as a range should be.
 */
const run = new RegExp(
  [
    '(?:https?://|www\\.)[^\\s<>"«»،؛]*[^\\s<>"«»،؛.,;:!?)\\]]',
    // Begun only where a word or a number begins: else a long one is searched again from each of its letters.
    "(?<![\\w.+-])[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+",
    `\\+${digit}(?:[ \\u00a0.()-]{0,2}${digit})+%?`,
    `(?<!${digit})${digit}+(?:-${digit}+){2,}`,
    `(?<![\\p{L}\\p{N}])[+\\u2212-]${digit}+(?:[.,]${digit}+)*%?`,
  ].join("|"),
  "gu",
);

/** The text in its order, cut where such a run begins and ends. */
export function leftToRightRuns(text: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const found of text.matchAll(run)) {
    if (found.index > done) pieces.push({ text: text.slice(done, found.index), isRun: false });
    pieces.push({ text: found[0], isRun: true });
    done = found.index + found[0].length;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), isRun: false });
  return pieces;
}
