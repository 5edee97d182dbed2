"use client";
// The fields of the crosswalk: for each recorded judgement, a value on each of the other scales.
import { useLocale, useTranslations } from "next-intl";
import { SelectField } from "@/components/forms/fields";
import type { CodebookContent } from "@/domain/codebook";
import { crosswalkPath, crosswalkRow, crosswalkRows } from "@/domain/codebook-changes";
import { type OtherScaleName, otherScaleNames, otherScaleValues, printedScore } from "@/domain/crosswalk";

export function CrosswalkFields({ content }: { content: CodebookContent }) {
  const t = useTranslations("codebooks");
  const promise = useTranslations("scales.promise");
  const locale = useLocale();
  const { completion, counterAction } = content.scales;
  const wordOf = (scale: OtherScaleName, rating: string) =>
    scale === "promise" ? promise(rating as "KEPT") : scale === "g7" ? printedScore(rating as "0") : rating;
  return crosswalkRows.map((row) => {
    const isOverride = row === "COUNTER_ACTION";
    const { label } = isOverride ? counterAction.YES : completion[row];
    return (
      <fieldset key={row} className="min-w-0">
        <legend className="mb-1 font-semibold" dir="auto">
          {label[locale]}
        </legend>
        <div className="grid gap-3 sm:grid-cols-3">
          {otherScaleNames.map((scale) => (
            <SelectField
              key={scale}
              name={crosswalkPath(row, scale)}
              label={t(`others.${scale}`)}
              defaultValue={crosswalkRow(content, row)[scale] ?? ""}
              required={false}
              placeholder={isOverride ? t("crosswalk.unmoved") : t("crosswalk.none")}
              options={otherScaleValues[scale].map((rating) => ({ value: rating, label: wordOf(scale, rating) }))}
              className="[&_label]:font-normal [&_label]:text-muted"
            />
          ))}
        </div>
      </fieldset>
    );
  });
}
