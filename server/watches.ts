// Watching: a member asks to be told when a commitment, or anything in a document, changes.
import type { NotificationData, NotificationKind, WatchInput } from "@/domain/notification";
import { Refusal } from "@/domain/refusal";
import { type Actor, authorize, type MemberActor } from "./auth/actor";
import { database, inTransaction, type Transaction } from "./database";
import { notify } from "./notifications";

/** Watches it from now on. Refuses: not_found, forbidden. */
export function watch(actor: MemberActor, watched: WatchInput): Promise<void> {
  authorize(actor, "watch:set");
  return inTransaction(async (tx) => {
    await refuseUnknown(tx, actor, watched);
    const data = { workspaceId: actor.workspaceId, ...ownWatch(actor, watched) };
    await tx.watch.createMany({ data, skipDuplicates: true });
  });
}

/** Watches it no longer. Refuses: forbidden. */
export async function unwatch(actor: MemberActor, watched: WatchInput): Promise<void> {
  authorize(actor, "watch:set");
  await database().watch.deleteMany({ where: ownWatch(actor, watched) });
}

/** Whether the actor watches it. Refuses: forbidden. */
export async function isWatching(actor: MemberActor, watched: WatchInput): Promise<boolean> {
  authorize(actor, "watch:set");
  return (await database().watch.count({ where: ownWatch(actor, watched) })) > 0;
}

/** What those who watch a commitment, or the document that it is in, are told. */
export type WatchedChange = {
  kind: Extract<NotificationKind, "STATUS_CHANGED" | "TEXT_CHANGED" | "EVIDENCE_HEALTH">;
  documentId: string;
  /** Undefined for a change of the text outside of the commitments. */
  commitmentId?: string;
  once: string;
  data: NotificationData;
  /** Members who are told whether they watch or not. */
  alsoTo?: readonly string[];
};

/** Tells whoever watches, in the caller's transaction. */
export async function notifyWatchers(
  tx: Transaction,
  actor: Actor,
  { alsoTo = [], ...change }: WatchedChange,
): Promise<void> {
  const { documentId, commitmentId } = change;
  const watchers = await tx.watch.findMany({
    where: { workspaceId: actor.workspaceId, OR: [{ documentId }, ...(commitmentId ? [{ commitmentId }] : [])] },
    select: { memberId: true },
    distinct: ["memberId"],
  });
  const told = new Set([...watchers.map(({ memberId }) => memberId), ...alsoTo]);
  const notices = [...told].map((memberId) => ({ memberId, ...change }));
  await notify(tx, actor, notices);
}

const ownWatch = (actor: MemberActor, { what, id }: WatchInput) =>
  what === "commitment" ? { memberId: actor.memberId, commitmentId: id } : { memberId: actor.memberId, documentId: id };

async function refuseUnknown(tx: Transaction, { workspaceId }: Actor, { what, id }: WatchInput): Promise<void> {
  const where = { id, workspaceId };
  const found = what === "commitment" ? await tx.commitment.count({ where }) : await tx.document.count({ where });
  if (found === 0) throw new Refusal("not_found");
}
