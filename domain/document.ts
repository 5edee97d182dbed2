// An adopted text, its language versions and its paragraphs.
import { z } from "zod";
import { duePrecisions } from "./commitment";
import { calendarDate, requiredText } from "./input";

const documentKinds = ["COMMUNIQUE", "STATEMENT", "DECLARATION", "RESOLUTION"] as const;
export type DocumentKind = (typeof documentKinds)[number];
const paragraphKinds = ["PREAMBLE", "COMMITMENT", "OTHER"] as const;
export type ParagraphKind = (typeof paragraphKinds)[number];
const provenances = ["OFFICIAL", "UNOFFICIAL"] as const;
export type Provenance = (typeof provenances)[number];

/** The same words in each interface language. */
const localizedSchema = z.object({ ar: requiredText(500), en: requiredText(500), fr: requiredText(500) });
export type Localized = z.output<typeof localizedSchema>;

/** A text exactly as published: neither trimmed nor normalised, only refused when the database could not keep it. */
const verbatim = z
  .string()
  .min(1, "required")
  .refine((text) => text.isWellFormed() && !text.includes("\0"), "bad_text");

const editorialNoteSchema = z.object({
  exact: verbatim,
  body: z.object({ ar: requiredText(1_000), en: requiredText(1_000), fr: requiredText(1_000) }),
});

const paragraphSchema = z.object({
  kind: z.enum(paragraphKinds),
  printedNumber: z.string().nullable(),
  text: verbatim,
  editorialNotes: z.array(editorialNoteSchema).default([]),
  commitment: z
    .object({
      number: z.int().positive(),
      title: localizedSchema,
      due: z.object({ on: calendarDate, precision: z.enum(duePrecisions) }).nullable(),
    })
    .nullable(),
});

/** What a document is called in addresses. */
export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const createDocumentInput = z.object({
  slug: z.string().regex(slugPattern, "bad_slug"),
  /** A worked example, which everything about it says. */
  isExample: z.boolean().default(false),
  kind: z.enum(documentKinds),
  issuer: localizedSchema,
  place: localizedSchema,
  adoptedOn: calendarDate,
  versions: z
    .array(
      z.object({
        language: z.string().min(2),
        title: verbatim,
        typeLine: verbatim.nullable(),
        provenance: z.enum(provenances),
        sourceAddress: z.url().nullable(),
      }),
    )
    .min(1),
  /** The language that the paragraphs below are written in; one of the versions. */
  language: z.string().min(2),
  paragraphs: z.array(paragraphSchema).min(1),
});
export type CreateDocumentInput = z.input<typeof createDocumentInput>;

/** Where `exact` stands in `text`, in Unicode code points, start included and end not (as the W3C counts); null if absent. */
export function codePointSpan(text: string, exact: string): { start: number; end: number } | null {
  const at = text.indexOf(exact);
  if (at < 0) return null;
  const start = [...text.slice(0, at)].length;
  return { start, end: start + [...exact].length };
}
