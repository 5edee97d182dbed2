"use client";
// The form that corrects a passage: its text as it is set, the reason, and what the correction does.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { correctPassage } from "@/actions/passages";
import { ActionForm } from "@/components/forms/action-form";
import { TextArea } from "@/components/forms/fields";
import { useToast } from "@/components/ui/toast";
import { directionOfLanguage } from "@/domain/text-direction";
import { useRouter } from "@/i18n/navigation";
import type { StandingText } from "@/server/passage-rows";
import { CorrectionPreview } from "./correction-preview";

export interface CorrectFormProps {
  passage: { id: string; revision: number; text: string; language: string };
  /** Where it leads afterwards: once saved, and when it is given up. */
  after: string;
  back: string;
}

export function CorrectForm({ passage: latest, after, back }: CorrectFormProps) {
  // As with its revision: a text that nobody touched must not change under the person's hands.
  const [passage] = useState(latest);
  const [typed, setTyped] = useState(passage.text);
  const t = useTranslations("passages");
  const toast = useToast();
  const router = useRouter();
  const { id, language, revision, text } = passage;
  return (
    <ActionForm
      action={correctPassage}
      draft={`correction-of ${after}`}
      carried={{ passageId: id, revision: String(revision) }}
      standing={(current: StandingText) => ({
        versions: { passageId: current.passageId, revision: String(current.revision) },
        fields: [{ name: "text", label: t("fields.text"), value: current.text }],
        ...(current.by && { by: current.by }),
      })}
      submitLabel={t("save")}
      onCancel={() => router.push(back)}
      onDone={({ lost }) => {
        toast({ title: lost > 0 ? t("doneLost", { count: lost }) : t("done") });
        router.push(after);
      }}
    >
      <TextArea
        name="text"
        label={t("fields.text")}
        hint={t("hints.text")}
        lang={language}
        dir={directionOfLanguage(language)}
        spellCheck={false}
        defaultValue={text}
        onChange={(event) => setTyped(event.target.value)}
        className="[&_textarea]:font-naskh [&_textarea]:text-gazette"
      />
      <CorrectionPreview passage={passage} typed={typed} />
      <TextArea name="reason" label={t("fields.reason")} hint={t("hints.reason")} rows={3} />
    </ActionForm>
  );
}
