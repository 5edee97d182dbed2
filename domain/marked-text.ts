// A text with its marks cut into runs, for pages that show marks as elements: for reading, printing and listening.
import { type Interval, piecesOf } from "./intervals";
import { indexPositions, snapToWords } from "./text-position";

/** A stretch that the same marks cover; `ends` are the marks whose number stands right after it. */
export interface MarkedRun {
  start: number;
  text: string;
  ids: string[];
  ends: string[];
}

/** The whole text in order; `marks` count code points. A mark that ends inside a word has its number after the word, so that letters stay joined. */
export function markedRuns(text: string, marks: readonly Interval[]): MarkedRun[] {
  const index = indexPositions(text);
  const placed = marks.map((mark) => ({ ...mark, after: snapToWords(text, mark)?.end ?? mark.end }));
  // What is between a mark and its number belongs to no mark, and is yet a run of its own.
  const gaps = placed.map(({ end, after }) => ({ id: gap, start: end, end: after }));
  return piecesOf([...placed, ...gaps], index.length).map(({ start, end, ids }) => ({
    start,
    text: text.slice(index.toUtf16(start), index.toUtf16(end)),
    ids: ids.filter((id) => id !== gap),
    ends: [...new Set(placed.filter(({ after }) => after === end).map(({ id }) => id))],
  }));
}

const gap = "";
