// What a reader may choose of a progress summary.
import { z } from "zod";
import { otherScaleNames } from "./crosswalk";
import { calendarDate, optionalCalendarDate, ordinal } from "./input";
import { type Completion, completions } from "./scales";

/** The kinds of file that a summary is written as. */
export const reportFormats = ["pdf", "docx", "xlsx", "csv", "csv-tables", "markdown", "json"] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** The languages that a summary is written in. */
export const reportLanguages = ["ar", "en", "fr"] as const;
export type ReportLanguage = (typeof reportLanguages)[number];

/** The parts of a summary that may be left out, in their order. */
export const reportSections = [
  "method",
  "changes",
  "table",
  "unknown",
  "commitments",
  // Inside each commitment.
  "provisions",
  "contributions",
] as const;
export type ReportSection = (typeof reportSections)[number];

const countsInTable = ["evidenceCount", "noteCount", "openFollowUps", "overdueFollowUps"] as const;

/** What of each commitment is counted in the table of all; notes that are kept back are not counted as none. */
export function countsOf(withNotes: boolean): (typeof countsInTable)[number][] {
  return countsInTable.filter((count) => withNotes || count !== "noteCount");
}

type Counted = {
  evidence: readonly unknown[];
  notes: readonly unknown[];
  openFollowUps: number;
  overdueFollowUps: number;
};

/** One of these counts of a commitment. */
export function countIn(commitment: Counted, count: (typeof countsInTable)[number]): number {
  if (count === "evidenceCount") return commitment.evidence.length;
  if (count === "noteCount") return commitment.notes.length;
  return commitment[count];
}

/** How a commitment moved between two dates; sideways where the scale knows no higher or lower. */
export const movements = ["FIRST", "UP", "DOWN", "SIDEWAYS"] as const;
export type Movement = (typeof movements)[number];

/**
 * How a status moved; null when it did not. NO_EVIDENCE is no place on the ladder: from it or to it nothing rises or falls.
 * A counter-action found or withdrawn at the same status is a movement sideways.
 */
export function movementBetween(from: Judged | null, to: Judged): Movement | null {
  if (!from) return "FIRST";
  if (from.completion === to.completion) return from.counterAction === to.counterAction ? null : "SIDEWAYS";
  if (from.completion === "NO_EVIDENCE" || to.completion === "NO_EVIDENCE") return "SIDEWAYS";
  return completions.indexOf(to.completion) > completions.indexOf(from.completion) ? "UP" : "DOWN";
}
type Judged = { completion: Completion; counterAction: boolean };

/** Why something about a commitment is not known. */
export const unknownReasons = [
  "NOT_ASSESSED",
  "NO_EVIDENCE",
  "RESTS_ON_NOTHING",
  "STALE",
  "UNDATED_EVIDENCE",
  "UNGRADED_EVIDENCE",
] as const;
export type UnknownReason = (typeof unknownReasons)[number];

/** A list as an address gives it: a name repeated, or values with commas between; one empty value is an empty list. */
const listed = (value: unknown) => {
  if (value === undefined || value === null) return undefined;
  const values = [value].flat().flatMap((each) => (typeof each === "string" ? each.split(",") : [each]));
  return values.length === 1 && values[0] === "" ? [] : values;
};
const emptyAsLeftOut = (value: unknown) => (value === "" || value === null ? undefined : value);

/** The choices by name, as they stand in an address or a form; whatever is left out has its usual value. */
export const reportChoices = z
  .object({
    /** The state at the end of this day in UTC; the usual one is today's. */
    asOf: z.preprocess(emptyAsLeftOut, calendarDate.optional()),
    comparedWith: optionalCalendarDate,
    sections: z.preprocess(
      listed,
      z.array(z.enum(reportSections, { error: "choose_one" }), { error: "choose_one" }).default([...reportSections]),
    ),
    /** Numbers of commitments; all of them when left out. */
    commitments: z.preprocess(listed, z.array(ordinal("no_such_commitment")).min(1, "required").optional()),
    /** Notes are the team's own and may be kept back. */
    notes: z.enum(["with", "without"], { error: "choose_one" }).default("with"),
    /** Judgements that wait for review; with them they count, each marked as not yet approved. */
    unreviewed: z.enum(["with", "without"], { error: "choose_one" }).default("without"),
    /** The scales that are shown beside the stored one, computed from it by the codebook's crosswalk. */
    scales: z.preprocess(
      listed,
      z.array(z.enum(otherScaleNames, { error: "choose_one" }), { error: "choose_one" }).default([]),
    ),
  })
  .refine(({ asOf, comparedWith }) => !asOf || !comparedWith || comparedWith < asOf, {
    path: ["comparedWith"],
    error: "not_earlier",
  });
export type ReportChoices = z.output<typeof reportChoices>;
