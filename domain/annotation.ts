// Marking a text and talking about it: what is asked for, and when it is too much.
import { z } from "zod";
import { layers, marks } from "./annotation-terms";
import { choice, id, optionalId, optionalText, requiredText, version } from "./input";

const longest = 20_000;
const position = z.int("invalid").min(0, "invalid");

/** A stretch of a passage in code points, with the words that its author saw there. */
const target = z
  .object({
    passageId: id,
    start: position,
    end: position,
    exact: z.string().min(1, "required").max(longest, "too_long"),
  })
  .refine(({ start, end }) => start < end, "invalid");

/** The targets as a form carries them: JSON of a list, a stretch a paragraph. */
const targets = z
  .string({ error: "required" })
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "invalid" });
      return z.NEVER;
    }
  })
  .pipe(z.array(target, "invalid").min(1, "required").max(50, "too_many"));

export const annotateInput = z
  .object({
    targets,
    motivation: choice(marks),
    layer: choice(layers).default("TEAM"),
    body: optionalText(longest),
  })
  // A highlight may say nothing; the others are what they say.
  .refine(({ motivation, body }) => motivation === "HIGHLIGHTING" || body !== null, {
    path: ["body"],
    error: "required",
  });
export type AnnotateInput = z.output<typeof annotateInput>;

export const replyInput = z.object({ annotationId: id, body: requiredText(longest) });
export type ReplyInput = z.output<typeof replyInput>;

export const editAnnotationInput = z.object({ annotationId: id, version, body: requiredText(longest) });
export type EditAnnotationInput = z.output<typeof editAnnotationInput>;

/** One annotation at the version its holder saw. */
export const annotationAtVersion = z.object({ annotationId: id, version });
export type AnnotationAtVersion = z.output<typeof annotationAtVersion>;

const assignAnnotationInput = annotationAtVersion.extend({ assigneeId: optionalId });
export type AssignAnnotationInput = z.output<typeof assignAnnotationInput>;
