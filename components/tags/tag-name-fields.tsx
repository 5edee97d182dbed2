"use client";
// What a tag is called in each language, when to use it, and its colour.
import { useTranslations } from "next-intl";
import { type TagColor, type TagWords, tagColors } from "@/domain/tag-terms";
import { EachLanguage } from "../forms/each-language";
import { RadioList } from "../forms/fields";
import { TagDot } from "./tag-chip";

export type TagFieldValues = { name: TagWords; description: TagWords; color: TagColor };

export function TagNameFields({ tag }: { tag?: TagFieldValues }) {
  const t = useTranslations("tags");
  return (
    <>
      <p className="text-muted text-sm">{t("namesHint")}</p>
      <EachLanguage name="name" values={tag?.name} labelOf={(locale) => t(`fields.name_${locale}`)} maxLength={60} />
      <EachLanguage
        name="description"
        values={tag?.description}
        labelOf={(locale) => t(`fields.description_${locale}`)}
        maxLength={300}
      />
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
