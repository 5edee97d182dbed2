// Where days fall on a timeline: shares of its length, so that the drawing follows the direction of writing by itself.

import { daysBetween } from "@/domain/commitment";
import type { Completion } from "@/domain/scales";

type Span = { from: string; to: string };
type Judged = { id: string; completion: Completion; counterAction: boolean; asOf: string };

/** More years than this get a label only now and then. */
const mostYears = 8;

export function spanOf(judged: readonly Judged[], from: string, today: string): Span {
  const earliest = judged.reduce((least, { asOf }) => (asOf < least ? asOf : least), from);
  return { from: earliest, to: today > earliest ? today : earliest };
}

/** The share of the span that has passed on a day, as a CSS length. */
export function placeOn(span: Span, day: string): string {
  return `${shareOf(span, day).toFixed(3)}%`;
}

function shareOf(span: Span, day: string): number {
  const length = daysBetween(span.from, span.to);
  return length === 0 ? 0 : Math.min(100, Math.max(0, (daysBetween(span.from, day) / length) * 100));
}

/** Each judgement with how long it stood, oldest first; expects newest first. */
export function stepsOf(judged: readonly Judged[], span: Span) {
  const ordered = judged.toReversed();
  return ordered.map((each, place) => {
    const until = ordered[place + 1]?.asOf ?? span.to;
    const length = shareOf(span, until) - shareOf(span, each.asOf);
    return {
      ...each,
      at: placeOn(span, each.asOf),
      length: `${Math.max(0, length).toFixed(3)}%`,
      before: ordered[place - 1]?.completion ?? null,
    };
  });
}

/** The first days of years within the span. */
export function yearsOf(span: Span): { year: string; at: string }[] {
  const first = Number(span.from.slice(0, 4)) + 1;
  const last = Number(span.to.slice(0, 4));
  const every = Math.max(1, Math.ceil((last - first + 1) / mostYears));
  const years: { year: string; at: string }[] = [];
  for (let year = first; year <= last; year += every)
    years.push({ year: `${year}`, at: placeOn(span, `${year}-01-01`) });
  return years;
}
