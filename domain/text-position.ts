// Positions in a text, counted in Unicode code points as W3C Web Annotation (§4.2.5) and PostgreSQL count them.

/** A piece of a text in code points: start included, end not. Either may lie outside of a text that is not its own. */
export interface TextRange {
  start: number;
  end: number;
}

/** A quotation with what stands around it (W3C Web Annotation §4.2.4). */
export interface TextQuote {
  exact: string;
  prefix: string;
  suffix: string;
}

/** Code points of context kept on either side of a quotation. */
export const contextLength = 32;

/** Turns positions of one text from code points to UTF-16 code units, which the DOM and JavaScript count, and back. */
export interface PositionIndex {
  /** Code points in the text. */
  length: number;
  /** Code points in, UTF-16 code units out; what lies outside of the text becomes its nearer end. */
  toUtf16(codePoints: number): number;
  /** UTF-16 code units in, code points out; the middle of a surrogate pair becomes the pair's start. */
  toCodePoints(utf16: number): number;
}

/** Reads the text once; every conversion then costs a binary search among its characters beyond U+FFFF. */
export function indexPositions(text: string): PositionIndex {
  const pairs: number[] = [];
  let length = 0;
  for (const character of text) {
    if (character.length === 2) pairs.push(length);
    length++;
  }
  const within = (value: number, most: number) => Math.min(Math.max(value, 0), most);
  return {
    length,
    toUtf16(codePoints) {
      const at = within(codePoints, length);
      return at + countWhile(pairs, (pair) => pair < at);
    },
    toCodePoints(utf16) {
      const at = within(utf16, text.length);
      return at - countWhile(pairs, (pair, before) => pair + before < at);
    },
  };
}

/** How many of the first values hold, when none holds after one that does not. */
function countWhile(values: readonly number[], holds: (value: number, index: number) => boolean): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(values[middle] ?? 0, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One position, from code points to UTF-16 code units; for more than one in the same text, `indexPositions`. */
export function toUtf16(text: string, codePoints: number): number {
  return indexPositions(text).toUtf16(codePoints);
}

/** One position, from UTF-16 code units to code points; for more than one in the same text, `indexPositions`. */
export function toCodePoints(text: string, utf16: number): number {
  return indexPositions(text).toCodePoints(utf16);
}

/** The text of a range in code points; null when the range does not lie within the text or runs backwards. */
export function sliceOf(text: string, { start, end }: TextRange, index = indexPositions(text)): string | null {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start > end || end > index.length) return null;
  return text.slice(index.toUtf16(start), index.toUtf16(end));
}

/** The quotation that stands at a range in code points, with at most 32 code points of context on either side. */
export function quoteAt(text: string, { start, end }: TextRange, index = indexPositions(text)): TextQuote {
  const slice = (from: number, to: number) => text.slice(index.toUtf16(from), index.toUtf16(to));
  return {
    exact: slice(start, end),
    prefix: slice(start - contextLength, start),
    suffix: slice(end, end + contextLength),
  };
}

// UAX #29 is the same for all our languages; the tag matters for scripts that write no spaces.
const graphemes = new Intl.Segmenter("ar", { granularity: "grapheme" });
const words = new Intl.Segmenter("ar", { granularity: "word" });

/** White space and the controls that nobody sees: no selection means to start or end with them. */
const blank = /^[\s\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*$/;

/** Whether a range in code points starts or ends inside a grapheme cluster. */
export function cutsGrapheme(text: string, { start, end }: TextRange, index = indexPositions(text)): boolean {
  const segments = graphemes.segment(text);
  return [index.toUtf16(start), index.toUtf16(end)].some((at) => (segments.containing(at)?.index ?? at) !== at);
}

/**
 * The range in code points, widened so that it cuts no grapheme cluster (an emoji, a letter with its marks), without
 * the white space at its ends; null when nothing else was in it.
 */
export function snapToGraphemes(text: string, range: TextRange): TextRange | null {
  return snap(text, range, [graphemes]);
}

/** As `snapToGraphemes`, and widened to whole words (UAX #29) where it started or ended inside one. */
export function snapToWords(text: string, range: TextRange): TextRange | null {
  // Some signs are one cluster with what follows them and yet no word with it: hence both.
  return snap(text, range, [words, graphemes]);
}

function snap(text: string, range: TextRange, by: (typeof words)[]): TextRange | null {
  const index = indexPositions(text);
  let [start, end] = [index.toUtf16(range.start), index.toUtf16(range.end)];
  if (start >= end) return null;
  for (const segmenter of by) {
    const segments = segmenter.segment(text);
    start = startOf(segments.containing(start), start);
    end = endOf(segments.containing(end - 1), end);
  }
  const clusters = graphemes.segment(text);
  for (let one = clusters.containing(start); one && start < end && blank.test(one.segment); ) {
    start = endOf(one, end);
    one = clusters.containing(start);
  }
  for (let one = clusters.containing(end - 1); one && start < end && blank.test(one.segment); ) {
    end = startOf(one, start);
    one = clusters.containing(end - 1);
  }
  return start < end ? { start: index.toCodePoints(start), end: index.toCodePoints(end) } : null;
}

type Segment = { index: number; segment: string } | undefined;
const startOf = (segment: Segment, otherwise: number) => segment?.index ?? otherwise;
const endOf = (segment: Segment, otherwise: number) => (segment ? segment.index + segment.segment.length : otherwise);
