"use client";
// A link by which a member chooses a new password, made in a dialog and shown there once.
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { makeResetLink } from "@/actions/password-resets";
import type { MemberView } from "@/server/members";
import { useButtonAction } from "../forms/use-button-action";
import { OneTimeLink } from "../invitations/one-time-link";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";

export function ResetLink({ member }: { member: MemberView }) {
  const t = useTranslations("passwordResets.make");
  const [path, setPath] = useState<string | null>(null);
  const { memberId, name } = member;
  const { run, pending } = useButtonAction(makeResetLink, (made) => setPath(made.path));
  return (
    <Dialog
      // A link that was shown is gone with the dialog.
      onOpenChange={() => setPath(null)}
      title={t("title")}
      trigger={
        <Button size="small" icon={<KeyRound aria-hidden="true" />} aria-label={t("actionNamed", { name })}>
          {t("action")}
        </Button>
      }
    >
      <div className="grid gap-4">
        <p>{t.rich("text", { name: () => <bdi className="font-semibold">{name}</bdi> })}</p>
        {path ? (
          <OneTimeLink label={t("label")} path={path} />
        ) : (
          <div>
            <Button variant="primary" pending={pending} onClick={() => run({ memberId })}>
              {t("submit")}
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  );
}
