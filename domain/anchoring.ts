// Says where an annotation stands in a text that is not, or no longer, the one it was made on; never guesses silently.
import { foldArabic, foldWithPositions } from "./arabic-fold";
import {
  best,
  type Candidate,
  compare,
  convinces,
  exactPlaces,
  findAlike,
  isWholeWords,
  leastLikeness,
} from "./quote-search";
import { alignTexts } from "./text-alignment";
import {
  cutsGrapheme,
  indexPositions,
  quoteAt,
  sliceOf,
  snapToGraphemes,
  snapToWords,
  type TextRange,
} from "./text-position";

/**
 * How a place was found: by its position in code points, by the same numbers read as UTF-16 code units, by its words as
 * quoted, by words that resemble them, or by comparing the text before and after its correction.
 */
export type AnchoringMethod = "POSITION" | "UTF16" | "QUOTE" | "FUZZY" | "DIFF";

/** A place in code points. The score says how alike what stands there is to what was quoted, spelling apart: 1 is equal. */
export interface Anchored extends TextRange {
  method: AnchoringMethod;
  score: number;
}

/** What an annotation says about its place (W3C Web Annotation §4.2.4 and §4.2.5); all but the quoted text may be unknown. */
export interface TextSelector {
  exact: string;
  prefix?: string | null | undefined;
  suffix?: string | null | undefined;
  /** Code points by the Recommendation, UTF-16 code units by the habit of other tools. */
  start?: number | null | undefined;
  end?: number | null | undefined;
}

/**
 * The place of a selector in a text: where its position has its words, else where its words stand, else where words
 * stand that resemble them; null when there is no such place or two are equally good.
 */
export function anchor(selector: TextSelector, text: string): Anchored | null {
  const { exact } = selector;
  if (exact.trim() === "") return null;
  const quote = { exact, prefix: selector.prefix ?? "", suffix: selector.suffix ?? "" };
  const index = indexPositions(text);
  const stated = { start: selector.start ?? -1, end: selector.end ?? -1 };
  const converted = { start: index.toCodePoints(stated.start), end: index.toCodePoints(stated.end) };

  const ranges = exactPlaces(exact, text, index);
  if (ranges === null) {
    const isThere = sliceOf(text, stated, index) === exact && !cutsGrapheme(text, stated, index);
    return isThere ? { ...stated, method: "POSITION", score: 1 } : null;
  }
  const places = best(ranges.map((range) => compare(quote, text, range, index)));
  const at = ({ start, end }: TextRange) => places.find((place) => place.start === start && place.end === end);
  const byPosition = at(stated);
  if (byPosition) return anchored(byPosition, "POSITION");
  const byUtf16 = stated.start < 0 ? undefined : at(converted);
  if (byUtf16) return anchored(byUtf16, "UTF16");

  const [place, ...others] = places;
  if (!place) {
    const alike = findAlike(quote, text);
    return alike && anchored(alike, "FUZZY");
  }
  return others.length === 0 && convinces(quote, place) ? anchored(place, "QUOTE") : null;
}

function anchored({ start, end, exact }: Candidate, method: AnchoringMethod): Anchored {
  return { start, end, method, score: exact };
}

/** What was carried over and is less alike than this may have been moved instead, its common words left by chance. */
const surelyTheSame = 0.8;

/** A text before and after its correction. */
export interface Correction {
  from: string;
  to: string;
}

/**
 * Where a range of the old text, in code points, stands in the new one: where the comparison of both carries it, else
 * where the new text has something that resembles it; null when it is gone or cannot be told.
 */
export function follow(target: TextRange, correction: Correction): Anchored | null {
  return followAll([target], correction)[0] ?? null;
}

/** As `follow`, for many ranges of one text, which is compared but once. */
export function followAll(targets: readonly TextRange[], { from, to }: Correction): (Anchored | null)[] {
  if (from === to) return targets.map(({ start, end }) => ({ start, end, method: "DIFF", score: 1 }));
  const [before, after] = [foldWithPositions(from), foldWithPositions(to)];
  const alignment = alignTexts(before.folded, after.folded);
  /** Letters of the new text, by code point, that stood in the old one. */
  const stayed = new Set<number>();
  alignment.forEach((at, unit) => {
    if (at !== -1 && before.folded[unit] === after.folded[at]) stayed.add(after.positions[at] ?? -1);
  });
  /** Text that stayed is where it was; what was quoted there was quoted by other annotations. */
  const isNew = ({ start, end }: TextRange) => {
    let old = 0;
    for (let at = start; at < end; at++) if (stayed.has(at)) old++;
    return old <= (end - start) / 2;
  };

  return targets.map((target) => {
    const quote = quoteAt(from, target);
    const range = carry(target, isWholeWords(quote) ? snapToWords : snapToGraphemes);
    const carried = range && compare(quote, to, range);
    const kept = carried && carried.exact >= leastLikeness && convinces(quote, carried) ? carried : null;
    if (kept && kept.exact >= surelyTheSame) return anchored(kept, "DIFF");
    const moved = findAlike(quote, to, isNew);
    if (moved && moved.exact > (kept?.exact ?? 0)) return anchored(moved, "FUZZY");
    return kept && anchored(kept, "DIFF");
  });

  /** From the first to the last letter of the range that has a counterpart in the new text. */
  function carry({ start, end }: TextRange, snap: typeof snapToWords): TextRange | null {
    const counterparts = before.positions.flatMap((at, unit) =>
      at >= start && at < end && alignment[unit] !== -1 ? [alignment[unit] ?? 0] : [],
    );
    let [first, last] = [counterparts[0], counterparts.at(-1)];
    if (first === undefined || last === undefined) return null;
    // Of two equal words a comparison may keep either: where the quotation stands in full, it is there.
    const exact = foldArabic(sliceOf(from, { start, end }) ?? "").trim();
    const whole = after.folded.indexOf(exact, first - exact.length + 1);
    if (whole !== -1 && whole <= last) [first, last] = [whole, whole + exact.length - 1];
    return snap(to, { start: after.positions[first] ?? 0, end: (after.positions[last] ?? 0) + 1 });
  }
}
