"use client";
// The form that asks two members to judge the same day, neither seeing the other's judgement.
import { useTranslations } from "next-intl";
import { useId } from "react";
import { requestDoubleCoding } from "@/actions/double-codings";
import { requestDraft } from "@/components/commitments/draft-names";
import { useFormPlace } from "@/components/commitments/form-place";
import { ActionForm, useRefusal } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/fields";
import { FieldError, Hint } from "@/components/ui/field";
import { useToast } from "@/components/ui/toast";
import type { Person } from "@/server/members";

export interface RequestFormProps {
  commitmentId: string;
  /** Where one of its provisions is judged. */
  provisionId?: string;
  coders: readonly Person[];
  today: string;
}

export function RequestForm({ commitmentId, provisionId, coders, today }: RequestFormProps) {
  const t = useTranslations("doubleCodings");
  const { close } = useFormPlace();
  const toast = useToast();
  return (
    <ActionForm
      action={requestDoubleCoding}
      draft={requestDraft(provisionId ?? commitmentId)}
      carried={{ commitmentId, provisionId: provisionId ?? "" }}
      submitLabel={t("requestSubmit")}
      onCancel={close}
      onDone={() => {
        close();
        toast({ title: t("requested") });
      }}
    >
      <CoderPicker coders={coders} />
      <DateField name="asOf" label={t("asOf")} hint={t("asOfHint")} defaultValue={today} max={today} />
    </ActionForm>
  );
}

function CoderPicker({ coders }: { coders: readonly Person[] }) {
  const t = useTranslations("doubleCodings");
  const refusal = useRefusal("coderIds");
  const id = useId();
  return (
    <fieldset aria-describedby={`${id}-hint${refusal ? ` ${id}-error` : ""}`} className="grid min-w-0 gap-1.5">
      <legend className="mb-1.5 font-semibold text-sm">{t("coders")}</legend>
      <Hint id={`${id}-hint`}>{t("codersHint")}</Hint>
      <div className="max-h-60 divide-y divide-rule overflow-y-auto rounded-md border border-edge bg-paper">
        {coders.map(({ memberId, name }) => (
          <label
            key={memberId}
            className="flex min-h-9.5 cursor-pointer items-center gap-3 px-3 py-1.5 hover:bg-panel has-checked:bg-accent-soft pointer-coarse:min-h-11"
          >
            <input type="checkbox" name="coderIds" value={memberId} className="size-4 shrink-0" />
            <bdi>{name}</bdi>
          </label>
        ))}
      </div>
      {refusal && <FieldError id={`${id}-error`}>{refusal}</FieldError>}
    </fieldset>
  );
}
