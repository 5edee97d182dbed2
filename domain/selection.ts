// Words that somebody selected in a text: where they stand and how they read, as a form carries them.
import { z } from "zod";
import { id } from "./input";

const longest = 20_000;
const position = z.int("invalid").min(0, "invalid");

/** A stretch of a passage in code points, with the words that the person saw there. */
const stretch = z
  .object({
    passageId: id,
    start: position,
    end: position,
    exact: z.string().min(1, "required").max(longest, "too_long"),
  })
  .refine(({ start, end }) => start < end, "invalid");

/** JSON of a list. */
export const selection = z
  .string({ error: "required" })
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "invalid" });
      return z.NEVER;
    }
  })
  .pipe(z.array(stretch, "invalid").min(1, "required").max(50, "too_many"));
export type Selection = z.output<typeof selection>;
