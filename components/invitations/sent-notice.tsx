"use client";
// What became of an invitation, with its link.
import { useTranslations } from "next-intl";
import type { SentInvitation } from "@/server/invitations";
import { Code } from "../ui/bidi";
import { Notice } from "../ui/notice";
import { OneTimeLink } from "./one-time-link";

/** `locale` is the language that the invitation was made in. */
export type Made = { sent: SentInvitation; locale: string };

export function SentNotice({ sent, locale }: Made) {
  const t = useTranslations("invitations.link");
  return (
    <div className="max-w-reading">
      <Notice
        live
        tone={sent.delivery === "failed" ? "warning" : "success"}
        title={t.rich(sent.delivery, { email: () => <Code>{sent.email}</Code> })}
      >
        <OneTimeLink key={sent.path} label={t("label")} path={sent.path} locale={locale} />
      </Notice>
    </div>
  );
}
