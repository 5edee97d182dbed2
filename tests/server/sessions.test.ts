// The password and the sessions that a person has open: how they are changed, listed and ended.
import { beforeEach, describe, expect, test } from "vitest";
import type { MemberActor } from "@/server/auth/actor";
import { database } from "@/server/database";
import { changePassword, endOtherSessions, endSession, listSessions } from "@/server/sessions";
import { signIn } from "@/server/sign-in";
import { emailOf, eventsOf, makeTeam, password, type Team } from "../cast";

let team: Team;
let email: string;
beforeEach(async () => {
  team = await makeTeam();
  email = await emailOf(team.analyst);
});

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const visitor = { address: null, headers: new Headers({ "user-agent": firefox, "x-forwarded-for": "203.0.113.9" }) };
const wrongCredentials = { code: "invalid", detail: { reason: "wrong_credentials" } };
const newPassword = "an entirely new password";

/** The analyst, sitting at the session that was opened last. */
async function atLatestSession(): Promise<MemberActor> {
  const latest = await database().session.findFirstOrThrow({
    where: { userId: team.analyst.userId },
    orderBy: { createdAt: "desc" },
  });
  return { ...team.analyst, sessionId: latest.id };
}

async function signInTwice(): Promise<MemberActor> {
  await signIn(visitor, { email, password });
  await signIn(visitor, { email, password });
  return atLatestSession();
}

describe("changing the password", () => {
  test("asks for the current one", async () => {
    const actor = await signInTwice();
    const input = { currentPassword: "not the password", password: newPassword };
    await expect(changePassword(actor, input)).rejects.toMatchObject({
      code: "invalid",
      detail: { fields: { currentPassword: "wrong_password" } },
    });
  });

  test("ends the other sessions, keeps this one, and is recorded without either password", async () => {
    const actor = await signInTwice();
    await changePassword(actor, { currentPassword: password, password: newPassword });
    expect(await listSessions(actor)).toMatchObject([{ sessionId: actor.sessionId }]);
    const event = (await eventsOf(team.workspaceId)).at(-1);
    expect(event).toMatchObject({ type: "member.password_changed", memberId: actor.memberId });
    expect(JSON.stringify(event)).not.toMatch(new RegExp(`${password}|${newPassword}`));
    await expect(signIn(visitor, { email, password })).rejects.toMatchObject(wrongCredentials);
    await signIn(visitor, { email, password: newPassword });
  });

  test("limits how often the current one may be guessed", async () => {
    const input = { currentPassword: "not the password", password: newPassword };
    for (let tries = 0; tries < 10; tries++) await changePassword(team.analyst, input).catch(() => {});
    await expect(changePassword(team.analyst, input)).rejects.toMatchObject({ code: "rate_limited" });
  });
});

describe("one's sessions", () => {
  test("are listed without those that have run out", async () => {
    const actor = await signInTwice();
    await database().session.updateMany({
      where: { id: { not: actor.sessionId ?? "" } },
      data: { expiresAt: new Date(0) },
    });
    expect(await listSessions(actor)).toHaveLength(1);
  });

  test("can be ended one by one", async () => {
    const actor = await signInTwice();
    const other = (await listSessions(actor)).find(({ isCurrent }) => !isCurrent);
    await endSession(actor, { sessionId: other?.sessionId as string });
    expect(await listSessions(actor)).toMatchObject([{ isCurrent: true }]);
  });

  test("can be ended all but this one", async () => {
    await signIn(visitor, { email, password });
    const actor = await signInTwice();
    expect(await endOtherSessions(actor)).toEqual({ ended: 2 });
    expect(await listSessions(actor)).toMatchObject([{ isCurrent: true }]);
  });

  test("of others are not there", async () => {
    const actor = await signInTwice();
    await expect(endSession(team.admin, { sessionId: actor.sessionId as string })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await listSessions(actor)).toHaveLength(2);
  });
});
