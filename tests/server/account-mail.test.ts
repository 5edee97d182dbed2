// Whoever has an account hears by mail what was done to it, by themselves or by somebody else.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { mailAccountEvent } from "@/server/account-mail";
import type { MemberActor } from "@/server/auth/actor";
import { database } from "@/server/database";
import { addPasskey, removePasskey, startPasskey } from "@/server/passkeys";
import { makeResetLink, resetPassword } from "@/server/password-resets";
import { changePassword } from "@/server/sessions";
import { dropTwoFactor, makeBackupCodes, stopTwoFactor } from "@/server/two-factor";
import { makeAuthenticator } from "../authenticator";
import { emailOf, eventsOf, makeTeam, password, type Team } from "../cast";
import { withTwoFactor } from "../codes";
import { type Mailbox, openMailbox } from "../mailbox";

let team: Team;
let analyst: MemberActor;
let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = await openMailbox();
});
beforeEach(async () => {
  team = await makeTeam();
  analyst = team.analyst;
  mailbox.received.splice(0);
});
afterAll(() => mailbox.close());

const reads = (language: string) => database().member.update({ where: { id: analyst.memberId }, data: { language } });
const waiting = () => database().$queryRaw<{ data: { workspaceId: string; eventNumber: number } }[]>`
  SELECT data FROM pgboss.job WHERE name = 'mail-account-event' AND data->>'workspaceId' = ${team.workspaceId}
  ORDER BY (data->>'eventNumber')::int`;
/** Does what the worker would do, and gives the texts that were sent. */
async function mailed(): Promise<string[]> {
  for (const { data } of await waiting()) await mailAccountEvent(data);
  return mailbox.received.map(({ text }) => text);
}

test("a new password is told in the reader’s language, with the moment and what to do about it", async () => {
  await reads("en");
  await changePassword(analyst, { currentPassword: password, password: "an entirely new password" });
  const [text] = await mailed();
  expect(text).toContain("The password of your account was changed.");
  expect(text).toMatch(/It happened on .*UTC/);
  expect(text).toContain("If you do not know of this, change your password");
  expect(text).toContain("http://localhost:3000/en/settings");
  expect(mailbox.last()).toMatchObject({
    to: await emailOf(analyst),
    subject: "Your account in فريق المتابعة was changed",
  });
});

test("what an admin does to somebody’s account is told to that person, in Arabic where no language is known", async () => {
  await withTwoFactor(analyst);
  mailbox.received.splice(0);
  await dropTwoFactor(team.admin, { memberId: analyst.memberId });
  const { token } = await makeResetLink(team.admin, { memberId: analyst.memberId });
  await resetPassword({ token, password: "an entirely new password" });
  const texts = await mailed();
  expect(new Set(mailbox.received.map(({ to }) => to))).toEqual(new Set([await emailOf(analyst)]));
  expect(texts.join()).toContain("أوقف أحد المديرين التحقق بخطوتين لحسابك");
  expect(texts.join()).toContain("أنشأ أحد المديرين رابطاً");
  expect(texts.join()).toContain("غُيّرت كلمة مرور حسابك.");
});

test("codes and passkeys are told, each with what it is", async () => {
  await reads("en");
  const right = { currentPassword: password };
  await withTwoFactor(analyst);
  await makeBackupCodes(analyst, right);
  await stopTwoFactor(analyst, right);
  const answer = makeAuthenticator().register(await startPasskey(analyst, right));
  await addPasskey(analyst, { name: "حاسوب المكتب", answer });
  const { id } = await database().passkey.findFirstOrThrow({ where: { userId: analyst.userId } });
  await removePasskey(analyst, { passkeyId: id });
  const firsts = (await mailed()).map((text) => text.split(/\r?\n/)[0]);
  expect(firsts).toEqual([
    "Two-step verification was turned on for your account.",
    "New backup codes were made for your account; the ones before are good no more.",
    "Two-step verification was turned off for your account: your password is enough now.",
    "A passkey was added to your account: \u2068حاسوب المكتب\u2069.",
    "A passkey was removed from your account: \u2068حاسوب المكتب\u2069.",
  ]);
});

test("is asked for in the transaction of the change, and again where the mail server did not take it", async () => {
  const before = (await eventsOf(team.workspaceId)).length;
  await expect(stopTwoFactor(analyst, { currentPassword: password })).rejects.toMatchObject({ code: "not_found" });
  expect(await waiting()).toEqual([]);
  expect(await eventsOf(team.workspaceId)).toHaveLength(before);
  await mailAccountEvent({ workspaceId: team.workspaceId, eventNumber: 1 });
  expect(mailbox.received, "other events are nothing about an account").toEqual([]);
});
