// An atomic undertaking inside a commitment, read from words of its text: what the forms and the seed give, and its number.
import { z } from "zod";
import { type DuePrecision, duePrecisions } from "./commitment";
import { slugPattern } from "./document";
import {
  calendarDate,
  choice,
  id,
  optionalCalendarDate,
  optionalChoice,
  optionalText,
  requiredText,
  version,
} from "./input";
import { speechActs, verifiabilities } from "./scales";
import { selection } from "./selection";
import type { TagWords } from "./tag-terms";

const longestTitle = 300;
const longestParty = 200;
const longestReason = 2_000;

/** As it is printed: "3.4" is the fourth provision of the third commitment. */
export const provisionNumber = (commitment: number, ordinal: number) => `${commitment}.${ordinal}`;

/** The same words in each interface language, any of which may be missing. */
const words = (name: string, most: number) => ({
  [`${name}_ar`]: optionalText(most),
  [`${name}_en`]: optionalText(most),
  [`${name}_fr`]: optionalText(most),
});
const gatherWords = (fields: Record<string, unknown>, name: string): TagWords =>
  Object.fromEntries(
    (["ar", "en", "fr"] as const).flatMap((language) => {
      const text = fields[`${name}_${language}`];
      return typeof text === "string" ? [[language, text]] : [];
    }),
  );
const orNull = (given: TagWords) => (Object.keys(given).length > 0 ? given : null);

const verifiable = {
  verifiability: choice(verifiabilities),
  verifiabilityReason: optionalText(longestReason),
};
const fields = z.object({
  ...words("title", longestTitle),
  ...words("bearer", longestParty),
  ...words("addressee", longestParty),
  speechAct: choice(speechActs),
  ...verifiable,
  dueOn: optionalCalendarDate,
  duePrecision: optionalChoice(duePrecisions),
  doneOn: optionalCalendarDate,
});

type Fields = z.output<typeof fields>;
const isNamed = (given: Fields) => orNull(gatherWords(given, "title")) !== null;
const named = { path: ["title_ar"], error: "required" };
const isReasoned = ({ verifiability, verifiabilityReason }: z.output<z.ZodObject<typeof verifiable>>) =>
  verifiability === "VERIFIABLE" || verifiabilityReason !== null;
const reasoned = { path: ["verifiabilityReason"], error: "required" };

function gather(given: Fields) {
  const { speechAct, verifiability, dueOn, duePrecision, doneOn } = given;
  const precision = dueOn ? (duePrecision ?? "DAY") : null;
  return {
    title: gatherWords(given, "title"),
    bearer: orNull(gatherWords(given, "bearer")),
    addressee: orNull(gatherWords(given, "addressee")),
    speechAct,
    verifiability,
    /** Only of what cannot be verified. */
    verifiabilityReason: verifiability === "VERIFIABLE" ? null : given.verifiabilityReason,
    dueOn: dueOn && precision ? lastDayOf(dueOn, precision) : null,
    duePrecision: precision,
    doneOn,
  };
}

/** What is due in a month or a year is due by its last day. */
function lastDayOf(day: string, precision: DuePrecision): string {
  const [year = "", month = ""] = day.split("-");
  if (precision === "YEAR") return `${year}-12-31`;
  if (precision === "DAY") return day;
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
}

export const proposeProvisionInput = fields
  .extend({ commitmentId: id, targets: selection })
  .refine(isNamed, named)
  .refine(isReasoned, reasoned)
  .transform(({ commitmentId, targets, ...given }) => ({ commitmentId, targets, ...gather(given) }));
export type ProposeProvisionInput = z.output<typeof proposeProvisionInput>;

export const provisionAtVersion = z.object({ provisionId: id, version });
export type ProvisionAtVersion = z.output<typeof provisionAtVersion>;

export const editProvisionInput = fields
  .extend({
    ...provisionAtVersion.shape,
    /** Other words of the text; empty where it stays on those that it is on. */
    targets: z.preprocess((value) => value || undefined, selection.optional()),
  })
  .refine(isNamed, named)
  .refine(isReasoned, reasoned)
  .transform(({ provisionId, version, targets, ...given }) => ({ provisionId, version, targets, ...gather(given) }));
export type EditProvisionInput = z.output<typeof editProvisionInput>;

export const dropProvisionInput = provisionAtVersion.extend({ reason: requiredText(longestReason) });
export type DropProvisionInput = z.output<typeof dropProvisionInput>;

const localized = (most: number) =>
  z.object({ ar: requiredText(most), en: requiredText(most), fr: requiredText(most) });

/** What the product itself proposes for a document: the provisions of each commitment, with the words that carry them. */
export const seedProvisionsInput = z.object({
  documentSlug: z.string().regex(slugPattern, "bad_slug"),
  /** Of the words. */
  language: z.string().min(2),
  commitments: z.array(
    z.object({
      number: z.int().positive(),
      provisions: z
        .array(
          z
            .object({
              title: localized(longestTitle),
              speechAct: choice(speechActs),
              bearer: localized(longestParty).nullable(),
              addressee: localized(longestParty).nullable(),
              ...verifiable,
              due: z.object({ on: calendarDate, precision: z.enum(duePrecisions) }).nullable(),
              quotes: z.array(z.string().min(1, "required")).min(1, "required"),
            })
            .refine(isReasoned, reasoned),
        )
        .min(1),
    }),
  ),
});
export type SeedProvisionsInput = z.input<typeof seedProvisionsInput>;
