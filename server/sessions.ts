// The password, and the sessions that a person has open.
import type { ChangePasswordInput } from "@/domain/person";
import { Refusal } from "@/domain/refusal";
import type { MemberActor } from "./auth/actor";
import { confirmPassword, endSessionsOf, setPassword } from "./auth/passwords";
import { database, inTransaction } from "./database";
import { recordOwn } from "./members";

/** Changes the password and ends the person's other sessions. Refuses: rate_limited, invalid (currentPassword, password). */
export async function changePassword(actor: MemberActor, input: ChangePasswordInput): Promise<void> {
  await confirmPassword(actor.userId, input.currentPassword);
  await inTransaction(async (tx) => {
    await setPassword(tx, actor.userId, input.password);
    await endSessionsOf(tx, actor.userId, actor.sessionId);
    await recordOwn(tx, actor, "member.password_changed");
  });
}

/** The person's own open sessions: this one, then the latest used first. */
export async function listSessions(actor: MemberActor) {
  const rows = await database().session.findMany({
    where: { userId: actor.userId, expiresAt: { gt: new Date() } },
    orderBy: { updatedAt: "desc" },
  });
  const views = rows.map((row) => ({
    sessionId: row.id,
    userAgent: row.userAgent || null,
    address: row.ipAddress || null,
    startedAt: row.createdAt,
    lastUsedAt: row.updatedAt,
    isCurrent: row.id === actor.sessionId,
  }));
  return views.sort((one, other) => Number(other.isCurrent) - Number(one.isCurrent));
}
export type SessionView = Awaited<ReturnType<typeof listSessions>>[number];

/** Ends one of the person's own sessions. Refuses: not_found. */
export async function endSession(actor: MemberActor, input: { sessionId: string }): Promise<void> {
  const ended = await database().session.deleteMany({ where: { id: input.sessionId, userId: actor.userId } });
  if (ended.count === 0) throw new Refusal("not_found");
}

/** Ends all of the person's sessions but this one, and says how many there were. */
export function endOtherSessions(actor: MemberActor): Promise<{ ended: number }> {
  return inTransaction(async (tx) => ({ ended: await endSessionsOf(tx, actor.userId, actor.sessionId) }));
}
