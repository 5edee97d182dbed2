// A numbered paragraph that a team tracks.
import { z } from "zod";
import { id, optionalCalendarDate, optionalId, version } from "./input";
import type { Status } from "./scales";
import { timelinessOf } from "./timeliness";

export const duePrecisions = ["DAY", "MONTH", "YEAR"] as const;
export type DuePrecision = (typeof duePrecisions)[number];

export const setLeadInput = z.object({ commitmentId: id, version, leadId: optionalId });
export type SetLeadInput = z.output<typeof setLeadInput>;

export const setDoneInput = z.object({ commitmentId: id, version, doneOn: optionalCalendarDate });
export type SetDoneInput = z.output<typeof setDoneInput>;

/** Why a commitment needs a look: each is computed, never stored. */
export const attentions = [
  "NEVER_ASSESSED",
  "STALE",
  "OVERDUE_FOLLOW_UP",
  "NO_EVIDENCE_BEHIND_STATUS",
  "OVERDUE",
  "SILENT",
] as const;
export type Attention = (typeof attentions)[number];

export type AttentionFacts = {
  /** ISO date of the assessment in force, or null when never assessed. */
  assessedOn: string | null;
  completion: Status;
  restsOnCount: number;
  overdueCount: number;
  /** The last day of the period that the text names, and the day on which it was done. */
  dueOn: string | null;
  doneOn: string | null;
  /** The latest day on which evidence was attached or an assessment recorded, else that on which the document was entered. */
  heardOn: string;
};
/** The workspace's settings: after how long a status is stale, and a commitment silent. */
export type AttentionLimits = { staleAfterDays: number; silentAfterMonths: number };

/**
 * What needs attention about one commitment on the date `today` (ISO). What is complete is neither stale, overdue
 * nor silent: nobody is asked to look at it again and again. NO_EVIDENCE says itself that nothing stands
 * behind it.
 */
export function attentionsOf(facts: AttentionFacts, today: string, limits: AttentionLimits): Attention[] {
  const isComplete = facts.completion === "COMPLETE";
  const found: Attention[] = [];
  if (facts.assessedOn === null) found.push("NEVER_ASSESSED");
  else {
    if (!isComplete && daysBetween(facts.assessedOn, today) > limits.staleAfterDays) found.push("STALE");
    if (facts.completion !== "NO_EVIDENCE" && facts.restsOnCount === 0) found.push("NO_EVIDENCE_BEHIND_STATUS");
  }
  if (facts.overdueCount > 0) found.push("OVERDUE_FOLLOW_UP");
  if (!isComplete && timelinessOf(facts, today) === "OVERDUE") found.push("OVERDUE");
  if (!isComplete && monthsAfter(facts.heardOn, limits.silentAfterMonths) < today) found.push("SILENT");
  return found;
}

/** The same day of the month so many months later, or the month's last where it is shorter (as PostgreSQL counts). */
function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** Whole days from one ISO date to a later one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
