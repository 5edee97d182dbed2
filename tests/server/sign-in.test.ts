// Signing in: who gets a session, by what, and what is told to whom who does not.
import { beforeEach, describe, expect, test } from "vitest";
import { codeInput } from "@/domain/two-factor";
import type { MemberActor } from "@/server/auth/actor";
import { auth } from "@/server/auth/better-auth";
import { database } from "@/server/database";
import { removeMember } from "@/server/members";
import { listSessions } from "@/server/sessions";
import { isCodeAwaited, signIn, signInWithCode } from "@/server/sign-in";
import { listOwnSignIns } from "@/server/sign-ins";
import { getTwoFactor } from "@/server/two-factor";
import { emailOf, makeTeam, password, type Team } from "../cast";
import { codeOf, waitingBrowser, withTwoFactor } from "../codes";

let team: Team;
let email: string;
beforeEach(async () => {
  team = await makeTeam();
  email = await emailOf(team.analyst);
});

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const visitor = { address: null, headers: new Headers({ "user-agent": firefox, "x-forwarded-for": "203.0.113.9" }) };
const wrongCredentials = { code: "invalid", detail: { reason: "wrong_credentials" } };
const wrongCode = { code: "invalid", detail: { fields: { code: "wrong_code" } } };
const signInAgain = { code: "invalid", detail: { reason: "sign_in_again" } };

/** The analyst, sitting at the session that was opened last. */
async function atLatestSession(): Promise<MemberActor> {
  const latest = await database().session.findFirstOrThrow({
    where: { userId: team.analyst.userId },
    orderBy: { createdAt: "desc" },
  });
  return { ...team.analyst, sessionId: latest.id };
}

describe("with a password", () => {
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

describe("with a code after the password", () => {
  let key: string;
  let backupCodes: string[];
  beforeEach(async () => {
    ({ key, backupCodes } = await withTwoFactor(team.analyst));
  });

  /** A browser in which the right password was typed. */
  async function afterPassword() {
    expect(await signIn(visitor, { email, password })).toEqual({ asksForCode: true });
    return waitingBrowser(team.analyst);
  }
  const outcomes = async () => (await listOwnSignIns(team.analyst)).map(({ outcome }) => outcome);

  test("the password alone opens no session", async () => {
    const browser = await afterPassword();
    expect(await listSessions(team.analyst)).toEqual([]);
    expect([await isCodeAwaited(browser), await isCodeAwaited(visitor)]).toEqual([true, false]);
    expect(await outcomes()).toEqual(["CODE_ASKED"]);
  });

  test("a wrong password gets the answer that it always gets", async () => {
    await expect(signIn(visitor, { email, password: "not the password" })).rejects.toMatchObject(wrongCredentials);
  });

  test("the app’s code opens one, once", async () => {
    const code = await codeOf(key);
    const browser = await afterPassword();
    await signInWithCode(browser, { code });
    expect(await listSessions(team.analyst)).toHaveLength(1);
    expect(await isCodeAwaited(browser), "the browser waits no more").toBe(false);
    await expect(signInWithCode(browser, { code })).rejects.toMatchObject(signInAgain);
    await expect(signInWithCode(await afterPassword(), { code }), "seen over a shoulder").rejects.toMatchObject(
      wrongCode,
    );
    expect(await listSessions(team.analyst)).toHaveLength(1);
    expect(await outcomes()).toEqual(["WRONG_CODE", "CODE_ASKED", "DONE_WITH_CODE", "CODE_ASKED"]);
  });

  test("a backup code stands in for it, once", async () => {
    const [code = ""] = backupCodes;
    await signInWithCode(await afterPassword(), { code });
    expect(await getTwoFactor(team.analyst)).toMatchObject({ backupCodesLeft: 9 });
    await expect(signInWithCode(await afterPassword(), { code })).rejects.toMatchObject(wrongCode);
    expect(await listSessions(team.analyst)).toHaveLength(1);
  });

  test("five wrong ones end the sign-in that waited, and ten in a row lock codes for a while", async () => {
    const first = await afterPassword();
    for (let tries = 0; tries < 5; tries++)
      await expect(signInWithCode(first, { code: "abc" })).rejects.toMatchObject(wrongCode);
    await expect(signInWithCode(first, { code: await codeOf(key) })).rejects.toMatchObject(signInAgain);
    const second = await afterPassword();
    for (let tries = 0; tries < 5; tries++)
      await expect(signInWithCode(second, { code: "123456" })).rejects.toMatchObject(wrongCode);
    await expect(signInWithCode(await afterPassword(), { code: await codeOf(key) })).rejects.toMatchObject({
      code: "rate_limited",
      detail: { retryAfterSeconds: expect.any(Number) },
    });
    expect(await listSessions(team.analyst)).toEqual([]);
  });

  test("a browser that forged the cookie, or waited too long, starts again", async () => {
    const browser = await afterPassword();
    const cookie = browser.headers.get("cookie") ?? "";
    const forged = { address: null, headers: new Headers({ cookie: cookie.replace(/\.[^.]*$/, ".forged") }) };
    await expect(signInWithCode(forged, { code: await codeOf(key) })).rejects.toMatchObject(signInAgain);
    await expect(signInWithCode(visitor, { code: await codeOf(key) })).rejects.toMatchObject(signInAgain);
    await database().verification.updateMany({
      where: { value: team.analyst.userId },
      data: { expiresAt: new Date(Date.now() - 1_000) },
    });
    await expect(signInWithCode(browser, { code: await codeOf(key) })).rejects.toMatchObject(signInAgain);
  });

  test("after the secret of the installation was replaced, it says why no code is right", async () => {
    const browser = await afterPassword();
    await database().twoFactor.updateMany({
      where: { userId: team.analyst.userId },
      data: { secret: "00".repeat(60) },
    });
    await expect(signInWithCode(browser, { code: await codeOf(key) })).rejects.toMatchObject({
      code: "invalid",
      detail: { reason: "codes_unreadable" },
    });
  });

  test("somebody who was removed from the team is told so, and not let in", async () => {
    const browser = await afterPassword();
    await removeMember(team.admin, { memberId: team.analyst.memberId });
    await expect(signInWithCode(browser, { code: await codeOf(key) })).rejects.toMatchObject({
      code: "forbidden",
      detail: { reason: "no_workspace" },
    });
    expect(await listSessions(team.analyst)).toEqual([]);
  });

  test.each([
    ["123 456", "123456"],
    ["١٢٣٤٥٦", "123456"],
    ["۱۲۳۴۵۶", "123456"],
    [" ABCDE-FGHJK ", "abcdefghjk"],
    ["abcde–fghjk", "abcdefghjk"],
  ])("may be typed as %s", (typed, code) => {
    expect(codeInput.parse({ code: typed })).toEqual({ code });
  });
});
