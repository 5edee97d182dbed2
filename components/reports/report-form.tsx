// What goes into a summary: a plain form whose answer is an address, so it works without JavaScript too.
import Form from "next/form";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox, RadioList } from "@/components/ui/choice";
import { DateField } from "@/components/ui/date-field";
import { FieldError, SelectField, TextField } from "@/components/ui/field";
import { otherScaleNames } from "@/domain/crosswalk";
import type { Localized } from "@/domain/document";
import { type ReportChoices, reportSections } from "@/domain/report";
import { type Locale, locales, localeTable } from "@/i18n/locales";
import { getPathname } from "@/i18n/navigation";

export interface ReportFormProps {
  documents: readonly { slug: string; title: string }[];
  slug: string;
  language: Locale;
  choices: ReportChoices;
  today: string;
  commitments: readonly { number: number; title: Localized }[];
  /** Field → sentence that says what is wrong. */
  errors: Record<string, string | undefined>;
}

/** More than these are found sooner by their numbers. */
const mostBoxes = 60;

export function ReportForm({ documents, slug, language, choices, today, commitments, errors }: ReportFormProps) {
  const t = useTranslations("reports");
  const names = useTranslations("scales.other");
  const locale = useLocale();
  return (
    <Form
      key={JSON.stringify([slug, language, choices])}
      aria-label={t("form")}
      action={getPathname({ href: "/reports", locale })}
      scroll={false}
      className="grid content-start gap-5"
    >
      {documents.length > 1 && (
        <SelectField
          name="document"
          label={t("document")}
          defaultValue={slug}
          options={documents.map((each) => ({ value: each.slug, label: each.title }))}
        />
      )}
      <RadioList
        name="language"
        label={t("language")}
        layout="row"
        defaultValue={language}
        choices={locales.map((value) => ({ value, label: localeTable[value].ownName }))}
      />
      <DateField
        name="asOf"
        label={t("asOf")}
        hint={t("asOfHint")}
        defaultValue={choices.asOf ?? ""}
        max={today}
        optional
        error={errors.asOf}
      />
      <DateField
        name="comparedWith"
        label={t("comparedWith")}
        hint={t("comparedWithHint")}
        defaultValue={choices.comparedWith ?? ""}
        max={today}
        optional
        error={errors.comparedWith}
      />
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-semibold text-sm">{t("sections.label")}</legend>
        {reportSections.map((section) => (
          <Checkbox
            key={section}
            name="sections"
            value={section}
            label={t(`sections.${section}`)}
            defaultChecked={choices.sections.includes(section)}
          />
        ))}
      </fieldset>
      <RadioList
        name="notes"
        label={t("notes.label")}
        layout="row"
        defaultValue={choices.notes}
        choices={[
          { value: "with", label: t("notes.with") },
          { value: "without", label: t("notes.without") },
        ]}
      />
      <RadioList
        name="unreviewed"
        label={t("unreviewed.label")}
        layout="row"
        defaultValue={choices.unreviewed}
        choices={[
          { value: "without", label: t("unreviewed.without") },
          { value: "with", label: t("unreviewed.with") },
        ]}
      />
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-semibold text-sm">{t("scales")}</legend>
        {otherScaleNames.map((scale) => (
          <Checkbox
            key={scale}
            name="scales"
            value={scale}
            label={names(scale)}
            defaultChecked={choices.scales.includes(scale)}
          />
        ))}
      </fieldset>
      <details open={choices.commitments !== undefined || errors.commitments !== undefined}>
        <summary className="cursor-pointer font-semibold text-sm">{t("commitments")}</summary>
        {commitments.length > mostBoxes ? (
          <TextField
            name="commitments"
            label={t("commitments")}
            hint={t("commitmentsHint")}
            optional
            defaultValue={choices.commitments?.join(",")}
            error={errors.commitments}
            className="mt-2"
          />
        ) : (
          <div className="mt-2 grid gap-1">
            {errors.commitments && <FieldError>{errors.commitments}</FieldError>}
            {commitments.map(({ number, title }) => (
              <Checkbox
                key={number}
                name="commitments"
                value={number}
                label={t.rich("commitment", {
                  number: () => <bdi>{number}</bdi>,
                  title: () => <bdi>{title[locale]}</bdi>,
                })}
                defaultChecked={choices.commitments?.includes(number) ?? true}
              />
            ))}
          </div>
        )}
      </details>
      <div>
        <Button type="submit" variant="primary">
          {t("show")}
        </Button>
      </div>
    </Form>
  );
}
