"use client";
// Gives up a double coding that nobody goes on with.
import { useTranslations } from "next-intl";
import { cancelDoubleCoding } from "@/actions/double-codings";
import { ConfirmedAction } from "@/components/forms/confirmed-action";
import { Button } from "@/components/ui/button";

export function CancelButton({ doubleCodingId, version }: { doubleCodingId: string; version: number }) {
  const t = useTranslations("doubleCodings");
  return (
    <ConfirmedAction
      action={cancelDoubleCoding}
      values={{ doubleCodingId, version: String(version) }}
      trigger={
        <Button size="small" variant="quiet">
          {t("cancel")}
        </Button>
      }
      title={t("cancelTitle")}
      text={t("cancelText")}
      submitLabel={t("cancelSubmit")}
      keepLabel={t("keep")}
      doneMessage={t("cancelled")}
    />
  );
}
