// Searches a text for a quotation by its letters and by what stands around it, and says when two places are as good.
import search from "approx-string-match";
import { foldArabic, foldWithPositions } from "./arabic-fold";
import { likeness } from "./text-alignment";
import {
  contextLength,
  cutsGrapheme,
  indexPositions,
  quoteAt,
  sliceOf,
  snapToGraphemes,
  snapToWords,
  type TextQuote,
  type TextRange,
} from "./text-position";

/** A place where a quotation may stand, in code points, with its resemblance to it: from 0, nothing, to 1, equal. */
export interface Candidate extends TextRange {
  /** Of the quoted text itself, spelling apart. */
  exact: number;
  /** Of what stands before and after it; null when nothing is known of that side. */
  before: number | null;
  after: number | null;
}

/** Of a quotation's letters, so many may be wrong in a place that is found by searching. */
const mostErrors = 0.3;
/** Two stretches of text less alike than this have nothing to do with each other: chance gives up to 0.5. */
export const leastLikeness = 0.6;
/** So many letters, as alike as this, do not stand in another place by chance; fewer need their context. */
const enoughLetters = 20;
const closeLikeness = 0.85;
/** Two places that differ by less than this, of 1, are equally good. */
const margin = 0.03;
/** After so many rounds of searching, each with more errors than the one before, no better place turns up. */
const mostRounds = 4;
/** A quotation that stands in more places than these says nothing about where it belongs. */
const mostPlaces = 500;

/** How well a range in code points fits a quotation. */
export function compare(quote: TextQuote, text: string, range: TextRange, index = indexPositions(text)): Candidate {
  const found = quoteAt(text, range, index);
  const [prefix, suffix] = [[...quote.prefix].slice(-contextLength), [...quote.suffix].slice(0, contextLength)];
  const hasContext = prefix.length + suffix.length > 0;
  const side = (wanted: string[], there: string[], isOutermost: boolean) => {
    // No context is either that of the text's own beginning or end, or not known.
    if (wanted.length === 0) return isOutermost && hasContext ? 1 : null;
    return likeness(foldArabic(wanted.join("")), foldArabic(there.join("")));
  };
  return {
    start: range.start,
    end: range.end,
    exact: likeness(foldArabic(quote.exact).trim(), foldArabic(found.exact).trim()),
    before: side(prefix, [...found.prefix].slice(-prefix.length), found.prefix === ""),
    after: side(suffix, [...found.suffix].slice(0, suffix.length), found.suffix === ""),
  };
}

/** Whether a place fits well enough not to be chance: by the quotation's length, or by what stands beside it. */
export function convinces(quote: TextQuote, { exact, before, after }: Candidate): boolean {
  const isLong = foldArabic(quote.exact).trim().length * exact >= enoughLetters;
  if (before === null && after === null) return exact === 1 || (isLong && exact >= closeLikeness);
  return (isLong && exact >= closeLikeness) || Math.max(before ?? 0, after ?? 0) >= leastLikeness;
}

/** One number for a place: its quoted text counts as much as both sides of its context together. */
function fitOf({ exact, before, after }: Candidate): number {
  const sides = [before, after].filter((side) => side !== null);
  return sides.length === 0 ? exact : (exact + sides.reduce((sum, side) => sum + side, 0) / sides.length) / 2;
}

/** The places that fit best, all those that fit equally well. */
export function best<Place extends Candidate>(places: readonly Place[]): Place[] {
  const most = Math.max(...places.map(fitOf));
  return places.filter((place) => fitOf(place) > most - margin);
}

/** Every range in code points whose text equals `exact` and cuts no grapheme cluster; null when there are too many. */
export function exactPlaces(exact: string, text: string, index = indexPositions(text)): TextRange[] | null {
  const places: TextRange[] = [];
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) {
    const range = { start: index.toCodePoints(at), end: index.toCodePoints(at + exact.length) };
    // Half a surrogate pair has no position of its own.
    const isThere = sliceOf(text, range, index) === exact;
    if (isThere && !cutsGrapheme(text, range, index)) places.push(range);
    if (places.length > mostPlaces) return null;
  }
  return places;
}

/**
 * The range in code points that resembles the quotation most, spelling apart, whole words if the quotation was; null
 * when nothing resembles it enough or two places resemble it equally. `allowed` leaves out places known to be others.
 */
export function findAlike(
  quote: TextQuote,
  text: string,
  allowed: (range: TextRange) => boolean = () => true,
): Candidate | null {
  const places: Candidate[] = [];
  const index = indexPositions(text);
  for (const range of alikeRanges(quote, text)) {
    if (places.some((place) => place.start === range.start && place.end === range.end) || !allowed(range)) continue;
    places.push(compare(quote, text, range, index));
  }
  const [place, ...others] = apart(best(places));
  return place && others.length === 0 && place.exact >= 1 - mostErrors && convinces(quote, place) ? place : null;
}

/** Of a quotation that found no place by itself, so many letters may be wrong in one that is offered to a person. */
const mostErrorsToOffer = 0.5;

/** The places that resemble a quotation, the likeliest first, for a person to choose from; not good enough to be taken. */
export function likeliestPlaces(quote: TextQuote, text: string): (Candidate & { fit: number })[] {
  const index = indexPositions(text);
  const places = alikeRanges(quote, text, mostErrorsToOffer).map((range) => compare(quote, text, range, index));
  return apart(places)
    .map((place) => ({ ...place, fit: fitOf(place) }))
    .filter(({ exact }) => exact >= mostErrorsToOffer);
}

/** Of places that overlap only the one that fits best: they are the same place with other ends. */
function apart(places: Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const place of places.toSorted((one, other) => fitOf(other) - fitOf(one))) {
    if (kept.every(({ start, end }) => end <= place.start || place.end <= start)) kept.push(place);
  }
  return kept;
}

/** The search gives only the places with the fewest errors: they are blanked out, and it is asked again. */
function alikeRanges(quote: TextQuote, text: string, errors = mostErrors): TextRange[] {
  const exact = foldArabic(quote.exact).trim();
  const { folded, positions } = foldWithPositions(text);
  const snap = isWholeWords(quote) ? snapToWords : snapToGraphemes;
  const ranges: TextRange[] = [];
  let unseen = folded;
  for (let round = 0; round < mostRounds; round++) {
    const matches = search(unseen, exact, Math.floor(exact.length * errors));
    if (matches.length === 0 || matches.length > mostPlaces) break;
    for (const { start, end } of matches) {
      const range = snap(text, { start: positions[start] ?? 0, end: (positions[end - 1] ?? -1) + 1 });
      if (range) ranges.push(range);
      unseen = unseen.slice(0, start) + "\0".repeat(end - start) + unseen.slice(end);
    }
  }
  return ranges;
}

/** Whether a quotation started and ended at the ends of words where it was made. */
export function isWholeWords({ prefix, exact, suffix }: TextQuote): boolean {
  const text = prefix + exact + suffix;
  const start = indexPositions(prefix).length;
  const range = { start, end: start + indexPositions(exact).length };
  const [letters, words] = [snapToGraphemes(text, range), snapToWords(text, range)];
  return letters?.start === words?.start && letters?.end === words?.end;
}
