// A numbered paragraph that a team tracks.
import { z } from "zod";
import { id, optionalId, version } from "./input";
import type { Status } from "./scales";

export const duePrecisions = ["DAY", "MONTH", "YEAR"] as const;
export type DuePrecision = (typeof duePrecisions)[number];

export const setLeadInput = z.object({ commitmentId: id, version, leadId: optionalId });
export type SetLeadInput = z.output<typeof setLeadInput>;

/** Why a commitment needs a look: each is computed, never stored. */
export const attentions = ["NEVER_ASSESSED", "STALE", "OVERDUE_FOLLOW_UP", "NO_EVIDENCE_BEHIND_STATUS"] as const;
export type Attention = (typeof attentions)[number];

export type AttentionFacts = {
  /** ISO date of the assessment in force, or null when never assessed. */
  assessedOn: string | null;
  completion: Status;
  restsOnCount: number;
  overdueCount: number;
};

/**
 * What needs attention about one commitment on the date `today` (ISO), a status being stale after `staleAfterDays`.
 * What is complete does not go stale: nobody is asked to look at it again and again. NO_EVIDENCE says itself that
 * nothing stands behind it.
 */
export function attentionsOf(facts: AttentionFacts, today: string, staleAfterDays: number): Attention[] {
  const found: Attention[] = [];
  if (facts.assessedOn === null) found.push("NEVER_ASSESSED");
  else {
    if (facts.completion !== "COMPLETE" && daysBetween(facts.assessedOn, today) > staleAfterDays) found.push("STALE");
    if (facts.completion !== "NO_EVIDENCE" && facts.restsOnCount === 0) found.push("NO_EVIDENCE_BEHIND_STATUS");
  }
  if (facts.overdueCount > 0) found.push("OVERDUE_FOLLOW_UP");
  return found;
}

/** Whole days from one ISO date to a later one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
