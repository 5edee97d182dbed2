// The memberships of somebody who proved who they are in another way than by a session.
import type { Transaction } from "../database";
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
