// The library of evidence narrowed and ordered as its address says.
import { z } from "zod";
import { inAddress } from "./input";
import { credibilities, evidenceHealths, evidenceKinds, quoteStates, reliabilities, stances } from "./scales";

/** Of an axis on which a source is not rated. */
export const unrated = "NONE";
/** Of a source whose address gives nothing any more, for either reason. */
export const dead = "DEAD";
/** Of a quoted passage that is not in the latest copy, or in none. */
export const missing = "MISSING";

export const evidenceOrders = ["title", "published", "added", "grade", "health", "citations"] as const;
export type EvidenceOrder = (typeof evidenceOrders)[number];

export const sourcesAPage = 50;

const anId = z.string().regex(/^[\w-]{1,64}$/, "invalid");
/** PostgreSQL cannot keep a null character, nor look for one. */
const aText = z
  .string()
  .trim()
  .min(1, "required")
  .max(200, "too_long")
  .refine((text) => !text.includes("\0"), "invalid");

const fields = {
  /** Words that must all occur, in any spelling. */
  q: aText,
  commitment: anId,
  stance: z.enum(stances, "choose_one"),
  kind: z.enum(evidenceKinds, "choose_one"),
  reliability: z.enum([...reliabilities, unrated], "choose_one"),
  credibility: z.enum([...credibilities, unrated], "choose_one"),
  language: aText,
  publisher: aText,
  health: z.enum([...evidenceHealths, dead], "choose_one"),
  quote: z.enum([...quoteStates, missing], "choose_one"),
  tag: anId,
  /** `no` has those that no commitment cites any more. */
  cited: z.enum(["yes", "no"], "choose_one"),
  sort: z.enum(evidenceOrders, "choose_one"),
  order: z.enum(["asc", "desc"], "choose_one"),
  page: z.coerce.number().int().positive().max(100_000),
};

const each = <Wrapped>(wrap: (schema: z.ZodType) => Wrapped) =>
  Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name, wrap(schema)]));

/** As they stand in the address of the page: what cannot be read counts as not set. */
export const evidenceFilters = z.object(each(inAddress)) as z.ZodType<EvidenceFilters>;
/** As a program asks: what cannot be read is refused. */
export const evidenceQuery = z.strictObject(fields).partial();
export type EvidenceFilters = z.output<typeof evidenceQuery>;

/** What narrows the library, without what orders and pages it. */
export function filtersAlone({ sort: _, order: __, page: ___, ...filters }: EvidenceFilters) {
  return filters;
}

export function isFiltered(filters: EvidenceFilters): boolean {
  return Object.values(filtersAlone(filters)).some((value) => value !== undefined);
}

/** The order in force: the newest first where nothing is asked for; each column starts with what is looked for in it. */
export function orderOf({ sort = "added", order }: EvidenceFilters): { sort: EvidenceOrder; order: "asc" | "desc" } {
  return { sort, order: order ?? firstOrder[sort] };
}

/** Newest, best graded, and most cited first. Of the health, what needs care comes first. */
export const firstOrder: Record<EvidenceOrder, "asc" | "desc"> = {
  title: "asc",
  published: "desc",
  added: "desc",
  grade: "asc",
  health: "asc",
  citations: "desc",
};
