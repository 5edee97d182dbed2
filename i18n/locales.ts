// The languages of the interface: the one table that direction, digits and tags come from.

export const locales = ["ar", "en", "fr"] as const;

export type Locale = (typeof locales)[number];
export type Direction = "rtl" | "ltr";

export interface LocaleFacts {
  code: Locale;
  /** What its speakers call it. */
  ownName: string;
  /** For a switch that has little room. */
  shortName: string;
  direction: Direction;
  digits: "latn" | "arab";
  /** The tag that dates and numbers are formatted with. */
  intlTag: string;
}

export const defaultLocale: Locale = "ar";

export const localeTable: Readonly<Record<Locale, LocaleFacts>> = {
  // The communiqué itself is printed with Western digits, and so are we.
  ar: { code: "ar", ownName: "العربية", shortName: "ع", direction: "rtl", digits: "latn", intlTag: "ar-u-nu-latn" },
  en: { code: "en", ownName: "English", shortName: "En", direction: "ltr", digits: "latn", intlTag: "en-GB" },
  fr: { code: "fr", ownName: "Français", shortName: "Fr", direction: "ltr", digits: "latn", intlTag: "fr-FR" },
};

export function isLocale(value: unknown): value is Locale {
  return typeof value === "string" && (locales as readonly string[]).includes(value);
}

export function directionOf(locale: Locale): Direction {
  return localeTable[locale].direction;
}
