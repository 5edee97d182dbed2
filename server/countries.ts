// The states of ISO 3166-1 with their names in three languages. The tables stay on the server: they are large.
import countries from "i18n-iso-countries/index.js";
import arabic from "i18n-iso-countries/langs/ar.json" with { type: "json" };
import english from "i18n-iso-countries/langs/en.json" with { type: "json" };
import french from "i18n-iso-countries/langs/fr.json" with { type: "json" };
import { foundIn } from "@/domain/arabic-fold";
import { collator } from "@/i18n/formats";
import { type Locale, locales } from "@/i18n/locales";

for (const names of [arabic, english, french]) countries.registerLocale(names);

export type Country = { code: string; name: Record<Locale, string> };

/** The state with this code (ISO 3166-1 alpha-2), or null where there is none. */
export function findCountry(code: string): Country | null {
  const names = locales.flatMap((locale) => {
    const name = countries.getName(code, locale);
    return name ? [[locale, name] as const] : [];
  });
  return names.length === locales.length ? { code, name: Object.fromEntries(names) as Country["name"] } : null;
}

/** The states whose code or name, in any language and spelling, has these words; in the order of `locale`. */
export function searchCountries(words: string, locale: Locale): Country[] {
  const { compare } = collator(locale);
  return Object.keys(countries.getAlpha2Codes())
    .flatMap((code) => findCountry(code) ?? [])
    .filter(({ code, name }) => foundIn([code, ...Object.values(name)].join(" "), words))
    .sort((one, other) => compare(one.name[locale], other.name[locale]));
}
