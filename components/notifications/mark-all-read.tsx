"use client";
// Marks all of one's notifications as read.
import { CheckCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { markAllRead } from "@/actions/notifications";
import { useButtonAction } from "@/components/forms/use-button-action";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";

/** Needs the messages `notifications`, `refusals` and `forms`. */
export function MarkAllRead() {
  const t = useTranslations("notifications");
  const toast = useToast();
  const { run, pending } = useButtonAction(markAllRead, () => toast({ title: t("markedAll") }));
  return (
    <Button size="small" icon={<CheckCheck aria-hidden="true" />} pending={pending} onClick={() => run({})}>
      {t("markAll")}
    </Button>
  );
}
