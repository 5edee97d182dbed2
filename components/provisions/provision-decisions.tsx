"use client";
// What an editor decides of a provision: accepting it, dropping it with a reason, making it a proposal again.
import { Check, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { acceptProvision, dropProvision, restoreProvision } from "@/actions/provisions";
import { dropDraft } from "@/components/commitments/draft-names";
import { useFormPlace } from "@/components/commitments/form-place";
import { ActionForm } from "@/components/forms/action-form";
import { TextArea } from "@/components/forms/fields";
import { useButtonAction } from "@/components/forms/use-button-action";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { ProvisionView } from "@/server/provisions";

type Decided = { provision: Pick<ProvisionView, "id" | "version" | "number"> };

export function AcceptButton({ provision: { id, version, number } }: Decided) {
  const t = useTranslations("provisions");
  const toast = useToast();
  const { run, pending } = useButtonAction(acceptProvision, () => toast({ title: t("acceptedDone", { number }) }));
  return (
    <Button
      size="small"
      variant="quiet"
      icon={<Check aria-hidden="true" />}
      pending={pending}
      aria-label={t("acceptNamed", { number })}
      onClick={() => run({ provisionId: id, version: String(version) })}
    >
      {t("accept")}
    </Button>
  );
}

export function RestoreButton({ provision: { id, version, number } }: Decided) {
  const t = useTranslations("provisions");
  const toast = useToast();
  const { run, pending } = useButtonAction(restoreProvision, () => toast({ title: t("restoredDone", { number }) }));
  return (
    <Button
      size="small"
      variant="quiet"
      icon={<RotateCcw aria-hidden="true" />}
      pending={pending}
      aria-label={t("restoreNamed", { number })}
      onClick={() => run({ provisionId: id, version: String(version) })}
      className="justify-self-start print:hidden"
    >
      {t("restore")}
    </Button>
  );
}

export function DropForm({ provision: { id, version, number } }: Decided) {
  const t = useTranslations("provisions");
  const common = useTranslations("common");
  const { close } = useFormPlace();
  const toast = useToast();
  const restore = useButtonAction(restoreProvision, () => toast({ title: t("restoredDone", { number }) }));
  return (
    <ActionForm
      action={dropProvision}
      draft={dropDraft(id)}
      carried={{ provisionId: id, version: String(version) }}
      submitLabel={t("dropSubmit")}
      onCancel={close}
      onDone={(dropped) => {
        close();
        toast({
          title: t("droppedDone", { number }),
          timeout: 20_000,
          action: {
            label: common("undo"),
            onAction: () => restore.run({ provisionId: id, version: String(dropped.version) }),
          },
        });
      }}
    >
      <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} rows={2} />
    </ActionForm>
  );
}
