// Kept copies of evidence: what may be kept, what a look at an address found, and when it is looked at again.
import { z } from "zod";
import { canonicalAddress } from "./evidence";
import { id } from "./input";
import type { EvidenceHealth } from "./scales";

export const captureNowInput = z.object({ evidenceId: id });

/** What a copy says and where it was found, as far as the next look is held against it. */
export type Copied = { sha256: string; text: string | null; finalAddress: string | null };

/**
 * What it means that an address gave something, held against the latest copy from there; null where there is none, or
 * where the source has another address since. White space makes no difference to a text, and what stands around it
 * neither: many pages carry the time of day somewhere. Only a new text makes a new version.
 */
export function findingOf(found: Copied, latest: Copied | null): { outcome: EvidenceHealth; isNew: boolean } {
  if (!latest) return { outcome: "ALIVE", isNew: true };
  if (differs(found, latest)) return { outcome: "CHANGED", isNew: true };
  return { outcome: isElsewhere(found, latest) ? "MOVED" : "ALIVE", isNew: false };
}

function differs(one: Copied, other: Copied): boolean {
  if (one.sha256 === other.sha256) return false;
  if (one.text === null || other.text === null) return true;
  return plain(one.text) !== plain(other.text);
}

const plain = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim();

function isElsewhere({ finalAddress: one }: Copied, { finalAddress: other }: Copied): boolean {
  return one !== null && other !== null && canonicalAddress(one) !== canonicalAddress(other);
}

/** A look as it was kept. */
export type Look = { at: Date; outcome: EvidenceHealth; httpStatus: number | null };

const isFound = ({ outcome }: Pick<Look, "outcome">) =>
  outcome === "ALIVE" || outcome === "MOVED" || outcome === "CHANGED";
export const saysGone = ({ httpStatus }: Pick<Look, "httpStatus">) => httpStatus === 404 || httpStatus === 410;

const hour = 3_600_000;
const day = 24 * hour;

/** Looks that found nothing there, one after the other, over at least this long: then it is gone, and no mishap of the site. */
const goneAfter = 6 * hour;

/** What it means that an address gave nothing; `before` has the earlier looks, the latest first. */
export function lossOf(look: Pick<Look, "at" | "httpStatus">, before: readonly Look[]): EvidenceHealth {
  if (!saysGone(look)) return "UNREACHABLE";
  const end = before.findIndex((each) => !saysGone(each));
  const row = end === -1 ? before : before.slice(0, end);
  return row.some(({ at }) => look.at.getTime() - at.getTime() >= goneAfter) ? "GONE" : "UNREACHABLE";
}

/** How long until the next look, by how many found it (or did not) one after the other: a page that stays is looked at less and less. */
const intervals = {
  found: [day, 7 * day, 30 * day],
  lost: [hour, 8 * hour, day, 3 * day, 7 * day, 30 * day],
} as const;

/** When the address is looked at again; `looks` has this one and those before, the latest first. `chance`, from 0 to 1, spreads them by a tenth. */
export function nextLook(looks: readonly [Look, ...Look[]], chance = Math.random()): Date {
  const [latest] = looks;
  const kind = isFound(latest) ? "found" : "lost";
  const end = looks.findIndex((look) => isFound(look) !== isFound(latest));
  const inRow = end === -1 ? looks.length : end;
  const waits = intervals[kind];
  const wait = waits[Math.min(inRow, waits.length) - 1] ?? day;
  return new Date(latest.at.getTime() + wait * (0.9 + chance / 5));
}

/** So many of the latest looks are enough for the two above. */
export const looksRemembered = 8;
