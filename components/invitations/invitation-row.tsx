"use client";
// An invitation that nobody has taken up yet: make a new link for it, or withdraw it.
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { resendInvitation, revokeInvitation } from "@/actions/invitations";
import type { InvitationView } from "@/server/invitations";
import { useButtonAction } from "../forms/use-button-action";
import { Badge } from "../ui/badge";
import { CalendarDate, Code } from "../ui/bidi";
import { Button } from "../ui/button";
import { useToast } from "../ui/toast";
import type { Made } from "./sent-notice";

export type InvitationRowProps = {
  invitation: InvitationView;
  onMade: (made: Made) => void;
  /** The new link, once there is one. */
  children?: ReactNode;
};

export function InvitationRow({ invitation, onMade, children }: InvitationRowProps) {
  const t = useTranslations("invitations.list");
  const role = useTranslations("roles");
  const locale = useLocale();
  const toast = useToast();
  const { invitationId, email } = invitation;
  const resending = useButtonAction(resendInvitation, (sent) => onMade({ sent, locale }));
  const revoking = useButtonAction(revokeInvitation, () => toast({ title: t("revoked", { email }) }));
  return (
    <li className="grid gap-3 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <p className="wrap-anywhere font-semibold">
            <Code>{email}</Code>
          </p>
          <p className="flex flex-wrap gap-x-4 text-muted text-sm">
            <span>
              {t.rich("details", {
                role: () => role(invitation.role),
                inviter: () => <bdi>{invitation.invitedBy}</bdi>,
              })}
            </span>
            {invitation.hasLapsed ? (
              <Badge tone="warning">{t("lapsed")}</Badge>
            ) : (
              <span>
                {t.rich("until", { when: () => <CalendarDate value={dayOf(invitation.expiresAt)} style="short" /> })}
              </span>
            )}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button
            size="small"
            pending={resending.pending}
            aria-label={t("resendNamed", { email })}
            onClick={() => resending.run({ invitationId, locale })}
          >
            {t("resend")}
          </Button>
          <Button
            size="small"
            variant="quiet"
            pending={revoking.pending}
            aria-label={t("revokeNamed", { email })}
            onClick={() => revoking.run({ invitationId })}
          >
            {t("revoke")}
          </Button>
        </div>
      </div>
      {children}
    </li>
  );
}

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
