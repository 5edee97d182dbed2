// The session of a member's browser, opened as signing in opens it: for tests of what its cookie is good for.

import { sessionCookie } from "@/scripts/session-cookie";
import type { MemberActor } from "@/server/auth/actor";
import { database } from "@/server/database";
import { emailOf, password } from "./cast";

/** The cookie that the browser sends. */
export async function openSession(person: MemberActor): Promise<string> {
  return sessionCookie({ email: await emailOf(person), password });
}

/** From now on, the sessions of this person are over. */
export async function expireSessions({ userId }: MemberActor): Promise<void> {
  await database().session.updateMany({ where: { userId }, data: { expiresAt: new Date(Date.now() - 1_000) } });
}

/** From now on, this person is no member. */
export async function removeFromTeam({ memberId }: MemberActor): Promise<void> {
  await database().member.update({ where: { id: memberId }, data: { removedAt: new Date() } });
}
