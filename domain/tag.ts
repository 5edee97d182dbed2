// The words that a team sorts its annotations by: what the list asks for, and when two words are one.
import { z } from "zod";
import { foldForSearch } from "./arabic-fold";
import { choice, id, optionalText, requiredText, version } from "./input";
import { type TagWords, tagColors } from "./tag-terms";

const longestName = 60;
const longestDescription = 300;

/** A free tag: a word that is not in the list. */
export const freeTag = requiredText(longestName);

const tagFields = {
  name_ar: optionalText(longestName),
  name_en: optionalText(longestName),
  name_fr: optionalText(longestName),
  description_ar: optionalText(longestDescription),
  description_en: optionalText(longestDescription),
  description_fr: optionalText(longestDescription),
  color: choice(tagColors),
};

type Fields = z.output<z.ZodObject<typeof tagFields>>;
const isNamed = ({ name_ar, name_en, name_fr }: Pick<Fields, "name_ar" | "name_en" | "name_fr">) =>
  Boolean(name_ar ?? name_en ?? name_fr);
const named = { path: ["name_ar"], error: "required" };

export const addTagInput = z.object(tagFields).refine(isNamed, named).transform(gather);
export type AddTagInput = z.output<typeof addTagInput>;

export const editTagInput = z
  .object({ ...tagFields, tagId: id, version })
  .refine(isNamed, named)
  .transform(({ tagId, version, ...fields }) => ({ tagId, version, ...gather(fields) }));
export type EditTagInput = z.output<typeof editTagInput>;

export const tagAtVersion = z.object({ tagId: id, version });
export type TagAtVersion = z.output<typeof tagAtVersion>;

export const mergeTagInput = tagAtVersion
  .extend({ intoId: id })
  .refine(({ tagId, intoId }) => tagId !== intoId, { path: ["intoId"], error: "choose_one" });
export type MergeTagInput = z.output<typeof mergeTagInput>;

function gather(fields: Fields): { name: TagWords; description: TagWords; color: Fields["color"] } {
  return {
    name: words(fields.name_ar, fields.name_en, fields.name_fr),
    description: words(fields.description_ar, fields.description_en, fields.description_fr),
    color: fields.color,
  };
}

function words(ar: string | null, en: string | null, fr: string | null): TagWords {
  return { ...(ar && { ar }), ...(en && { en }), ...(fr && { fr }) };
}

/** The language of a name in `one` that `other` has too, in whatever spelling and language; null where they differ. */
export function sharedName(one: TagWords, other: TagWords): keyof TagWords | null {
  const taken = new Set(Object.values(other).map(foldForSearch));
  const found = Object.entries(one).find(([, word]) => taken.has(foldForSearch(word)));
  return (found?.[0] as keyof TagWords | undefined) ?? null;
}
