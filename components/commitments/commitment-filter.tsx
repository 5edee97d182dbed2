// The field that narrows something to one commitment: a list, or its number where there are too many to list.
import { useLocale, useTranslations } from "next-intl";
import { SelectField, TextField } from "@/components/ui/field";
import type { CommitmentChoice } from "@/server/commitment-choices";

export interface CommitmentFilterProps {
  name: string;
  label: string;
  /** What is chosen when nothing is. */
  placeholder: string;
  value: string | undefined;
  commitments: readonly CommitmentChoice[] | null;
  className?: string;
}

export function CommitmentFilter({ value = "", commitments, placeholder, ...field }: CommitmentFilterProps) {
  const t = useTranslations("commitments.choose");
  const locale = useLocale();
  if (commitments === null) {
    return (
      <TextField
        {...field}
        label={t("numberOf", { field: field.label })}
        defaultValue={value}
        inputMode="numeric"
        autoComplete="off"
        required={false}
      />
    );
  }
  return (
    <SelectField
      {...field}
      defaultValue={value}
      required={false}
      placeholder={placeholder}
      options={commitments.map(({ id, number, title }) => ({
        value: id,
        label: t("option", { number: String(number), title: title[locale] }),
      }))}
    />
  );
}
