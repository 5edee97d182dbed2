"use client";
// Handing one's private comment to the team, after a dialog that says who will see it.
import { Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { shareAnnotation } from "@/actions/annotations";
import { useButtonAction } from "@/components/forms/use-button-action";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import type { ThreadView } from "@/server/threads";
import { useDesk } from "./annotation-desk";

export function ShareThread({ thread: { id, version, replies } }: { thread: ThreadView }) {
  const t = useTranslations("annotations");
  const common = useTranslations("common");
  const { members } = useDesk().choices;
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const { run, pending } = useButtonAction(shareAnnotation, () => {
    setOpen(false);
    toast({ title: t("shared") });
  });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("sharing.title")}
      trigger={
        <Button size="small" variant="quiet" icon={<Users aria-hidden="true" />}>
          {t("share")}
        </Button>
      }
      footer={
        <>
          <DialogClose>{common("cancel")}</DialogClose>
          <Button
            variant="primary"
            pending={pending}
            onClick={() => run({ annotationId: id, version: String(version) })}
          >
            {t("sharing.submit")}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <p>{t("sharing.who", { count: members.length })}</p>
        {replies.length > 0 && <p>{t("sharing.replies")}</p>}
        <p>{t("sharing.forGood")}</p>
      </div>
    </Dialog>
  );
}
