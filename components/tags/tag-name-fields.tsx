"use client";
// What a tag is called in each language, when to use it, and its colour.
import { useTranslations } from "next-intl";
import { type TagColor, type TagWords, tagColors } from "@/domain/tag-terms";
import { locales } from "@/i18n/locales";
import { RadioList, TextField } from "../forms/fields";
import { TagDot } from "./tag-chip";

export type TagFieldValues = { name: TagWords; description: TagWords; color: TagColor };

export function TagNameFields({ tag }: { tag?: TagFieldValues }) {
  const t = useTranslations("tags");
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
            defaultValue={tag?.name[locale]}
            maxLength={60}
          />
        ))}
        {locales.map((locale) => (
          <TextField
            key={locale}
            name={`description_${locale}`}
            lang={locale}
            optional
            label={t(`fields.description_${locale}`)}
            defaultValue={tag?.description[locale]}
            maxLength={300}
          />
        ))}
      </div>
      <RadioList
        name="color"
        label={t("fields.color")}
        layout="row"
        defaultValue={tag?.color ?? "GREY"}
        choices={tagColors.map((color) => ({
          value: color,
          label: t(`colors.${color}`),
          icon: <TagDot color={color} />,
        }))}
      />
    </>
  );
}
