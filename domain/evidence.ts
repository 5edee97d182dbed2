// A source, its grading, and what it says about a commitment.
import { z } from "zod";
import {
  choice,
  id,
  optionalCalendarDate,
  optionalChoice,
  optionalId,
  optionalText,
  requiredText,
  version,
} from "./input";
import { credibilities, evidenceKinds, type Reliability, reliabilities, stances } from "./scales";

/** "B2", or with a dash for the axis that is not rated; null when neither is. */
export function gradeOf(reliability: Reliability | null, credibility: number | null): string | null {
  return reliability === null && credibility === null ? null : `${reliability ?? "–"}${credibility ?? "–"}`;
}

/** Query parameters that say how a reader came, not what is read. */
const tracking = /^(utm_.*|fbclid|gclid|dclid|msclkid|yclid|mc_cid|mc_eid|igshid|ref_src|ref_url|_ga|_gl)$/i;

/** The address if it is http or https and carries no credentials, else null. */
function webAddress(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  return url.hostname.includes(".") || url.hostname.startsWith("[") || url.hostname === "localhost" ? url : null;
}

/**
 * One form for all spellings of an address, by which the same source is recognised: no scheme, "www.",
 * default port, fragment, trailing slash or tracking parameters; parameters sorted. Not for fetching.
 */
export function canonicalAddress(address: string): string {
  const url = new URL(address);
  const kept = [...url.searchParams].filter(([name]) => !tracking.test(name));
  const query = new URLSearchParams(kept);
  query.sort();
  const port = url.port && !(url.port === "80" || url.port === "443") ? `:${url.port}` : "";
  const path = url.pathname.replace(/\/+$/, "");
  return `${hostOf(address)}${port}${path}${query.size > 0 ? `?${query}` : ""}`;
}

/** The site of an address, as people name it. */
export function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, "");
}

const sourceFields = {
  address: requiredText(2_000).refine((text) => webAddress(text) !== null, "bad_address"),
  title: requiredText(500),
  publisher: optionalText(300),
  publishedOn: optionalCalendarDate,
  accessedOn: optionalCalendarDate,
  language: optionalText(35).refine(
    (tag) => tag === null || /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag),
    "bad_language",
  ),
  kind: choice(evidenceKinds),
  reliability: optionalChoice(reliabilities),
  credibility: optionalChoice(credibilities),
};
export type SourceInput = z.output<z.ZodObject<typeof sourceFields>>;

const citationFields = {
  stance: choice(stances),
  quotedPassage: optionalText(5_000),
};
export type CitationInput = z.output<z.ZodObject<typeof citationFields>>;

export const attachEvidenceInput = z.object({ commitmentId: id, ...sourceFields, ...citationFields });
export type AttachEvidenceInput = z.output<typeof attachEvidenceInput>;

/** An edit form shows the source and its citation together, so it carries the version of both. */
export const editEvidenceInput = z.object({
  citationId: id,
  version,
  evidenceVersion: version,
  ...sourceFields,
  ...citationFields,
});
export type EditEvidenceInput = z.output<typeof editEvidenceInput>;

export const editSourceInput = z.object({ evidenceId: id, evidenceVersion: version, ...sourceFields });
export type EditSourceInput = z.output<typeof editSourceInput>;

export const citeSourceInput = z.object({ evidenceId: id, commitmentId: id, ...citationFields });
export type CiteSourceInput = z.output<typeof citeSourceInput>;

export const citationAtVersion = z.object({ citationId: id, version });
export type CitationAtVersion = z.output<typeof citationAtVersion>;

const mostAtOnce = 200;
/** Several values of one name, or one with commas between. */
const ids = z
  .preprocess(
    (value) => [value ?? []].flat().flatMap((each) => (typeof each === "string" ? each.split(",") : each)),
    z.array(id.or(z.literal(""))).max(mostAtOnce, "too_many"),
  )
  .transform((all) => [...new Set(all.filter(Boolean))]);

/** Tags of the list that sources are given, and those that are taken from them. */
export const retagEvidenceInput = z.object({
  evidenceIds: ids.refine((all) => all.length > 0, "choose_one"),
  added: ids,
  removed: ids,
});
export type RetagEvidenceInput = z.output<typeof retagEvidenceInput>;

/** A form about one source shows all its tags; only what the person changed is changed, whatever a colleague did meanwhile. */
export const tagSourceInput = z.object({ evidenceId: id, tagIds: ids, shownIds: ids }).transform(
  ({ evidenceId, tagIds, shownIds }): RetagEvidenceInput => ({
    evidenceIds: [evidenceId],
    added: tagIds.filter((each) => !shownIds.includes(each)),
    removed: shownIds.filter((each) => !tagIds.includes(each)),
  }),
);

export const findSourceInput = z.object({ address: sourceFields.address, commitmentId: optionalId });
