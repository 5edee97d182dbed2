"use client";
// Turning off the codes of a member who has lost what makes them, after a dialog that names them.
import { ShieldOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { dropTwoFactor } from "@/actions/two-factor";
import type { MemberView } from "@/server/members";
import { useButtonAction } from "../forms/use-button-action";
import { Button } from "../ui/button";
import { Dialog, DialogClose } from "../ui/dialog";
import { useToast } from "../ui/toast";

export function DropTwoFactor({ member: { memberId, name } }: { member: MemberView }) {
  const t = useTranslations("twoFactor.drop");
  const common = useTranslations("common");
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const { run, pending } = useButtonAction(dropTwoFactor, () => {
    setOpen(false);
    toast({ title: t("done", { name }) });
  });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="small"
      title={t("title", { name })}
      trigger={
        <Button size="small" icon={<ShieldOff aria-hidden="true" />} aria-label={t("actionNamed", { name })}>
          {t("action")}
        </Button>
      }
      footer={
        <>
          <DialogClose>{common("cancel")}</DialogClose>
          <Button variant="danger" pending={pending} onClick={() => run({ memberId })}>
            {t("submit")}
          </Button>
        </>
      }
    >
      <p>{t("text")}</p>
    </Dialog>
  );
}
