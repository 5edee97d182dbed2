"use client";
// Asks to be told of changes, and no longer: one button that is pressed or not.
import { Bell, BellRing } from "lucide-react";
import { useTranslations } from "next-intl";
import { useOptimistic } from "react";
import { unwatch, watch } from "@/actions/watches";
import { useButtonAction } from "@/components/forms/use-button-action";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";

export interface WatchButtonProps {
  what: "commitment" | "document";
  id: string;
  isWatching: boolean;
}

/** Needs the messages `watches`, `refusals` and `forms`. */
export function WatchButton({ what, id, isWatching }: WatchButtonProps) {
  const t = useTranslations("watches");
  const toast = useToast();
  const [pressed, press] = useOptimistic(isWatching);
  const begin = useButtonAction(watch, () => toast({ title: t("watching") }));
  const end = useButtonAction(unwatch, () => toast({ title: t("stopped") }));
  const { run, pending } = isWatching ? end : begin;
  return (
    <Button
      size="small"
      aria-pressed={pressed}
      title={t(`${what}Hint`)}
      pending={pending}
      icon={pressed ? <BellRing aria-hidden="true" /> : <Bell aria-hidden="true" />}
      onClick={() => run({ what, id }, () => press(!isWatching))}
      className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-strong"
    >
      {t("watch")}
    </Button>
  );
}
