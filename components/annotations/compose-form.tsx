"use client";
// A new comment or question on the words that were selected.
import { useTranslations } from "next-intl";
import { annotate } from "@/actions/annotations";
import { ActionForm } from "@/components/forms/action-form";
import { RadioList, TextArea } from "@/components/forms/fields";
import { useToast } from "@/components/ui/toast";
import { layers } from "@/domain/annotation-terms";
import { useDesk } from "./annotation-desk";
import type { Composing } from "./passage-dom";
import { Quote } from "./quote";

export function ComposeForm({ composing }: { composing: Composing }) {
  const t = useTranslations("annotations");
  const { compose, look } = useDesk();
  const toast = useToast();
  const { mark, stretches } = composing;
  const targets = JSON.stringify(stretches);
  const form = mark === "QUESTIONING" ? "QUESTIONING" : "COMMENTING";
  return (
    <section aria-label={t(`forms.${form}`)} className="rounded-md border border-accent bg-panel p-3">
      <h3 className="font-semibold text-sm">{t(`forms.${form}`)}</h3>
      <Quote stretches={stretches} />
      <ActionForm
        key={targets}
        action={annotate}
        draft={`annotation-on-${stretches[0]?.passageId}`}
        carried={{ targets, motivation: mark }}
        submitLabel={t("add")}
        onCancel={() => compose(null)}
        onDone={({ id }) => {
          compose(null);
          look(id);
          toast({ title: t("added") });
        }}
        className="mt-2 gap-3"
      >
        <TextArea name="body" label={t("fields.body")} rows={3} autoFocus />
        <RadioList
          name="layer"
          label={t("fields.layer")}
          layout="row"
          defaultValue="TEAM"
          choices={layers.map((value) => ({ value, label: t(`layers.${value}`) }))}
        />
      </ActionForm>
    </section>
  );
}
