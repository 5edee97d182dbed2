// Memberships where no request asks: of somebody who proved who they are in another way than by a session, and of those who stay.
import { database, type Transaction } from "../database";
import { type MemberActor, vouchForMember } from "./actor";

/** The person as a member of each workspace they belong to; empty for one who was removed from all. */
export async function actorsOf(tx: Transaction, userId: string): Promise<MemberActor[]> {
  const rows = await tx.member.findMany({
    where: { userId, removedAt: null },
    select: { id: true, workspaceId: true, role: true },
    orderBy: { joinedAt: "asc" },
  });
  return rows.map(({ id, workspaceId, role }) =>
    vouchForMember({ workspaceId, memberId: id, userId, sessionId: null, role, via: "PAGE" }),
  );
}

/** Those of the actors who are members still, with the session open, or the token good, by which they came. */
export async function whoRemains(actors: MemberActor[]): Promise<Set<MemberActor>> {
  const ids = <Id>(found: { id: Id }[]) => new Set(found.map(({ id }) => id));
  const [members, sessions, tokens] = await Promise.all([
    database().member.findMany({
      where: { id: { in: actors.map(({ memberId }) => memberId) }, removedAt: null },
      select: { id: true },
    }),
    database().session.findMany({
      where: { id: { in: actors.flatMap(({ sessionId }) => sessionId ?? []) }, expiresAt: { gt: new Date() } },
      select: { id: true },
    }),
    database().apiToken.findMany({
      where: {
        id: { in: actors.flatMap(({ apiToken }) => apiToken?.id ?? []) },
        revokedAt: null,
        expiresAt: { gt: new Date() },
      },
      select: { id: true },
    }),
  ]).then(([one, other, third]) => [ids(one), ids(other), ids(third)] as const);
  return new Set(
    actors.filter(
      ({ memberId, sessionId, apiToken }) =>
        members.has(memberId) &&
        (sessionId === null || sessions.has(sessionId)) &&
        (!apiToken || tokens.has(apiToken.id)),
    ),
  );
}
