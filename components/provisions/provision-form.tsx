"use client";
// The form of a provision, for proposing one from words of the paragraph and for changing one, with what a conflict shows.
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { editProvision, proposeProvision } from "@/actions/provisions";
import type { Stretch } from "@/components/annotations/passage-dom";
import { newProvisionDraft, provisionDraft } from "@/components/commitments/draft-names";
import { useFormPlace } from "@/components/commitments/form-place";
import { ActionForm } from "@/components/forms/action-form";
import type { Standing, StandingField } from "@/components/forms/conflict-panel";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { formatDate } from "@/i18n/formats";
import { type Locale, locales } from "@/i18n/locales";
import type { ProvisionView } from "@/server/provisions";
import { ChosenWords } from "./chosen-words";
import { useChosenWords } from "./provision-desk";
import { ProvisionFields } from "./provision-fields";

export interface ProvisionFormSetting {
  commitmentId: string;
  /** The passage that the page shows, in which words are chosen. */
  passageId: string | undefined;
  today: string;
  locale: Locale;
}

export function ProposeForm({ commitmentId, passageId, today }: ProvisionFormSetting) {
  const t = useTranslations("provisions");
  const close = useClosing();
  const toast = useToast();
  return (
    <ActionForm
      action={proposeProvision}
      draft={newProvisionDraft(commitmentId)}
      carried={{ commitmentId }}
      explain={(current: { stretches: Stretch[] }) => <WordsNow stretches={current.stretches} />}
      submitLabel={t("propose")}
      onCancel={close}
      onDone={({ number }) => {
        close();
        toast({ title: t("proposed", { number }) });
      }}
    >
      <ChosenWords passageId={passageId} />
      <ProvisionFields today={today} />
    </ActionForm>
  );
}

/** Shuts the form and lets go of the words that were chosen for it. */
function useClosing(provisionId?: string): () => void {
  const { close } = useFormPlace();
  const { forget } = useChosenWords(provisionId);
  return () => {
    forget();
    close();
  };
}

/** Opens the form when words are chosen for it in the paragraph while it is shut. */
export function WordsOpener({ provisionId }: { provisionId?: string }) {
  const { words } = useChosenWords(provisionId);
  const { open, toggle } = useFormPlace();
  const openForWords = useEffectEvent(() => {
    if (words.length > 0 && !open) toggle();
  });
  const chosen = JSON.stringify(words);
  // biome-ignore lint/correctness/useExhaustiveDependencies: opens once for each choice
  useEffect(openForWords, [chosen]);
  return null;
}

/** The text was corrected under the words: where they stand now. */
function WordsNow({ stretches }: { stretches: readonly Stretch[] }) {
  const t = useTranslations("provisions");
  const { choose } = useChosenWords();
  return (
    <Button
      size="small"
      onClick={() => choose(stretches.map(({ passageId, start, end, exact }) => ({ passageId, start, end, exact })))}
    >
      {t("takeWordsNow")}
    </Button>
  );
}

export function EditProvisionForm({
  provision: latest,
  ...setting
}: ProvisionFormSetting & { provision: ProvisionView }) {
  // As with its version: fields that nobody touched must not change under the person's hands.
  const [provision] = useState(latest);
  const t = useTranslations("provisions");
  const close = useClosing(latest.id);
  const toast = useToast();
  const standing = useStanding(setting.locale);
  const { id, number, version, spans } = provision;
  return (
    <ActionForm
      action={editProvision}
      draft={provisionDraft(id)}
      carried={{ provisionId: id, version: String(version) }}
      standing={standing}
      submitLabel={t("save")}
      onCancel={close}
      onDone={() => {
        close();
        toast({ title: t("saved", { number }) });
      }}
    >
      <ChosenWords provisionId={id} passageId={setting.passageId} standing={spans.map(({ exact }) => exact)} />
      <ProvisionFields today={setting.today} provision={provision} />
    </ActionForm>
  );
}

function useStanding(locale: Locale) {
  const t = useTranslations("provisions");
  const scales = useTranslations("scales");
  const day = (value: string) => (value ? formatDate(value, locale) : "");
  return (current: ProvisionView): Standing => {
    const inEach = (name: "title" | "bearer" | "addressee"): StandingField[] =>
      locales.map((each) => ({
        name: `${name}_${each}`,
        label: t(`fields.${name}_${each}`),
        value: current[name]?.[each] ?? "",
      }));
    return {
      versions: { version: String(current.version) },
      fields: [
        ...inEach("title"),
        {
          name: "speechAct",
          label: t("fields.speechAct"),
          value: current.speechAct,
          shown: (value) => (value ? scales(`speechAct.${value}` as "speechAct.URGE") : ""),
        },
        ...inEach("bearer"),
        ...inEach("addressee"),
        {
          name: "verifiability",
          label: t("fields.verifiability"),
          value: current.verifiability,
          shown: (value) => (value ? scales(`verifiability.${value}` as "verifiability.VERIFIABLE") : ""),
        },
        {
          name: "verifiabilityReason",
          label: t("fields.verifiabilityReason"),
          value: current.verifiabilityReason ?? "",
        },
        { name: "dueOn", label: t("fields.dueOn"), value: current.due?.on ?? "", shown: day },
        {
          name: "duePrecision",
          label: t("fields.duePrecision"),
          value: current.due?.precision ?? "",
          shown: (value) => (value ? t(`precision.${value}` as "precision.DAY") : ""),
        },
        { name: "doneOn", label: t("fields.doneOn"), value: current.doneOn ?? "", shown: day },
      ],
    };
  };
}
