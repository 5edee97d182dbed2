// Codes after the password are turned on with the app’s first code, and off with the password, or by an admin.
import { beforeEach, describe, expect, test } from "vitest";
import { type MemberActor, systemActor } from "@/server/auth/actor";
import { database } from "@/server/database";
import { listMembers } from "@/server/members";
import {
  confirmTwoFactor,
  dropTwoFactor,
  dropTwoFactorOf,
  getTwoFactor,
  makeBackupCodes,
  startTwoFactor,
  stopTwoFactor,
} from "@/server/two-factor";
import { addMember, emailOf, eventsOf, makeTeam, password, type Team } from "../cast";
import { codeOf, withTwoFactor } from "../codes";

let team: Team;
let analyst: MemberActor;
beforeEach(async () => {
  team = await makeTeam();
  analyst = team.analyst;
});

const latestEvent = async () => (await eventsOf(team.workspaceId)).at(-1);
const right = { currentPassword: password };
const wrongPassword = { code: "invalid", detail: { fields: { currentPassword: "wrong_password" } } };

describe("turning it on", () => {
  test("gives a picture and a key to type, and asks for nothing until the app’s first code was right", async () => {
    const { picture, key } = await startTwoFactor(analyst, right);
    expect(picture).toMatch(/^<svg/);
    expect(key).toMatch(/^[A-Z2-7]{32,}$/);
    expect(await getTwoFactor(analyst)).toEqual({ isOn: false, backupCodesLeft: 0 });
    await expect(confirmTwoFactor(analyst, { code: "000000" })).rejects.toMatchObject({
      code: "invalid",
      detail: { fields: { code: "wrong_code" } },
    });
    const { backupCodes } = await confirmTwoFactor(analyst, { code: await codeOf(key) });
    expect(new Set(backupCodes).size).toBe(10);
    expect(await getTwoFactor(analyst)).toEqual({ isOn: true, backupCodesLeft: 10 });
    expect(await latestEvent()).toMatchObject({ type: "member.two_factor_started", memberId: analyst.memberId });
  });

  test("ends the person’s other sessions", async () => {
    const expiresAt = new Date(Date.now() + 60_000);
    const other = await database().session.create({
      data: { userId: analyst.userId, token: analyst.memberId, expiresAt },
    });
    await withTwoFactor(analyst);
    expect(await database().session.count({ where: { id: other.id } })).toBe(0);
  });

  test("needs the password, and is refused once it is on", async () => {
    await expect(startTwoFactor(analyst, { currentPassword: "not it" })).rejects.toMatchObject(wrongPassword);
    await withTwoFactor(analyst);
    await expect(startTwoFactor(analyst, right)).rejects.toMatchObject({ code: "conflict" });
    await expect(confirmTwoFactor(analyst, { code: "123456" })).rejects.toMatchObject({ code: "conflict" });
  });

  test("begun twice, the app’s latest key counts", async () => {
    const first = await startTwoFactor(analyst, right);
    const second = await startTwoFactor(analyst, right);
    await expect(confirmTwoFactor(analyst, { code: await codeOf(first.key) })).rejects.toMatchObject({
      code: "invalid",
    });
    await confirmTwoFactor(analyst, { code: await codeOf(second.key) });
  });

  test("keeps neither the secret nor the backup codes in clear", async () => {
    const { key, backupCodes } = await withTwoFactor(analyst);
    const kept = JSON.stringify(await database().twoFactor.findUnique({ where: { userId: analyst.userId } }));
    for (const word of [key, Buffer.from(key).toString("hex"), ...backupCodes]) expect(kept).not.toContain(word);
  });
});

describe("backup codes", () => {
  test("new ones take the place of those before", async () => {
    const { backupCodes } = await withTwoFactor(analyst);
    const made = await makeBackupCodes(analyst, right);
    expect(made.backupCodes).toHaveLength(10);
    expect(made.backupCodes.filter((code) => backupCodes.includes(code))).toEqual([]);
    expect(await latestEvent()).toMatchObject({ type: "member.backup_codes_made" });
  });

  test("are refused where no codes are asked for, and without the password", async () => {
    await expect(makeBackupCodes(analyst, right)).rejects.toMatchObject({ code: "not_found" });
    await expect(makeBackupCodes(analyst, { currentPassword: "not it" })).rejects.toMatchObject(wrongPassword);
  });
});

describe("turning it off", () => {
  test("takes the password, and leaves nothing behind", async () => {
    await withTwoFactor(analyst);
    await expect(stopTwoFactor(analyst, { currentPassword: "not it" })).rejects.toMatchObject(wrongPassword);
    await stopTwoFactor(analyst, right);
    expect(await getTwoFactor(analyst)).toEqual({ isOn: false, backupCodesLeft: 0 });
    expect(await database().twoFactor.count({ where: { userId: analyst.userId } })).toBe(0);
    expect(await latestEvent()).toMatchObject({ type: "member.two_factor_stopped" });
  });

  test("an admin does it for a member who lost what makes the codes, and sees who has it", async () => {
    await withTwoFactor(analyst);
    const hasIt = async (actor: MemberActor) =>
      (await listMembers(actor)).find(({ memberId }) => memberId === analyst.memberId)?.hasTwoFactor;
    expect([await hasIt(team.admin), await hasIt(team.editor)]).toEqual([true, false]);
    await dropTwoFactor(team.admin, { memberId: analyst.memberId });
    expect(await getTwoFactor(analyst)).toMatchObject({ isOn: false });
    expect(await latestEvent()).toMatchObject({ type: "member.two_factor_dropped", memberId: team.admin.memberId });
    await expect(dropTwoFactor(team.admin, { memberId: analyst.memberId })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("whoever runs the installation does it by the address, for the only admin too", async () => {
    await withTwoFactor(team.admin);
    const operator = systemActor(team.workspaceId, "JOB");
    const email = await emailOf(team.admin);
    await dropTwoFactorOf(operator, email.toUpperCase());
    expect(await getTwoFactor(team.admin)).toMatchObject({ isOn: false });
    expect(await latestEvent()).toMatchObject({ type: "member.two_factor_dropped", memberId: null });
    await expect(dropTwoFactorOf(operator, email)).rejects.toMatchObject({ code: "not_found" });
    await expect(dropTwoFactorOf(operator, "nobody@example.org")).rejects.toMatchObject({ code: "not_found" });
  });

  test("an admin may not do it to somebody who belongs to another workspace too", async () => {
    await withTwoFactor(analyst);
    const elsewhere = await makeTeam();
    const { userId } = analyst;
    await database().member.create({ data: { workspaceId: elsewhere.workspaceId, userId, role: "READER" } });
    await expect(dropTwoFactor(team.admin, { memberId: analyst.memberId })).rejects.toMatchObject({
      code: "forbidden",
      detail: { reason: "member_elsewhere" },
    });
  });

  test("nobody’s is touched by another’s", async () => {
    const colleague = await addMember(team.workspaceId, "ANALYST", "Colleague");
    await withTwoFactor(colleague);
    await expect(stopTwoFactor(analyst, right)).rejects.toMatchObject({ code: "not_found" });
    expect(await getTwoFactor(colleague)).toMatchObject({ isOn: true });
  });
});
