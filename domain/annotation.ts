// Marking a text and talking about it: what is asked for, and when it is too much.
import { z } from "zod";
import { layers, type Mark, marks } from "./annotation-terms";
import { choice, id, optionalId, optionalText, requiredText, version } from "./input";
import { selection } from "./selection";
import { freeTag } from "./tag";

const longest = 20_000;
const listOf = <Schema extends z.ZodType<string>>(each: Schema) =>
  z
    .preprocess((value) => [value ?? []].flat().filter((one) => one !== ""), z.array(each).max(20, "too_many"))
    .transform((values) => [...new Set(values)]);
/** Tags of the list by their ids, and words that are not in it. */
const tags = { tagIds: listOf(id), freeTags: listOf(freeTag) };

/**
 * What a linking one points at, as a form carries it: "commitment:" or "evidence:" and the id, or the number of a
 * commitment; of two fields for it, the one that is filled in.
 */
const link = z
  .preprocess(
    (value) => {
      const said = [value ?? []].flat().find((each) => each !== "");
      return typeof said === "string" && /^\d{1,9}$/.test(said.trim()) ? `commitment:${said.trim()}` : said;
    },
    z
      .string()
      .regex(/^(commitment|evidence):[\w-]{1,64}$/, "choose_one")
      .nullish(),
  )
  .transform((text) => {
    if (!text) return null;
    const [kind = "", id = ""] = text.split(/:(.*)/);
    return { kind: kind as "commitment" | "evidence", id };
  });

export const annotateInput = z
  .object({
    targets: selection,
    motivation: choice(marks),
    layer: choice(layers).default("TEAM"),
    body: optionalText(longest),
    ...tags,
    link,
  })
  .refine(({ motivation, body }) => !speaking.includes(motivation) || body !== null, {
    path: ["body"],
    error: "required",
  })
  .refine(({ motivation, tagIds, freeTags }) => motivation !== "TAGGING" || tagIds.length + freeTags.length > 0, {
    path: ["tagIds"],
    error: "choose_one",
  })
  .refine(({ motivation, link }) => (motivation === "LINKING") === (link !== null), {
    path: ["link"],
    error: "choose_one",
  });
export type AnnotateInput = z.output<typeof annotateInput>;

/** These are what they say; a highlight, a tag and a link may say nothing. */
const speaking: readonly Mark[] = ["COMMENTING", "QUESTIONING"];

export const replyInput = z.object({ annotationId: id, body: requiredText(longest) });
export type ReplyInput = z.output<typeof replyInput>;

export const editAnnotationInput = z.object({ annotationId: id, version, body: requiredText(longest) });
export type EditAnnotationInput = z.output<typeof editAnnotationInput>;

/** One annotation at the version its holder saw. */
export const annotationAtVersion = z.object({ annotationId: id, version });
export type AnnotationAtVersion = z.output<typeof annotationAtVersion>;

export const tagAnnotationInput = annotationAtVersion.extend(tags);
export type TagAnnotationInput = z.output<typeof tagAnnotationInput>;

export const assignAnnotationInput = annotationAtVersion.extend({ assigneeId: optionalId });
export type AssignAnnotationInput = z.output<typeof assignAnnotationInput>;
