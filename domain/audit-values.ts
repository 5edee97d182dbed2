// What events keep of each noun: its values at that moment, whole or by field.
import { z } from "zod";
import { motivations } from "./annotation-terms";
import { tokenScopes } from "./api-token-terms";
import { duePrecisions } from "./commitment";
import {
  completions,
  confidences,
  evidenceKinds,
  partyKinds,
  provisionStates,
  reliabilities,
  speechActs,
  stances,
  verifiabilities,
} from "./scales";
import { tagColors } from "./tag-terms";

export const date = z.string().nullable();
export const person = z.object({ memberId: z.string(), name: z.string() });

export const token = z.object({ name: z.string(), scope: z.enum(tokenScopes) });

export const noteValues = z.object({
  body: z.string(),
  datedOn: z.string(),
  dueOn: date,
  assignee: person.nullable(),
});
export const evidenceValues = z.object({
  address: z.string(),
  title: z.string(),
  publisher: z.string().nullable(),
  publishedOn: date,
  accessedOn: date,
  language: z.string().nullable(),
  kind: z.enum(evidenceKinds),
  reliability: z.enum(reliabilities).nullable(),
  credibility: z.number().nullable(),
  stance: z.enum(stances),
  quotedPassage: z.string().nullable(),
});

export const words = z.object({ ar: z.string(), en: z.string(), fr: z.string() }).partial();
export const tagName = z.object({ tagId: z.string(), name: words });
export const tagValues = z.object({ name: words, description: words, color: z.enum(tagColors), isFree: z.boolean() });

/** What was marked and what was said of it; the quote of a reply is its thread's. */
export const annotationValues = z.object({
  motivation: z.enum(motivations),
  body: z.string().nullable(),
  quote: z.string(),
  tags: z.array(tagName).optional(),
  /** What a linking one points at. */
  commitmentId: z.string().optional(),
  evidenceId: z.string().optional(),
});

const due = { dueOn: date, duePrecision: z.enum(duePrecisions).nullable() };
export const provisionValues = z.object({
  /** As it is printed: "3.4". */
  number: z.string(),
  title: words,
  speechAct: z.enum(speechActs),
  bearer: words.nullable(),
  addressee: words.nullable(),
  verifiability: z.enum(verifiabilities),
  verifiabilityReason: z.string().nullable(),
  ...due,
  doneOn: date,
  /** The words of the text that it is read from. */
  quotes: z.array(z.string()),
  state: z.enum(provisionStates),
});
export const provisionName = z.object({ number: z.string(), title: words });
/** The provision that a judgement is of, where it is not of the commitment as a whole. */
export const ofProvision = { provision: provisionName.extend({ provisionId: z.string() }).optional() };

export const judgement = {
  counterAction: z.boolean(),
  confidence: z.enum(confidences),
  rationale: z.string(),
  citationIds: z.array(z.string()),
};
export const coding = z.object({ coder: person, completion: z.enum(completions), ...judgement });

export const partyValues = z.object({ kind: z.enum(partyKinds), code: z.string().nullable(), name: words });
export const contributionValues = z.object({
  party: z.object({ partyId: z.string(), name: words }),
  body: z.string(),
  datedOn: date,
  citationIds: z.array(z.string()),
});

/** Of which paragraph the text was corrected, and in which language. */
export const passageValues = z.object({ ordinal: z.number(), language: z.string() });
export const remarkValues = passageValues.extend({ quote: z.string() });

/** Field → what it was and what it became; only fields that changed. */
export const changesOf = <Shape extends z.ZodRawShape>(values: z.ZodObject<Shape>) =>
  z.partialRecord(values.keyof(), z.object({ from: z.unknown(), to: z.unknown() }));

export type NoteValues = z.output<typeof noteValues>;
export type TagName = z.output<typeof tagName>;
export type AnnotationValues = z.output<typeof annotationValues>;
export type EvidenceValues = z.output<typeof evidenceValues>;
export type ProvisionValues = z.output<typeof provisionValues>;
export type ContributionValues = z.output<typeof contributionValues>;
export type PartyValues = z.output<typeof partyValues>;
