// The mail that carries an invitation's link.
import type { Role } from "@/domain/workspace";
import { env } from "@/env";
import { formatDate } from "@/i18n/formats";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { type Delivery, isolated, sendMail } from "./mail";

export type InvitationMail = {
  email: string;
  role: Role;
  path: string;
  expiresAt: Date;
  locale: Locale;
  workspace: string;
  inviter: string;
};

/** Mails the link, in the language that the inviter chose. */
export function mailInvitation(invitation: InvitationMail): Promise<Delivery> {
  const { email, role, path, expiresAt, locale, workspace, inviter } = invitation;
  const t = translator(locale);
  return sendMail({
    to: email,
    locale,
    subject: t("mail.invitation.subject", { workspace }),
    paragraphs: [
      t("mail.invitation.greeting"),
      t("mail.invitation.text", {
        inviter: isolated(inviter),
        workspace: isolated(workspace),
        role: t(`roles.${role}`),
      }),
      t("mail.invitation.validity", { date: isolated(formatDate(expiresAt, locale)) }),
      t("mail.invitation.stranger"),
    ],
    link: { label: t("mail.invitation.action"), address: `${env().BASE_URL}/${locale}${path}` },
  });
}
