// What a party is called in each language.
import { useTranslations } from "next-intl";
import type { TagWords } from "@/domain/tag-terms";
import { EachLanguage } from "../forms/each-language";

export function PartyNameFields({ name }: { name?: TagWords }) {
  const t = useTranslations("parties");
  return (
    <>
      <p className="text-muted text-sm">{t("namesHint")}</p>
      <EachLanguage name="name" values={name} labelOf={(locale) => t(`fields.name_${locale}`)} maxLength={160} />
    </>
  );
}
