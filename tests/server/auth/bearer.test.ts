// A request with a token: whom it speaks for, and every reason why it speaks for nobody.
import { beforeAll, describe, expect, it } from "vitest";
import { createTokenInput } from "@/domain/api-token";
import { createToken, revokeToken } from "@/server/api-tokens";
import type { MemberActor } from "@/server/auth/actor";
import { findBearer } from "@/server/auth/bearer";
import { whoRemains } from "@/server/auth/memberships";
import { database } from "@/server/database";
import { changeRole, removeMember } from "@/server/members";
import { addMember, makeTeam, type Team } from "../../cast";

let team: Team;
beforeAll(async () => {
  team = await makeTeam();
});

const make = (actor: MemberActor, scope = "READ") =>
  createToken(actor, createTokenInput.parse({ name: "x", scope, validDays: "7" }));
const come = (authorization?: string) =>
  findBearer(new Request("http://localhost/", { headers: authorization ? { authorization } : {} }));
const refused = (reason: string) => ({ code: "unauthenticated", detail: { reason } });

describe("a request with a token", () => {
  it("is its owner’s, with the role that the owner has now", async () => {
    const { memberId, userId } = team.editor;
    const { tokenId, token } = await make(team.editor, "WRITE");
    const speaks = { workspaceId: team.workspaceId, memberId, userId, sessionId: null, via: "API" };
    const apiToken = { id: tokenId, scope: "WRITE" };
    expect(await come(`Bearer ${token}`)).toEqual({ ...speaks, role: "EDITOR", apiToken });
    await changeRole(team.admin, { memberId, role: "READER" });
    expect(await come(`bearer  ${token}`)).toEqual({ ...speaks, role: "READER", apiToken });
  });

  it("is nobody’s without one, or with another way to say who one is", async () => {
    expect(await come()).toBeNull();
    expect(await come("Basic eDp5")).toBeNull();
  });

  it.each(["iltizam_", "iltizam_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "x'--", "\u00e9"])(
    "is refused with %j, which is none",
    async (token) => {
      await expect(come(`Bearer ${token}`)).rejects.toMatchObject(refused("token_unknown"));
    },
  );

  it("is refused once the token has expired, was revoked, or its owner is gone", async () => {
    const somebody = await addMember(team.workspaceId, "ANALYST", "Somebody");
    const [expired, revoked, theirs] = await Promise.all([make(somebody), make(somebody), make(somebody)]);
    await database().apiToken.update({ where: { id: expired.tokenId }, data: { expiresAt: new Date(Date.now() - 1) } });
    await revokeToken(somebody, revoked);
    await expect(come(`Bearer ${expired.token}`)).rejects.toMatchObject(refused("token_expired"));
    await expect(come(`Bearer ${revoked.token}`)).rejects.toMatchObject(refused("token_revoked"));
    await removeMember(team.admin, { memberId: somebody.memberId });
    await expect(come(`Bearer ${theirs.token}`)).rejects.toMatchObject(refused("member_removed"));
    await database().member.update({ where: { id: somebody.memberId }, data: { removedAt: null } });
    await expect(come(`Bearer ${theirs.token}`), "invited again").rejects.toMatchObject(refused("token_revoked"));
  });

  it("is noted as the token’s last use, at most once a minute", async () => {
    const { tokenId, token } = await make(team.admin);
    const lastUse = async () =>
      (await database().apiToken.findUniqueOrThrow({ where: { id: tokenId } })).lastUsedAt?.getTime();
    await come(`Bearer ${token}`);
    const first = await lastUse();
    expect(first).toBeTypeOf("number");
    await come(`Bearer ${token}`);
    expect(await lastUse()).toBe(first);
    await database().apiToken.update({ where: { id: tokenId }, data: { lastUsedAt: new Date(Date.now() - 61_000) } });
    await come(`Bearer ${token}`);
    expect(await lastUse()).toBeGreaterThanOrEqual(first ?? Number.POSITIVE_INFINITY);
  });

  it("keeps a stream of news open only as long as the token is good", async () => {
    const { tokenId, token } = await make(team.admin);
    const actor = (await come(`Bearer ${token}`)) as MemberActor;
    expect(await whoRemains([actor])).toEqual(new Set([actor]));
    await revokeToken(team.admin, { tokenId });
    expect(await whoRemains([actor])).toEqual(new Set());
  });
});
