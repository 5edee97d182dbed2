// Mail about what was done to a person's account, to that person, whoever did it: a stranger must not do it unnoticed.
import { randomUUID } from "node:crypto";
import type { EventDataOf } from "@/domain/audit";
import type { JobData } from "@/domain/job";
import { env } from "@/env";
import { formatDateTime } from "@/i18n/formats";
import { defaultLocale, isLocale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { recordEvent } from "./audit";
import type { Actor } from "./auth/actor";
import { database, type Transaction } from "./database";
import { isolated, mailIsConfigured, sendMail } from "./mail";
import { enqueue } from "./queue";

const accountEvents = [
  "member.password_changed",
  "member.reset_link_made",
  "member.two_factor_started",
  "member.two_factor_stopped",
  "member.two_factor_dropped",
  "member.backup_codes_made",
  "member.passkey_added",
  "member.passkey_removed",
] as const;
type AccountEvent = {
  [T in (typeof accountEvents)[number]]: { type: T; data: EventDataOf<T> };
}[(typeof accountEvents)[number]];
const isAccountEvent = (type: string): type is AccountEvent["type"] => accountEvents.some((each) => each === type);

/** Records an event about a member's account, and asks for the mail that tells the member. */
export async function recordAccountEvent(
  tx: Transaction,
  actor: Actor,
  { memberId, ...event }: AccountEvent & { memberId: string },
): Promise<void> {
  const number = await recordEvent(tx, actor, { ...event, subjectId: memberId });
  if (!mailIsConfigured()) return;
  const data = { workspaceId: actor.workspaceId, eventNumber: number };
  await enqueue(tx, "mail-account-event", { id: randomUUID(), data });
}

/** Mails what an event did to an account. Throws where the mail was not taken, so that the queue asks again. */
export async function mailAccountEvent({ workspaceId, eventNumber }: JobData<"mail-account-event">): Promise<void> {
  const event = await database().event.findFirst({
    where: { workspaceId, number: eventNumber },
    select: { type: true, data: true, at: true, subjectId: true },
  });
  const member = await database().member.findFirst({
    where: { id: event?.subjectId ?? "-", workspaceId },
    select: { language: true, user: { select: { email: true } }, workspace: { select: { name: true } } },
  });
  if (!event || !member || !isAccountEvent(event.type)) return;
  const locale = isLocale(member.language) ? member.language : defaultLocale;
  const t = translator(locale);
  const { passkey = "" } = event.data as { passkey?: string };
  const delivery = await sendMail({
    to: member.user.email,
    locale,
    subject: t("mail.account.subject", { workspace: member.workspace.name }),
    paragraphs: [
      t(`mail.account.${event.type}`, { passkey: isolated(passkey) }),
      t("mail.account.when", { when: isolated(formatDateTime(event.at, locale)) }),
      t("mail.account.stranger"),
    ],
    link: { label: t("mail.account.action"), address: `${env().BASE_URL}/${locale}/settings` },
  });
  if (delivery === "failed") throw new Error("a mail about an account was not taken");
}
