// A program that speaks for a member: the actor that its token makes (RFC 6750).
import { Refusal } from "@/domain/refusal";
import { database } from "../database";
import { type MemberActor, vouchForMember } from "./actor";
import { countBadToken } from "./attempts";
import { hashToken } from "./tokens";
import { addressOf } from "./visitor";

/** What every token of ours begins with, so that people and scanners know one that lies about. */
export const tokenPrefix = "iltizam_";

/** The last use is written no more often than this. */
const useInterval = 60_000;

/**
 * The member for whom the request's `Authorization: Bearer` speaks; null where it has none.
 * Refuses: unauthenticated (reason token_unknown, token_revoked, token_expired, member_removed), rate_limited.
 */
export async function findBearer(request: Request): Promise<MemberActor | null> {
  const [, token] = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  if (token === undefined) return null;
  const row = token.startsWith(tokenPrefix)
    ? await database().apiToken.findUnique({
        // By its hash: how long the search takes says nothing about the token.
        where: { tokenHash: hashToken(token) },
        include: { member: { select: { userId: true, role: true, removedAt: true } } },
      })
    : null;
  const now = new Date();
  const fault = faultOf(row, now);
  if (row === null || fault) {
    await countBadToken(addressOf(request.headers));
    throw new Refusal("unauthenticated", { reason: fault ?? "token_unknown" });
  }
  const { id, scope, workspaceId, memberId, member, lastUsedAt } = row;
  // A program that asks often would wait for a statement more each time.
  if (lastUsedAt === null || now.getTime() - lastUsedAt.getTime() > useInterval) {
    await database().apiToken.updateMany({ where: { id }, data: { lastUsedAt: now } });
  }
  return vouchForMember({
    workspaceId,
    memberId,
    userId: member.userId,
    sessionId: null,
    role: member.role,
    via: "API",
    apiToken: { id, scope },
  });
}

function faultOf(
  row: { revokedAt: Date | null; expiresAt: Date; member: { removedAt: Date | null } } | null,
  now: Date,
): string | null {
  if (row === null) return "token_unknown";
  if (row.member.removedAt) return "member_removed";
  if (row.revokedAt) return "token_revoked";
  return row.expiresAt <= now ? "token_expired" : null;
}
