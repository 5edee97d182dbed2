"use client";
// The fields of evidence: the source itself, then what it says about a commitment.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DateField, RadioList, SelectField, TextArea, TextField } from "@/components/forms/fields";
import { credibilities, evidenceKinds, reliabilities, stances } from "@/domain/scales";
import { collator, languageName } from "@/i18n/formats";
import type { Locale } from "@/i18n/locales";
import type { EvidenceView } from "@/server/evidence";
import { GradeMeanings } from "./grade-meanings";
import { StanceIcon } from "./stance-mark";

/** What of a source the form edits. */
export type EditableSource = Pick<
  EvidenceView,
  | "evidenceId"
  | "evidenceVersion"
  | "address"
  | "title"
  | "publisher"
  | "publishedOn"
  | "accessedOn"
  | "language"
  | "kind"
  | "reliability"
  | "credibility"
>;
/** What of a citation and its source the form edits. */
export type EditableEvidence = EditableSource &
  Pick<EvidenceView, "citationId" | "version" | "stance" | "quotedPassage">;

export interface SourceFieldsProps {
  today: string;
  locale: Locale;
  source?: EditableSource;
}

/** Those that sources on such a text are written in most; another one that a program entered stays choosable. */
const languages = ["ar", "en", "fr", "ckb", "kmr", "tr", "fa", "ru", "de", "es", "it", "nl", "zh", "ja"];

export function AddressField({ address, onInput }: { address?: string; onInput?: (address: string) => void }) {
  const t = useTranslations("evidence");
  return (
    <TextField
      name="address"
      type="url"
      inputMode="url"
      label={t("fields.address")}
      hint={t("hints.address")}
      defaultValue={address}
      onInput={onInput && ((event) => onInput(event.currentTarget.value))}
    />
  );
}

/** All of a source but its address. */
export function SourceFields({ today, locale, source }: SourceFieldsProps) {
  const t = useTranslations("evidence");
  const scales = useTranslations("scales");
  const known = source?.language && !languages.includes(source.language) ? [...languages, source.language] : languages;
  const byName = collator(locale);
  const languageOptions = known
    .map((value) => ({ value, label: languageName(value, locale) }))
    .sort(
      (one, other) => Number(isOurs(other.value)) - Number(isOurs(one.value)) || byName.compare(one.label, other.label),
    );
  return (
    <>
      <TextField name="title" label={t("fields.title")} hint={t("hints.title")} defaultValue={source?.title} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="publisher" optional label={t("fields.publisher")} defaultValue={source?.publisher ?? ""} />
        <SelectField
          name="kind"
          label={t("fields.kind")}
          placeholder={t("chooseKind")}
          defaultValue={source?.kind ?? ""}
          options={evidenceKinds.map((value) => ({ value, label: scales(`evidenceKind.${value}`) }))}
        />
        <DateField
          name="publishedOn"
          optional
          label={t("fields.publishedOn")}
          defaultValue={source?.publishedOn ?? ""}
        />
        <DateField
          name="accessedOn"
          optional
          label={t("fields.accessedOn")}
          defaultValue={source ? (source.accessedOn ?? "") : today}
        />
        <SelectField
          name="language"
          optional
          label={t("fields.language")}
          placeholder={t("unknownLanguage")}
          defaultValue={source?.language ?? ""}
          options={languageOptions}
        />
      </div>
      <p className="text-muted text-sm">{t("hints.grading")}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          name="reliability"
          optional
          label={t("fields.reliability")}
          placeholder={t("unrated")}
          defaultValue={source?.reliability ?? ""}
          options={reliabilities.map((value) => ({ value, label: `${value} · ${scales(`reliability.${value}`)}` }))}
        />
        <SelectField
          name="credibility"
          optional
          label={t("fields.credibility")}
          placeholder={t("unrated")}
          defaultValue={source?.credibility ? String(source.credibility) : ""}
          options={credibilities.map((value) => ({ value, label: `${value} · ${scales(`credibility.${value}`)}` }))}
        />
      </div>
      <GradeMeanings />
    </>
  );
}

export function CitationFields({ citation }: { citation?: Pick<EvidenceView, "stance" | "quotedPassage"> }) {
  const t = useTranslations("evidence");
  const scales = useTranslations("scales");
  return (
    <>
      <RadioList
        name="stance"
        label={t("fields.stance")}
        defaultValue={citation?.stance}
        choices={stances.map((value) => ({
          value,
          label: scales(`stance.${value}`),
          description: scales(`stanceDefinition.${value}`),
          icon: <StanceIcon stance={value} />,
        }))}
      />
      <TextArea
        name="quotedPassage"
        optional
        label={t("fields.quotedPassage")}
        hint={t("hints.quotedPassage")}
        defaultValue={citation?.quotedPassage ?? ""}
      />
    </>
  );
}

const isOurs = (code: string) => code === "ar" || code === "en" || code === "fr";

export function FieldGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid min-w-0 gap-4">
      <legend className="mb-3 w-full border-rule border-b pb-1 font-semibold text-muted">{title}</legend>
      {children}
    </fieldset>
  );
}
