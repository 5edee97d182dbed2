// Notifications by mail, in the member's language: what came within the minute, or once a morning, as each chooses.
import { latestDigest, sentenceOf } from "@/domain/notification";
import { env } from "@/env";
import type { Member } from "@/generated/prisma/client";
import { formatDate } from "@/i18n/formats";
import { defaultLocale, isLocale, type Locale } from "@/i18n/locales";
import { type Translator, translator } from "@/i18n/translator";
import { database, inTransaction, type Transaction } from "./database";
import { isolated, mailIsConfigured, sendMail } from "./mail";
import { type NotificationView, notificationInclude, notificationView, stillThere } from "./notifications";

/** What waited for longer, as where a mail server was named only now, is no news any more. */
const freshForDays = 3;
/** More than this many are counted and not listed. */
const mostListed = 20;

/** Mails what the members of a workspace who want mail at once have not read yet. Throws where a mail was not taken, so that the queue asks again. */
export async function mailNotifications(workspaceId: string): Promise<void> {
  const waiting = await database().member.findMany({
    where: { workspaceId, mailChoice: "AT_ONCE", removedAt: null, notifications: { some: unmailed(new Date()) } },
    select: recipient,
  });
  await mailEach(waiting, (tx, { id }) => claim(tx, id, new Date()));
}

/** Mails those who want it once a day what had come by the hour of that mail; asked for every hour, it sends it once. Throws as mailNotifications. */
export async function mailDigests(now = new Date()): Promise<void> {
  const until = latestDigest(now);
  const isDue = { OR: [{ digestedAt: null }, { digestedAt: { lt: until } }] };
  const waiting = await database().member.findMany({
    where: { mailChoice: "DAILY", removedAt: null, ...isDue, notifications: { some: unmailed(now, until) } },
    select: recipient,
  });
  await mailEach(waiting, async (tx, { id }) => {
    const { count } = await tx.member.updateMany({ where: { id, ...isDue }, data: { digestedAt: now } });
    return count === 0 ? [] : claim(tx, id, now, until);
  });
}

const recipient = {
  id: true,
  language: true,
  user: { select: { email: true } },
  workspace: { select: { name: true } },
} as const;
type Recipient = Pick<Member, "id" | "language"> & { user: { email: string }; workspace: { name: string } };

function unmailed(now: Date, until = now) {
  const since = new Date(now.getTime() - freshForDays * 86_400_000);
  return { mailedAt: null, readAt: null, at: { gte: since, lte: until }, ...stillThere };
}

/** Takes what is to be mailed; whoever takes it sends it, so that two workers do not send it twice. */
async function claim(tx: Transaction, memberId: string, now: Date, until = now): Promise<NotificationView[]> {
  await tx.$queryRaw`SELECT 1 FROM "Member" WHERE id = ${memberId} FOR NO KEY UPDATE`;
  const taken = await tx.notification.updateManyAndReturn({
    where: { memberId, ...unmailed(now, until) },
    data: { mailedAt: now },
    select: { id: true },
  });
  const rows = await tx.notification.findMany({
    where: { id: { in: taken.map(({ id }) => id) } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    include: notificationInclude,
  });
  return rows.map(notificationView);
}

async function mailEach(
  members: Recipient[],
  claimFor: (tx: Transaction, member: Recipient) => Promise<NotificationView[]>,
): Promise<void> {
  if (!mailIsConfigured()) return;
  let failed = 0;
  for (const member of members) {
    const claimed = await inTransaction((tx) => claimFor(tx, member));
    if (claimed.length === 0 || (await send(member, claimed)) === "mailed") continue;
    failed += 1;
    await release(member, claimed);
  }
  if (failed > 0) throw new Error(`${failed} mails about notifications were not taken`);
}

/** What the mail server did not take is to be mailed still. */
async function release({ id }: Recipient, claimed: NotificationView[]): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.notification.updateMany({
      where: { id: { in: claimed.map((each) => each.id) } },
      data: { mailedAt: null },
    });
    await tx.member.update({ where: { id }, data: { digestedAt: null } });
  });
}

function send({ language, user, workspace }: Recipient, notifications: NotificationView[]) {
  const locale = isLocale(language) ? language : defaultLocale;
  const t = translator(locale);
  const address = `${env().BASE_URL}/${locale}`;
  const count = notifications.length;
  const items = notifications.slice(0, mostListed).map((each) => ({
    text: textOf(each, t, locale),
    address: `${address}/notifications/${each.id}`,
  }));
  return sendMail({
    to: user.email,
    locale,
    subject: t("mail.notifications.subject", { count, workspace: workspace.name }),
    paragraphs: [t("mail.notifications.intro", { count, workspace: isolated(workspace.name) })],
    items,
    link: { label: t("mail.notifications.all"), address: `${address}/notifications` },
    footer: {
      text: t("mail.notifications.why"),
      label: t("mail.notifications.choose"),
      address: `${address}/settings#mail`,
    },
  });
}

/** The sentence that the page shows, its commitment, and what was written, without markup. */
function textOf(notification: NotificationView, t: Translator, locale: Locale): string {
  const { by, commitment, data } = notification;
  const status = (name: typeof data.to | null, counterAction = false) => {
    const word = t(`scales.completion.${name ?? "NOT_ASSESSED"}`);
    return counterAction ? t("scales.statusWithCounterAction", { status: word }) : word;
  };
  const sentence = t.markup(`notifications.sentence.${sentenceOf(notification)}`, {
    who: () => isolated(by?.name ?? t("events.someone")),
    quote: () => isolated(data.quote ?? ""),
    date: () => (data.dueOn ? isolated(formatDate(data.dueOn, locale)) : ""),
    from: () => status(data.from, data.hadCounterAction),
    to: () => status(data.to, data.counterAction),
    since: () => (data.since ? isolated(formatDate(data.since, locale)) : ""),
    title: () => isolated(data.title ?? ""),
    paragraph: () => isolated(String(data.paragraph ?? "")),
  });
  const where =
    commitment &&
    t("mail.notifications.commitment", {
      number: String(commitment.number),
      title: isolated(commitment.title[locale]),
    });
  return [sentence, where, data.words && isolated(data.words)].filter(Boolean).join("\n");
}
