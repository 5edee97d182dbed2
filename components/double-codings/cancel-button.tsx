"use client";
// Gives up a double coding that nobody goes on with.
import { useTranslations } from "next-intl";
import { cancelDoubleCoding } from "@/actions/double-codings";
import { useButtonAction } from "@/components/forms/use-button-action";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";

export function CancelButton({ doubleCodingId, version }: { doubleCodingId: string; version: number }) {
  const t = useTranslations("doubleCodings");
  const toast = useToast();
  const { run, pending } = useButtonAction(cancelDoubleCoding, () => toast({ title: t("cancelled") }));
  return (
    <Dialog
      title={t("cancelTitle")}
      description={t("cancelText")}
      size="small"
      trigger={
        <Button size="small" variant="quiet">
          {t("cancel")}
        </Button>
      }
      footer={
        <>
          <DialogClose>{t("keep")}</DialogClose>
          <Button variant="danger" pending={pending} onClick={() => run({ doubleCodingId, version: String(version) })}>
            {t("cancelSubmit")}
          </Button>
        </>
      }
    />
  );
}
