"use client";
// The fields of evidence: the source itself, then what it says about this commitment.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DateField, RadioList, SelectField, TextArea, TextField } from "@/components/forms/fields";
import { credibilities, evidenceKinds, reliabilities, stances } from "@/domain/scales";
import { collator, languageName } from "@/i18n/formats";
import type { Locale } from "@/i18n/locales";
import type { EvidenceView } from "@/server/evidence";
import { StanceIcon } from "./stance-mark";

/** What of a citation and its source the form edits. */
export type EditableEvidence = Pick<
  EvidenceView,
  | "citationId"
  | "version"
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
  | "stance"
  | "quotedPassage"
>;

export interface EvidenceFieldsProps {
  today: string;
  locale: Locale;
  evidence?: EditableEvidence;
}

/** Those that sources on such a text are written in most; another one that a program entered stays choosable. */
const languages = ["ar", "en", "fr", "ckb", "kmr", "tr", "fa", "ru", "de", "es", "it", "nl", "zh", "ja"];

export function EvidenceFields({ today, locale, evidence }: EvidenceFieldsProps) {
  const t = useTranslations("evidence");
  const scales = useTranslations("scales");
  const known =
    evidence?.language && !languages.includes(evidence.language) ? [...languages, evidence.language] : languages;
  const byName = collator(locale);
  const languageOptions = known
    .map((value) => ({ value, label: languageName(value, locale) }))
    .sort(
      (one, other) => Number(isOurs(other.value)) - Number(isOurs(one.value)) || byName.compare(one.label, other.label),
    );
  return (
    <>
      <Group title={t("groupSource")}>
        <TextField
          name="address"
          type="url"
          inputMode="url"
          label={t("fields.address")}
          hint={t("hints.address")}
          defaultValue={evidence?.address}
        />
        <TextField name="title" label={t("fields.title")} hint={t("hints.title")} defaultValue={evidence?.title} />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="publisher" optional label={t("fields.publisher")} defaultValue={evidence?.publisher ?? ""} />
          <SelectField
            name="kind"
            label={t("fields.kind")}
            placeholder={t("chooseKind")}
            defaultValue={evidence?.kind ?? ""}
            options={evidenceKinds.map((value) => ({ value, label: scales(`evidenceKind.${value}`) }))}
          />
          <DateField
            name="publishedOn"
            optional
            label={t("fields.publishedOn")}
            defaultValue={evidence?.publishedOn ?? ""}
          />
          <DateField
            name="accessedOn"
            optional
            label={t("fields.accessedOn")}
            defaultValue={evidence ? (evidence.accessedOn ?? "") : today}
          />
          <SelectField
            name="language"
            optional
            label={t("fields.language")}
            placeholder={t("unknownLanguage")}
            defaultValue={evidence?.language ?? ""}
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
            defaultValue={evidence?.reliability ?? ""}
            options={reliabilities.map((value) => ({ value, label: `${value} · ${scales(`reliability.${value}`)}` }))}
          />
          <SelectField
            name="credibility"
            optional
            label={t("fields.credibility")}
            placeholder={t("unrated")}
            defaultValue={evidence?.credibility ? String(evidence.credibility) : ""}
            options={credibilities.map((value) => ({ value, label: `${value} · ${scales(`credibility.${value}`)}` }))}
          />
        </div>
        {evidence && <p className="text-muted text-sm">{t("hints.shared")}</p>}
      </Group>
      <Group title={t("groupCitation")}>
        <RadioList
          name="stance"
          label={t("fields.stance")}
          defaultValue={evidence?.stance}
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
          defaultValue={evidence?.quotedPassage ?? ""}
        />
      </Group>
    </>
  );
}

const isOurs = (code: string) => code === "ar" || code === "en" || code === "fr";

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid min-w-0 gap-4">
      <legend className="mb-3 w-full border-rule border-b pb-1 font-semibold text-muted">{title}</legend>
      {children}
    </fieldset>
  );
}
