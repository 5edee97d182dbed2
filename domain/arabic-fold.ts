// Folds the spellings of Arabic that readers hold to be the same, so that a search finds all of them.

/** Arabic marks (harakat, Quranic signs), tatweel, joiners and every invisible control of direction. */
const dropped =
  /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/;

const equals: ReadonlyArray<readonly [letters: string, as: string]> = [
  ["أإآٱ", "ا"],
  ["ىئیﻯ", "ي"],
  ["ؤ", "و"],
  ["ة", "ه"],
  ["ک", "ك"],
  ["،٬", ","],
  ["؛", ";"],
  ["؟", "?"],
  ["٫", "."],
  ["“”„«»‟＂", '"'],
  ["‘’‚‹›‛`´", "'"],
  ["‐‑‒–—―−", "-"],
  ["\u00a0\u202f\u2007\u2009", " "],
];

const table = new Map<string, string>();
for (const [letters, as] of equals) for (const letter of letters) table.set(letter, as);
for (let digit = 0; digit <= 9; digit++) {
  table.set(String.fromCodePoint(0x660 + digit), String(digit));
  table.set(String.fromCodePoint(0x6f0 + digit), String(digit));
}

const foldedLetter = (letter: string) => (dropped.test(letter) ? "" : (table.get(letter) ?? letter));

/** The text with all its spellings made one; not for showing. Letters that mean something else stay apart. */
export function foldArabic(text: string): string {
  let folded = "";
  for (const letter of text) folded += foldedLetter(letter);
  return folded;
}

export interface FoldedText {
  folded: string;
  /** For each UTF-16 code unit of `folded`, where its letter stood in the text, in code points. */
  positions: number[];
}

/** The text as `foldArabic` gives it, with the way back to where each letter stood. */
export function foldWithPositions(text: string): FoldedText {
  const positions: number[] = [];
  let folded = "";
  let position = 0;
  for (const letter of text) {
    folded += foldedLetter(letter);
    while (positions.length < folded.length) positions.push(position);
    position++;
  }
  return { folded, positions };
}

/** Combining marks of Latin letters, once decomposed. */
const accents = /[\u0300-\u036f]/g;

/** One spelling for looking up words in any of our languages: Arabic folded, case and accents gone, white space single. */
export function foldForSearch(text: string): string {
  return foldArabic(text).normalize("NFD").replace(accents, "").toLowerCase().replace(/\s+/g, " ").trim();
}

/** Whether every word of `query` occurs in `text`, however either is spelt; an empty query is found everywhere. */
export function foundIn(text: string, query: string): boolean {
  const folded = foldForSearch(text);
  return foldForSearch(query)
    .split(" ")
    .every((word) => folded.includes(word));
}
