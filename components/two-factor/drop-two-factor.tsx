"use client";
// Turning off the codes of a member who has lost what makes them, after a dialog that names them.
import { ShieldOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { dropTwoFactor } from "@/actions/two-factor";
import type { MemberView } from "@/server/members";
import { ConfirmedAction } from "../forms/confirmed-action";
import { Button } from "../ui/button";

export function DropTwoFactor({ member: { memberId, name } }: { member: MemberView }) {
  const t = useTranslations("twoFactor.drop");
  return (
    <ConfirmedAction
      action={dropTwoFactor}
      values={{ memberId }}
      trigger={
        <Button size="small" icon={<ShieldOff aria-hidden="true" />} aria-label={t("actionNamed", { name })}>
          {t("action")}
        </Button>
      }
      title={t("title", { name })}
      text={t("text")}
      submitLabel={t("submit")}
      doneMessage={t("done", { name })}
    />
  );
}
