"use client";
// The fields of a provision: what is undertaken, by whom, what the words do, whether it can be verified, and its dates.
import { useTranslations } from "next-intl";
import { EachLanguage } from "@/components/forms/each-language";
import { DateField, RadioList, SelectField, TextArea } from "@/components/forms/fields";
import { duePrecisions } from "@/domain/commitment";
import { speechActs, verifiabilities } from "@/domain/scales";
import type { ProvisionView } from "@/server/provisions";

export interface ProvisionFieldsProps {
  today: string;
  provision?: ProvisionView;
}

export function ProvisionFields({ today, provision }: ProvisionFieldsProps) {
  const t = useTranslations("provisions");
  const scales = useTranslations("scales");
  return (
    <>
      <InEachLanguage name="title" values={provision?.title} hint={t("titleHint")} />
      <SelectField
        name="speechAct"
        label={t("fields.speechAct")}
        hint={t("speechActHint")}
        placeholder={t("chooseSpeechAct")}
        defaultValue={provision?.speechAct ?? ""}
        options={speechActs.map((value) => ({ value, label: scales(`speechAct.${value}`) }))}
      />
      <InEachLanguage name="bearer" values={provision?.bearer} hint={t("bearerHint")} />
      <InEachLanguage name="addressee" values={provision?.addressee} hint={t("addresseeHint")} />
      <div className="group/verifiable grid gap-4">
        <RadioList
          name="verifiability"
          label={t("fields.verifiability")}
          defaultValue={provision?.verifiability ?? "VERIFIABLE"}
          choices={verifiabilities.map((value) => ({
            value,
            label: scales(`verifiability.${value}`),
            description: scales(`verifiabilityDefinition.${value}`),
          }))}
        />
        <TextArea
          name="verifiabilityReason"
          label={t("fields.verifiabilityReason")}
          rows={2}
          defaultValue={provision?.verifiabilityReason ?? ""}
          className="hidden group-has-[input[value^=NOT]:checked]/verifiable:grid"
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        <DateField name="dueOn" optional label={t("fields.dueOn")} defaultValue={provision?.due?.on ?? ""} />
        <SelectField
          name="duePrecision"
          optional
          label={t("fields.duePrecision")}
          placeholder={t("noPrecision")}
          defaultValue={provision?.due?.precision ?? ""}
          options={duePrecisions.map((value) => ({ value, label: t(`precision.${value}`) }))}
        />
        <DateField
          name="doneOn"
          optional
          label={t("fields.doneOn")}
          max={today}
          defaultValue={provision?.doneOn ?? ""}
        />
      </div>
    </>
  );
}

type WordsProps = {
  name: "title" | "bearer" | "addressee";
  values: ProvisionView["title"] | null | undefined;
  hint: string;
};

function InEachLanguage({ name, values, hint }: WordsProps) {
  const t = useTranslations("provisions");
  return (
    <fieldset className="grid min-w-0 gap-1.5">
      <legend className="font-semibold text-sm">{t(`fields.${name}`)}</legend>
      <p className="mb-1 text-muted text-sm">{hint}</p>
      <EachLanguage
        name={name}
        values={values}
        labelOf={(locale) => t(`inLanguage.${locale}`)}
        {...(name === "title" ? { maxLength: 300, layout: "stack" } : { maxLength: 200 })}
      />
    </fieldset>
  );
}
