"use client";
// Where an admin invites and looks after open invitations; a link stays in sight until it is replaced or withdrawn.
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { InvitationView } from "@/server/invitations";
import { Num } from "../ui/bidi";
import { Section } from "../ui/section";
import { InvitationRow } from "./invitation-row";
import { InviteForm } from "./invite-form";
import { type Made, SentNotice } from "./sent-notice";

export type InvitationDeskProps = {
  invitations: readonly InvitationView[];
  /** How an invitation reaches the person: by mail or by hand. */
  explanation: string;
};

export function InvitationDesk({ invitations, explanation }: InvitationDeskProps) {
  const t = useTranslations("invitations");
  const [byForm, setByForm] = useState<Made | null>(null);
  const [byRow, setByRow] = useState<Record<string, Made>>({});

  /** A newer link ends the older one, so the older one must not stay on the page. */
  function renew(made: Made) {
    const id = made.sent.invitationId;
    setByRow((rows) => ({ ...rows, [id]: made }));
    setByForm((shown) => (shown?.sent.invitationId === id ? null : shown));
  }

  function invite(made: Made) {
    const id = made.sent.invitationId;
    setByForm(made);
    setByRow(({ [id]: _replaced, ...rows }) => rows);
  }

  const isOpen = ({ sent }: Made) => invitations.some(({ invitationId }) => invitationId === sent.invitationId);
  return (
    <>
      <Section id="invite" title={t("form.title")}>
        <p className="mb-4 max-w-reading text-muted">{explanation}</p>
        <div className="grid gap-5">
          <InviteForm onMade={invite} />
          {byForm && isOpen(byForm) && <SentNotice {...byForm} />}
        </div>
      </Section>
      <Section id="invitations" title={t("list.title")} count={<Num value={invitations.length} />}>
        {invitations.length === 0 && <p className="text-muted">{t("list.empty")}</p>}
        <ul className="divide-y divide-rule border-rule not-empty:border-b">
          {invitations.map((invitation) => {
            const made = byRow[invitation.invitationId];
            return (
              <InvitationRow key={invitation.invitationId} invitation={invitation} onMade={renew}>
                {made && <SentNotice {...made} />}
              </InvitationRow>
            );
          })}
        </ul>
      </Section>
    </>
  );
}
