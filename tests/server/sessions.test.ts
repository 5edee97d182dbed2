// Signing in: who gets a session, what is told to whom who does not, and how sessions end.
import { beforeEach, describe, expect, test } from "vitest";
import type { MemberActor } from "@/server/auth/actor";
import { auth } from "@/server/auth/better-auth";
import { database } from "@/server/database";
import { removeMember } from "@/server/members";
import { changePassword, endOtherSessions, endSession, listSessions, signIn } from "@/server/sessions";
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

describe("signing in", () => {
  test("opens a session with the browser's name", async () => {
    await signIn(visitor, { email, password });
    expect(await listSessions(await atLatestSession())).toMatchObject([{ userAgent: firefox, isCurrent: true }]);
  });

  test("believes no address but that of the operator's own proxy", async () => {
    await signIn(visitor, { email, password });
    await signIn({ ...visitor, address: "198.51.100.7" }, { email, password });
    const addresses = (await listSessions(await atLatestSession())).map(({ address }) => address);
    expect(addresses).toContain("198.51.100.7");
    expect(addresses).not.toContain("203.0.113.9");
  });

  test("answers a wrong password and an unknown address alike", async () => {
    await expect(signIn(visitor, { email, password: "not the password" })).rejects.toMatchObject(wrongCredentials);
    const stranger = { email: "nobody@example.org", password };
    await expect(signIn(visitor, stranger)).rejects.toMatchObject(wrongCredentials);
  });

  test("tells somebody who was removed so, once the password is right, and opens no session", async () => {
    await removeMember(team.admin, { memberId: team.analyst.memberId });
    await expect(signIn(visitor, { email, password: "not the password" })).rejects.toMatchObject(wrongCredentials);
    await expect(signIn(visitor, { email, password })).rejects.toMatchObject({
      code: "forbidden",
      detail: { reason: "no_workspace" },
    });
    expect(await database().session.count({ where: { userId: team.analyst.userId } })).toBe(0);
  });

  test("may be tried ten times, also all at once, and then not even with the right password", async () => {
    const guesses = Array.from({ length: 12 }, () => signIn(visitor, { email, password: "not the password" }));
    const outcomes = await Promise.allSettled(guesses);
    const codes = outcomes.map((outcome) => outcome.status === "rejected" && outcome.reason.code);
    expect(codes.filter((code) => code === "invalid")).toHaveLength(10);
    expect(codes.filter((code) => code === "rate_limited")).toHaveLength(2);
    await expect(signIn(visitor, { email, password })).rejects.toMatchObject({
      code: "rate_limited",
      detail: { retryAfterSeconds: expect.any(Number) },
    });
  });

  test("with the right password forgets the wrong ones", async () => {
    for (let round = 0; round < 3; round++) {
      for (let tries = 0; tries < 5; tries++)
        await signIn(visitor, { email, password: "not the password" }).catch(() => {});
      await signIn(visitor, { email, password });
    }
    expect(await database().session.count({ where: { userId: team.analyst.userId } })).toBe(3);
  });

  test("is the only way in: nobody can sign up", async () => {
    const body = { email: "new@example.org", name: "New", password };
    await expect(auth().api.signUpEmail({ body })).rejects.toThrow();
  });
});

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
