"use client";
// Removing a member, after a dialog that names them.
import { UserMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { removeMember } from "@/actions/members";
import type { MemberView } from "@/server/members";
import { useButtonAction } from "../forms/use-button-action";
import { Button } from "../ui/button";
import { Dialog, DialogClose } from "../ui/dialog";
import { useToast } from "../ui/toast";

export function RemoveMember({ member }: { member: MemberView }) {
  const t = useTranslations("members.remove");
  const common = useTranslations("common");
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const { memberId, name } = member;
  const { run, pending } = useButtonAction(removeMember, () => {
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
        <Button
          size="small"
          variant="quiet"
          icon={<UserMinus aria-hidden="true" />}
          aria-label={t("actionNamed", { name })}
        >
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
