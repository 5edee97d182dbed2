// What members are told: written in the transaction of what it tells of, listed, marked as read, and mailed as each chooses.
import { randomUUID } from "node:crypto";
import type { Localized } from "@/domain/document";
import {
  type MailChoice,
  type NotificationData,
  type NotificationFilters,
  type NotificationKind,
  notificationData,
  placeOf,
} from "@/domain/notification";
import { Refusal } from "@/domain/refusal";
import { type Actor, authorize, type MemberActor } from "./auth/actor";
import { database, inTransaction, type Transaction } from "./database";
import { mailIsConfigured } from "./mail";
import { personOf, personSelect } from "./members";
import { enqueue } from "./queue";

/** What one member is to be told. */
export type Notice = {
  memberId: string;
  kind: NotificationKind;
  /** Names the occasion: of the same one a member is told once. */
  once: string;
  documentId?: string;
  commitmentId?: string;
  annotationId?: string;
  noteId?: string;
  data: NotificationData;
};

/** What comes within this many seconds goes into one mail. */
const gathersFor = 60;

/**
 * Tells members of the actor's workspace in the caller's transaction: nobody of what they did themselves, nobody who
 * has left, and nobody twice. Whoever may not see a thing must not be among the notices.
 */
export async function notify(tx: Transaction, actor: Actor, notices: readonly Notice[]): Promise<void> {
  const forOthers = notices.filter(({ memberId }) => memberId !== actor.memberId);
  if (forOthers.length === 0) return;
  const { workspaceId } = actor;
  const members = await tx.member.findMany({
    where: { id: { in: forOthers.map(({ memberId }) => memberId) }, workspaceId, removedAt: null },
    select: { id: true, mailChoice: true },
  });
  const here = new Set(members.map(({ id }) => id));
  const data = forOthers
    .filter(({ memberId }) => here.has(memberId))
    .map((notice) => ({ ...notice, workspaceId, causedById: actor.memberId }));
  const { count } = await tx.notification.createMany({ data, skipDuplicates: true });
  if (count === 0 || !mailIsConfigured() || members.every(({ mailChoice }) => mailChoice !== "AT_ONCE")) return;
  await enqueue(tx, "mail-notifications", { id: randomUUID(), data: { workspaceId }, after: gathersFor });
}

/** Has the open pages of these members read again, where no event does so; told when the transaction is kept. */
export async function tellPages(tx: Transaction, memberIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`SELECT pg_notify('iltizam_notifications', id)::text AS told FROM unnest(${memberIds}::text[]) AS id`;
}

export const notificationInclude = {
  causedBy: { select: personSelect },
  commitment: { select: { id: true, number: true, title: true } },
  document: { select: { slug: true } },
} as const;

/** Nothing is said of what was deleted meanwhile, nor of what is private. */
export const stillThere = {
  AND: [
    { OR: [{ noteId: null }, { note: { deletedAt: null } }] },
    {
      OR: [
        { annotationId: null },
        {
          annotation: {
            deletedAt: null,
            layer: "TEAM" as const,
            OR: [{ threadId: null }, { thread: { deletedAt: null } }],
          },
        },
      ],
    },
  ],
};

const own = (actor: MemberActor) => ({ memberId: actor.memberId, workspaceId: actor.workspaceId });

/** One's own notifications, newest first; `next` is the `before` of the following page or null at the end. Refuses: forbidden. */
export async function listNotifications(actor: MemberActor, filters: NotificationFilters = {}, most = 40) {
  authorize(actor, "notification:read");
  const rows = await database().notification.findMany({
    where: { ...own(actor), ...stillThere, readAt: filters.unread && null },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    ...(filters.before && { cursor: { id: filters.before, ...own(actor) }, skip: 1 }),
    take: most + 1,
    include: notificationInclude,
  });
  const shown = rows.slice(0, most);
  return { notifications: shown.map(notificationView), next: rows.length > most ? (shown.at(-1)?.id ?? null) : null };
}

/** How many of one's own nobody has looked at yet. Refuses: forbidden. */
export async function countUnread(actor: MemberActor): Promise<number> {
  authorize(actor, "notification:read");
  return database().notification.count({ where: { ...own(actor), ...stillThere, readAt: null } });
}

/** Marks one as read and says where to read about it, an address under the language. Refuses: not_found, forbidden. */
export function followNotification(actor: MemberActor, notificationId: string): Promise<string> {
  authorize(actor, "notification:read");
  return inTransaction(async (tx) => {
    const found = await tx.notification.findFirst({
      where: { id: notificationId, ...own(actor) },
      include: notificationInclude,
    });
    if (!found) throw new Refusal("not_found");
    if (!found.readAt) {
      await tx.notification.update({ where: { id: found.id }, data: { readAt: new Date() } });
      await tellPages(tx, [actor.memberId]);
    }
    return placeOf({ ...found, data: readData(found.data) });
  });
}

/** Marks all of one's own as read. Refuses: forbidden. */
export function markAllRead(actor: MemberActor): Promise<void> {
  authorize(actor, "notification:read");
  return inTransaction(async (tx) => {
    await tx.notification.updateMany({ where: { ...own(actor), readAt: null }, data: { readAt: new Date() } });
    await tellPages(tx, [actor.memberId]);
  });
}

/** When one gets mail. Refuses: forbidden. */
export async function getMailChoice(actor: MemberActor): Promise<MailChoice> {
  authorize(actor, "notification:read");
  const { mailChoice } = await database().member.findUniqueOrThrow({ where: { id: actor.memberId } });
  return mailChoice;
}

/** Chooses when one gets mail; what was kept back until now is not sent after all. Refuses: forbidden. */
export function chooseMail(actor: MemberActor, { mailChoice }: { mailChoice: MailChoice }): Promise<void> {
  authorize(actor, "notification:read");
  return inTransaction(async (tx) => {
    const { count } = await tx.member.updateMany({
      where: { id: actor.memberId, mailChoice: "NEVER" },
      data: { mailChoice },
    });
    if (count === 0) await tx.member.update({ where: { id: actor.memberId }, data: { mailChoice } });
    else await tx.notification.updateMany({ where: { ...own(actor), mailedAt: null }, data: { mailedAt: new Date() } });
  });
}

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;
const findRow = (tx: Transaction) => tx.notification.findFirst({ include: notificationInclude });
export type NotificationView = ReturnType<typeof notificationView>;

/** What this version cannot read is left out: the sentence stands without it. */
const readData = (data: unknown) => notificationData.catch({}).parse(data);

export function notificationView({ commitment, causedBy, data, ...row }: Row) {
  return {
    id: row.id,
    kind: row.kind,
    at: row.at,
    isRead: row.readAt !== null,
    noteId: row.noteId,
    by: personOf(causedBy),
    commitment: commitment && { ...commitment, title: commitment.title as Localized },
    data: readData(data),
  };
}
