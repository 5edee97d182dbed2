// Tokens for programs: shown once, seen and revoked by their owner, known to the history of owner and admins.
import { beforeAll, describe, expect, it } from "vitest";
import { createTokenInput } from "@/domain/api-token";
import { listActivity } from "@/server/activity";
import { createToken, listTokens, revokeToken } from "@/server/api-tokens";
import type { MemberActor } from "@/server/auth/actor";
import { database } from "@/server/database";
import { eventsOf, makeTeam, type Team } from "../cast";

let team: Team;
beforeAll(async () => {
  team = await makeTeam();
});

const make = (actor: MemberActor, changes: Record<string, string> = {}) =>
  createToken(actor, createTokenInput.parse({ name: "مزامنة", scope: "READ", validDays: "30", ...changes }));

describe("a token", () => {
  it("has 256 bits behind a word by which it is known, and only its hash is kept", async () => {
    const { token } = await make(team.analyst);
    expect(token).toMatch(/^iltizam_[\w-]{43}$/);
    const rows = await database().apiToken.findMany();
    expect(JSON.stringify([rows, await eventsOf(team.workspaceId)])).not.toContain(token.slice("iltizam_".length));
  });

  it.each(["7", "30", "90", "365"])("is good for %s days when that was chosen", async (validDays) => {
    const { tokenId } = await make(team.analyst, { validDays });
    const { createdAt, expiresAt } = await database().apiToken.findUniqueOrThrow({ where: { id: tokenId } });
    expect(Math.round((expiresAt.getTime() - createdAt.getTime()) / 86_400_000)).toBe(Number(validDays));
  });

  it.each([{ validDays: "0" }, { validDays: "36500" }, { scope: "ADMIN" }, { name: " " }])(
    "is not made with %j",
    (bad) => {
      expect(createTokenInput.safeParse({ name: "x", scope: "READ", validDays: "7", ...bad }).success).toBe(false);
    },
  );

  it("is listed to its owner alone, without the token", async () => {
    const { tokenId, token } = await make(team.editor, { name: "لوحة المتابعة", scope: "WRITE" });
    const listed = await listTokens(team.editor);
    expect(listed).toEqual([
      expect.objectContaining({ tokenId, name: "لوحة المتابعة", scope: "WRITE", lastUsedAt: null, hasExpired: false }),
    ]);
    expect(JSON.stringify(listed)).not.toContain(token);
    expect((await listTokens(team.admin)).map((each) => each.tokenId)).not.toContain(tokenId);
  });

  it("is revoked by its owner, once, and by nobody else", async () => {
    const { tokenId } = await make(team.reader);
    await expect(revokeToken(team.admin, { tokenId })).rejects.toMatchObject({ code: "not_found" });
    await revokeToken(team.reader, { tokenId });
    await expect(revokeToken(team.reader, { tokenId })).rejects.toMatchObject({ code: "not_found" });
    expect(await listTokens(team.reader)).toEqual([]);
  });

  it("stands in the history for its owner and for admins", async () => {
    const { tokenId } = await make(team.analyst, { name: "سرّي الاسم" });
    await revokeToken(team.analyst, { tokenId });
    const seen = async (actor: MemberActor) => {
      const { lines } = await listActivity(actor, {} as never);
      return lines.filter(({ subjectId }) => subjectId === tokenId).map(({ event }) => event?.type);
    };
    for (const actor of [team.analyst, team.admin]) {
      expect(await seen(actor)).toEqual(["api_token.revoked", "api_token.created"]);
    }
    for (const actor of [team.reader, team.editor]) expect(await seen(actor)).toEqual([]);
  });
});
