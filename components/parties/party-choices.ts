// The parties that can be chosen, by their names in the reader's language.
import { tagWords } from "@/domain/tag-terms";
import { collator } from "@/i18n/formats";
import type { Locale } from "@/i18n/locales";
import type { ListedParty } from "@/server/parties";

export function partyChoices(parties: readonly ListedParty[], locale: Locale): { partyId: string; name: string }[] {
  const { compare } = collator(locale);
  return parties
    .filter(({ isRemoved }) => !isRemoved)
    .map(({ id, name }) => ({ partyId: id, name: tagWords(name, locale) }))
    .sort((one, other) => compare(one.name, other.name));
}
