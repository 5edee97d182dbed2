// Finds for each letter of an old text where it stands in a new one: words first, letters where words were changed.
import { diffArrays } from "diff";

/** In UTF-16 code units: for each unit of the old text where it is in the new one, or -1 when it is gone. */
type Alignment = Int32Array;

/** Beyond so many pairs of letters two pieces of text are not compared letter by letter: it would take seconds. */
const mostPairs = 4_000_000;

/** Beyond so many words added and removed two texts have too little in common to be compared word by word. */
const mostEdits = 2_000;

interface Span {
  start: number;
  end: number;
}

/** Words, numbers and single signs, without the white space between them; in UTF-16 code units. */
function tokensOf(text: string): (Span & { word: string })[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+|\S/gu)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
}

/** Both texts as `foldArabic` gives them, so that spelling does not count. */
export function alignTexts(from: string, to: string): Alignment {
  const [before, after] = [tokensOf(from), tokensOf(to)];
  const changes = diffArrays(before, after, {
    comparator: (one, other) => one.word === other.word,
    maxEditLength: mostEdits,
  });
  const alignment = new Int32Array(from.length).fill(-1);
  if (!changes) return alignment;

  /** What stands between the last words that stayed and the next ones, white space included. */
  const gap = { from: 0, to: 0 };
  const closeGap = (fromEnd: number, toEnd: number) => {
    alignLetters(from.slice(gap.from, fromEnd), to.slice(gap.to, toEnd)).forEach((at, offset) => {
      if (at !== -1) alignment[gap.from + offset] = gap.to + at;
    });
  };
  let [old, young] = [0, 0];
  for (const { added, removed, count } of changes) {
    if (!added && !removed) {
      for (let index = 0; index < count; index++) {
        const [was, is] = [before[old + index], after[young + index]];
        if (!was || !is) continue;
        closeGap(was.start, is.start);
        for (let unit = 0; unit < was.word.length; unit++) alignment[was.start + unit] = is.start + unit;
        // One by one: the minifier of the build takes an object that is only written to by destructuring for a constant.
        gap.from = was.end;
        gap.to = is.end;
      }
    }
    if (!added) old += count;
    if (!removed) young += count;
  }
  closeGap(from.length, to.length);
  return alignment;
}

/** Pairs the letters of two short texts with the fewest edits (Levenshtein); a letter may be paired with a different one. */
function alignLetters(from: string, to: string): Alignment {
  const alignment = new Int32Array(from.length).fill(-1);
  const width = to.length + 1;
  if (from === "" || to === "" || from.length * to.length > mostPairs) return alignment;
  const costs = new Uint32Array((from.length + 1) * width);
  const cost = (row: number, column: number) => costs[row * width + column] ?? 0;
  const differs = (row: number, column: number) => Number(from[row - 1] !== to[column - 1]);
  for (let row = 0; row <= from.length; row++) {
    for (let column = 0; column < width; column++) {
      costs[row * width + column] =
        row === 0 || column === 0
          ? row + column
          : Math.min(
              cost(row - 1, column - 1) + differs(row, column),
              cost(row - 1, column) + 1,
              cost(row, column - 1) + 1,
            );
    }
  }
  let [row, column] = [from.length, to.length];
  while (row > 0 && column > 0) {
    const here = cost(row, column);
    if (here === cost(row - 1, column - 1) + differs(row, column)) {
      row--;
      column--;
      alignment[row] = column;
    } else if (here === cost(row - 1, column) + 1) row--;
    else column--;
  }
  return alignment;
}

/**
 * How alike two folded texts are: twice the letters that agree when they are aligned, of all their letters; 1 is equal,
 * 0 has nothing in common.
 */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  let agreeing = 0;
  const align = one.length * other.length > mostPairs ? alignTexts : alignLetters;
  align(one, other).forEach((at, unit) => {
    if (at !== -1 && one[unit] === other[at]) agreeing++;
  });
  return (2 * agreeing) / (one.length + other.length);
}
