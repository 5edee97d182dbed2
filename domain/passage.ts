// Correcting the text of a passage, and putting back by hand what lost its place in it: what is asked for.
import { z } from "zod";
import { choice, id, requiredText, version } from "./input";

/** Control characters but tab and line breaks (Unicode category Cc): nobody types them, and some cannot be kept. */
const control = /(?![\t\n])\p{Cc}/u;

/**
 * Letter for letter: neither trimmed nor normalised, since marks count its code points (W3C Web Annotation §4.2.5).
 * A form sends its line breaks as CR LF (HTML, multipart/form-data).
 */
const passageText = z
  .string({ error: "required" })
  .transform((text) => text.replace(/\r\n?/g, "\n"))
  .pipe(
    z
      .string()
      .max(100_000, "too_long")
      .refine((text) => text.trim() !== "", "required")
      .refine((text) => text.isWellFormed() && !control.test(text), "bad_text"),
  );

/** The revision is the one that the corrected text started from. */
export const correctPassageInput = z.object({
  passageId: id,
  revision: version,
  text: passageText,
  reason: requiredText(2_000),
});
export type CorrectPassageInput = z.output<typeof correctPassageInput>;

export const previewCorrectionInput = correctPassageInput.pick({ passageId: true, text: true });
export type PreviewCorrectionInput = z.output<typeof previewCorrectionInput>;

/** What can lose its place in a text: a stretch of an annotation, or an editorial remark on words. */
const orphanKinds = ["ANNOTATION", "REMARK"] as const;

/** An orphan at the version of its annotation that its holder saw; a remark has but one. */
export const orphanAtVersion = z.object({ kind: choice(orphanKinds), id, version });
export type OrphanAtVersion = z.output<typeof orphanAtVersion>;

const position = z.coerce.number({ error: "required" }).int("invalid").min(0, "invalid");

/** Where it goes, in code points of a newest text, with the words that the person saw there. */
export const putBackInput = orphanAtVersion
  .extend({
    passageId: id,
    start: position,
    end: position,
    exact: z.string({ error: "required" }).min(1, "required").max(20_000, "too_long"),
  })
  .refine(({ start, end }) => start < end, { path: ["exact"], error: "required" });
export type PutBackInput = z.output<typeof putBackInput>;
