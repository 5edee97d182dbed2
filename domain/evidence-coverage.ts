// How well a commitment is covered by evidence: what is counted of its citations, and what is missing.
import type { Stance } from "./scales";

export type Coverage = {
  sources: number;
  /** Rated on neither axis. */
  unrated: number;
  /** Their address gives nothing any more. */
  dead: number;
  /** Their quoted passage is not in the latest copy, or in none. */
  quotesMissing: number;
} & Record<Stance, number>;

const coverageGaps = ["NO_SOURCE", "ONE_SOURCE", "UNRATED", "DEAD", "ONE_SIDED", "QUOTES_MISSING"] as const;
export type CoverageGap = (typeof coverageGaps)[number];

/** What is missing, in the order of the list above. One-sided: everything that decides the matter points the same way. */
export function gapsOf({ sources, unrated, dead, quotesMissing, SUPPORTS, CONTRADICTS }: Coverage): CoverageGap[] {
  const holds: Record<CoverageGap, boolean> = {
    NO_SOURCE: sources === 0,
    ONE_SOURCE: sources === 1,
    UNRATED: unrated > 0,
    DEAD: dead > 0,
    ONE_SIDED: SUPPORTS > 0 !== CONTRADICTS > 0,
    QUOTES_MISSING: quotesMissing > 0,
  };
  return coverageGaps.filter((gap) => holds[gap]);
}
