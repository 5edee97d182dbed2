// What a party is called in each language.
import { useTranslations } from "next-intl";
import type { TagWords } from "@/domain/tag-terms";
import { locales } from "@/i18n/locales";
import { TextField } from "../forms/fields";

export function PartyNameFields({ name }: { name?: TagWords }) {
  const t = useTranslations("parties");
  return (
    <>
      <p className="text-muted text-sm">{t("namesHint")}</p>
      <div className="grid gap-3 sm:grid-cols-3">
        {locales.map((locale) => (
          <TextField
            key={locale}
            name={`name_${locale}`}
            lang={locale}
            optional
            label={t(`fields.name_${locale}`)}
            defaultValue={name?.[locale]}
            maxLength={160}
          />
        ))}
      </div>
    </>
  );
}
