// Members who are called by name in comments.
import { mentionedIn } from "@/domain/mentions";
import type { Actor } from "./auth/actor";
import type { Transaction } from "./database";
import { personOf, personSelect } from "./members";

/** Keeps whom a comment calls, in the caller's transaction, and returns those whom it did not call before; never the actor. */
export async function recordMentions(
  tx: Transaction,
  actor: Actor,
  { id, body }: { id: string; body: string | null },
): Promise<string[]> {
  const before = (await tx.mention.findMany({ where: { annotationId: id } })).map(({ memberId }) => memberId);
  const called = body?.includes("@") ? mentionedIn(body, await membersOf(tx, actor)) : [];
  const added = called.filter((memberId) => !before.includes(memberId));
  const gone = before.filter((memberId) => !called.includes(memberId));
  if (gone.length > 0) await tx.mention.deleteMany({ where: { annotationId: id, memberId: { in: gone } } });
  if (added.length > 0) {
    await tx.mention.createMany({ data: added.map((memberId) => ({ annotationId: id, memberId })) });
  }
  return added.filter((memberId) => memberId !== actor.memberId);
}

async function membersOf(tx: Transaction, actor: Actor) {
  const where = { workspaceId: actor.workspaceId, removedAt: null };
  return (await tx.member.findMany({ where, select: personSelect })).map((member) => personOf(member));
}
