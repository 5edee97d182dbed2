// The pieces that inputs are made of; each message is a key in the namespace `refusals`, never a sentence.
import { z } from "zod";

/** Control characters but tab and line breaks, and halves of surrogate pairs, which PostgreSQL cannot keep. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it removes
const unstorable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

const clean = (text: string) => text.toWellFormed().replace(unstorable, "").replace(/\r\n?/g, "\n");

/** Whether PostgreSQL can keep it, or look for it. */
export const isKeepable = (text: string) => text.isWellFormed() && !text.includes("\0");

/** Text of at most `most` UTF-16 code units after trimming; empty is refused. */
export const requiredText = (most: number) =>
  z
    .string({ error: "required" })
    .transform((text) => clean(text).trim())
    .pipe(z.string().min(1, "required").max(most, "too_long"));

/** As requiredText, but empty becomes null. */
export const optionalText = (most: number) =>
  z
    .string()
    .nullish()
    .transform((text) => clean(text ?? "").trim())
    .pipe(z.string().max(most, "too_long"))
    .transform((text) => (text === "" ? null : text));

/** A calendar date without time of day or zone, "YYYY-MM-DD", between 1900 and 2199. */
export const calendarDate = z.string({ error: "required" }).min(1, "required").refine(isCalendarDate, "bad_date");

export const optionalCalendarDate = z
  .string()
  .nullish()
  .transform((text) => text || null)
  .refine((text) => text === null || isCalendarDate(text), "bad_date");

function isCalendarDate(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export const optionalId = z
  .string()
  .nullish()
  .transform((text) => text || null)
  .refine((text) => text === null || (text.length <= 64 && isKeepable(text)), "choose_one");
export const id = z.string({ error: "required" }).min(1, "required").max(64, "required").refine(isKeepable, "required");
/** The short name of a document. */
export const slug = z
  .string({ error: "required" })
  .min(1, "required")
  .max(100, "too_long")
  .refine(isKeepable, "invalid");
/** A whole number from 1 to the largest that the database counts to. */
export const ordinal = (key: string) =>
  z.coerce
    .number({ error: key })
    .int(key)
    .positive(key)
    .max(2 ** 31 - 1, key);
/** The version an edit form started from; a save on top of a newer one is a conflict. */
export const version = ordinal("required");
/** A checkbox: present as "on" or "true", otherwise not ticked. */
export const flag = z
  .union([z.boolean(), z.string()])
  .nullish()
  .transform((value) => value === true || value === "on" || value === "true");
/** One of a scale's values; a wrong or missing choice reads "choose one". */
export const choice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: "choose_one" });
export const optionalChoice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.preprocess(
    (value) => (value === "" || value === undefined ? null : value),
    z.enum(values, { error: "choose_one" }).nullable(),
  );

export const emailAddress = z
  .string({ error: "required" })
  .trim()
  .min(1, "required")
  .max(254, "too_long")
  .toLowerCase()
  .pipe(z.email("bad_email"));

/** At least 12 characters (NIST SP 800-63B asks for length, not for kinds of characters). */
export const newPassword = z.string({ error: "required" }).min(12, "short_password").max(128, "too_long");

/** A value of an address's query, which may come several times, and be anything at all: the first counts, the unreadable does not. */
export const inAddress = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .preprocess((value) => {
      const first = Array.isArray(value) ? value[0] : value;
      return typeof first === "string" && !isKeepable(first) ? undefined : first;
    }, schema.optional())
    .catch(undefined);
