// A member's tokens for programs: made, listed and revoked, each by its owner alone.
import type { CreateTokenInput } from "@/domain/api-token";
import { Refusal } from "@/domain/refusal";
import { recordEvent } from "./audit";
import { authorize, type MemberActor } from "./auth/actor";
import { tokenPrefix } from "./auth/bearer";
import { hashToken, newToken } from "./auth/tokens";
import { database, inTransaction } from "./database";

/** Makes a token, which its owner gets to see this once: the database keeps its hash. Refuses: forbidden. */
export function createToken(actor: MemberActor, input: CreateTokenInput): Promise<{ tokenId: string; token: string }> {
  return inTransaction(async (tx) => {
    authorize(actor, "api-token:manage");
    const { name, scope, validDays } = input;
    const token = `${tokenPrefix}${newToken().token}`;
    const expiresAt = new Date(Date.now() + validDays * 86_400_000);
    const { id } = await tx.apiToken.create({
      data: {
        workspaceId: actor.workspaceId,
        memberId: actor.memberId,
        name,
        scope,
        tokenHash: hashToken(token),
        expiresAt,
      },
      select: { id: true },
    });
    const data = { name, scope, expiresAt: expiresAt.toISOString() };
    await recordEvent(tx, actor, { type: "api_token.created", data, subjectId: id });
    return { tokenId: id, token };
  });
}

/** One's own tokens that are not revoked, the latest made first; expired ones are among them. Refuses: forbidden. */
export async function listTokens(actor: MemberActor) {
  authorize(actor, "api-token:manage");
  const rows = await database().apiToken.findMany({
    where: ownIn(actor),
    select: { id: true, name: true, scope: true, createdAt: true, expiresAt: true, lastUsedAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  const now = new Date();
  return rows.map(({ id, ...row }) => ({ ...row, tokenId: id, hasExpired: row.expiresAt <= now }));
}
export type TokenView = Awaited<ReturnType<typeof listTokens>>[number];

/** Makes one's own token worthless from now on. Refuses: forbidden, not_found. */
export function revokeToken(actor: MemberActor, { tokenId }: { tokenId: string }): Promise<void> {
  return inTransaction(async (tx) => {
    authorize(actor, "api-token:manage");
    const { count } = await tx.apiToken.updateMany({
      where: { id: tokenId, ...ownIn(actor) },
      data: { revokedAt: new Date() },
    });
    if (count === 0) throw new Refusal("not_found");
    const { name, scope } = await tx.apiToken.findUniqueOrThrow({ where: { id: tokenId } });
    await recordEvent(tx, actor, { type: "api_token.revoked", data: { name, scope }, subjectId: tokenId });
  });
}

const ownIn = ({ workspaceId, memberId }: MemberActor) => ({ workspaceId, memberId, revokedAt: null });
