"use client";
// Removing a member, after a dialog that names them.
import { UserMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import { removeMember } from "@/actions/members";
import type { MemberView } from "@/server/members";
import { ConfirmedAction } from "../forms/confirmed-action";
import { Button } from "../ui/button";

export function RemoveMember({ member: { memberId, name } }: { member: MemberView }) {
  const t = useTranslations("members.remove");
  return (
    <ConfirmedAction
      action={removeMember}
      values={{ memberId }}
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
      title={t("title", { name })}
      text={t("text")}
      submitLabel={t("submit")}
      doneMessage={t("done", { name })}
    />
  );
}
