// Password links: made by an admin, good once within a day.
import { beforeEach, expect, test } from "vitest";
import { admitMember } from "@/server/auth/admission";
import { database, inTransaction } from "@/server/database";
import { removeMember } from "@/server/members";
import { findPasswordReset, makeResetLink, resetPassword } from "@/server/password-resets";
import { signIn } from "@/server/sign-in";
import { emailOf, eventsOf, makeTeam, names, password, type Team } from "../cast";

let team: Team;
let email: string;
beforeEach(async () => {
  team = await makeTeam();
  email = await emailOf(team.analyst);
});

const visitor = { address: null, headers: new Headers() };
const newPassword = "an entirely new password";
const badLink = { code: "forbidden", detail: { reason: "bad_link" } };
const makeLink = () => makeResetLink(team.admin, { memberId: team.analyst.memberId });

test("only an admin makes a password link", async () => {
  for (const member of [team.reader, team.analyst, team.editor]) {
    await expect(makeResetLink(member, { memberId: member.memberId })).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("the link says whose password it sets, and the database does not know it", async () => {
  const { token, path } = await makeLink();
  expect(path).toBe(`/password-reset/${token}`);
  expect(await findPasswordReset(token)).toEqual({ name: names.ANALYST, email });
  const rows = await database().passwordReset.findMany();
  expect(JSON.stringify([rows, await eventsOf(team.workspaceId)])).not.toContain(token);
});

test("the link sets the password once, ends every session, and both steps stand in the history", async () => {
  await signIn(visitor, { email, password });
  const { token } = await makeLink();
  await resetPassword({ token, password: newPassword });
  expect(await database().session.count({ where: { userId: team.analyst.userId } })).toBe(0);
  await expect(signIn(visitor, { email, password })).rejects.toMatchObject({ code: "invalid" });
  await signIn(visitor, { email, password: newPassword });
  await expect(resetPassword({ token, password })).rejects.toMatchObject(badLink);
  const [made, changed] = (await eventsOf(team.workspaceId)).slice(-2);
  expect(made).toMatchObject({ type: "member.reset_link_made", memberId: team.admin.memberId });
  expect(changed).toMatchObject({ type: "member.password_changed", memberId: team.analyst.memberId });
});

test("used twice at once, the link works once", async () => {
  const { token } = await makeLink();
  const tries = [newPassword, `${newPassword} too`].map((chosen) => resetPassword({ token, password: chosen }));
  const outcomes = await Promise.allSettled(tries);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("somebody who tried too often can sign in after a reset", async () => {
  for (let tries = 0; tries < 11; tries++) await signIn(visitor, { email, password: "forgotten" }).catch(() => {});
  const { token } = await makeLink();
  await resetPassword({ token, password: newPassword });
  await signIn(visitor, { email, password: newPassword });
});

test("a newer link takes the place of an older one", async () => {
  const older = await makeLink();
  const newer = await makeLink();
  await expect(findPasswordReset(older.token)).rejects.toMatchObject(badLink);
  expect(await findPasswordReset(newer.token)).toMatchObject({ email });
});

test("the link lapses after a day", async () => {
  const { token, expiresAt } = await makeLink();
  expect((expiresAt.getTime() - Date.now()) / 3_600_000).toBeCloseTo(24, 1);
  await database().passwordReset.updateMany({ data: { expiresAt: new Date() } });
  await expect(resetPassword({ token, password: newPassword })).rejects.toMatchObject(badLink);
});

test("the link of somebody who was removed stops working", async () => {
  const { token } = await makeLink();
  await removeMember(team.admin, { memberId: team.analyst.memberId });
  await expect(findPasswordReset(token)).rejects.toMatchObject(badLink);
});

test("an admin cannot take over the account of somebody who belongs to another workspace too", async () => {
  const other = await makeTeam();
  const user = await database().user.findUniqueOrThrow({ where: { id: team.analyst.userId } });
  await inTransaction((tx) => admitMember(tx, user, { workspaceId: other.workspaceId, role: "ADMIN" }));
  await expect(makeLink()).rejects.toMatchObject({ code: "forbidden", detail: { reason: "member_elsewhere" } });
});
