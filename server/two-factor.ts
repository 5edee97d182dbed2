// Codes after the password: an authenticator app and we share a secret (RFC 6238), and backup codes stand in for it.
// Turned on and off here, by hand, so that it shares our transaction; better-auth asks for them when somebody signs in.
import { randomInt } from "node:crypto";
import { createOTP } from "@better-auth/utils/otp";
import { generateRandomString, symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { renderSVG } from "uqr";
import { invalidField, Refusal } from "@/domain/refusal";
import { backupCodeCount } from "@/domain/two-factor";
import { recordAccountEvent } from "./account-mail";
import { type Actor, authorize, type MemberActor } from "./auth/actor";
import { isFreshCode } from "./auth/attempts";
import { auth } from "./auth/better-auth";
import { confirmPassword, endSessionsOf } from "./auth/passwords";
import { database, inTransaction, type Transaction } from "./database";
import { lockMember, recordOwn, refuseForeignAccount } from "./members";

/** Whether the actor is asked for codes, and how many backup codes are left. */
export async function getTwoFactor(actor: MemberActor): Promise<{ isOn: boolean; backupCodesLeft: number }> {
  const found = await database().twoFactor.findUnique({ where: { userId: actor.userId } });
  if (!found?.verified) return { isOn: false, backupCodesLeft: 0 };
  const backupCodes = await decrypted(found.backupCodes).catch(() => "[]");
  return { isOn: true, backupCodesLeft: (JSON.parse(backupCodes) as string[]).length };
}

/** Whether the person's codes can be checked: they cannot once another ILTIZAM_SECRET took the place of the one that hides them. */
export async function areCodesReadable(userId: string): Promise<boolean> {
  const found = await database().twoFactor.findUnique({ where: { userId } });
  return (
    found === null ||
    decrypted(found.secret).then(
      () => true,
      () => false,
    )
  );
}

/**
 * Gives the secret to put into an authenticator app: as a picture of its address (SVG), and to type (base 32).
 * Nothing is asked for until the app's first code was right.
 * Refuses: rate_limited, invalid (currentPassword), conflict when it is on already.
 */
export async function startTwoFactor(actor: MemberActor, input: { currentPassword: string }) {
  const { email } = await confirmPassword(actor.userId, input.currentPassword);
  const secret = generateRandomString(32);
  const row = { secret: await encrypted(secret), backupCodes: await encrypted("[]"), verified: false };
  await inTransaction(async (tx) => {
    if ((await lockTwoFactor(tx, actor.userId))?.verified) throw new Refusal("conflict");
    await tx.twoFactor.upsert({
      where: { userId: actor.userId },
      create: { userId: actor.userId, ...row },
      update: row,
    });
  });
  const address = createOTP(secret).url("Iltizam", email);
  return { picture: renderSVG(address, { border: 2 }), key: new URL(address).searchParams.get("secret") ?? "" };
}

/**
 * From here on codes are asked for; other sessions end. Gives the backup codes, this once.
 * Refuses: invalid (code), conflict when there is no secret that waits for its first code.
 */
export async function confirmTwoFactor(actor: MemberActor, { code }: { code: string }) {
  const { codes, kept } = await newBackupCodes();
  await inTransaction(async (tx) => {
    const row = await lockTwoFactor(tx, actor.userId);
    if (!row || row.verified) throw new Refusal("conflict");
    const isRight = await createOTP(await decrypted(row.secret)).verify(code);
    if (!isRight || !(await isFreshCode(actor.userId, code))) throw invalidField("code", "wrong_code");
    await tx.twoFactor.update({ where: { id: row.id }, data: { verified: true, backupCodes: kept } });
    await tx.user.update({ where: { id: actor.userId }, data: { twoFactorEnabled: true } });
    await endSessionsOf(tx, actor.userId, actor.sessionId);
    await recordOwn(tx, actor, "member.two_factor_started");
  });
  return { backupCodes: codes };
}

/** Gives new backup codes, this once; the ones before are good no more. Refuses: rate_limited, invalid (currentPassword), not_found. */
export async function makeBackupCodes(actor: MemberActor, input: { currentPassword: string }) {
  await confirmPassword(actor.userId, input.currentPassword);
  const { codes, kept } = await newBackupCodes();
  await inTransaction(async (tx) => {
    const row = await lockTwoFactor(tx, actor.userId);
    if (!row?.verified) throw new Refusal("not_found");
    await tx.twoFactor.update({ where: { id: row.id }, data: { backupCodes: kept } });
    await recordOwn(tx, actor, "member.backup_codes_made");
  });
  return { backupCodes: codes };
}

/** From here on the password is enough. Refuses: rate_limited, invalid (currentPassword), not_found. */
export async function stopTwoFactor(actor: MemberActor, input: { currentPassword: string }): Promise<void> {
  await confirmPassword(actor.userId, input.currentPassword);
  await inTransaction(async (tx) => {
    await drop(tx, actor.userId);
    await recordOwn(tx, actor, "member.two_factor_stopped");
  });
}

/**
 * For a member whose authenticator app is lost, backup codes and all: from here on the password is enough.
 * Refuses: not_found, forbidden (reason member_elsewhere for one who belongs to another workspace too).
 */
export function dropTwoFactor(actor: Actor, input: { memberId: string }): Promise<void> {
  return inTransaction(async (tx) => {
    authorize(actor, "member:drop-two-factor");
    const member = await lockMember(tx, actor, input.memberId);
    await refuseForeignAccount(tx, member);
    await drop(tx, member.userId);
    const data = { name: member.user.name };
    await recordAccountEvent(tx, actor, { type: "member.two_factor_dropped", data, memberId: member.id });
  });
}

/**
 * The same from the terminal, for the only admin: whoever runs the installation can do anything anyway.
 * Refuses: not_found when nobody of the workspace has the address, or no codes are asked for.
 */
export async function dropTwoFactorOf(actor: Actor, email: string): Promise<void> {
  const member = await database().member.findFirst({
    where: { workspaceId: actor.workspaceId, removedAt: null, user: { email: email.toLowerCase() } },
    select: { id: true },
  });
  if (!member) throw new Refusal("not_found");
  await dropTwoFactor(actor, { memberId: member.id });
}

async function drop(tx: Transaction, userId: string): Promise<void> {
  const row = await lockTwoFactor(tx, userId);
  if (!row?.verified) throw new Refusal("not_found");
  await tx.twoFactor.delete({ where: { id: row.id } });
  await tx.user.update({ where: { id: userId }, data: { twoFactorEnabled: false } });
}

/** With the person's row locked, so that one thing at a time happens to it. */
async function lockTwoFactor(tx: Transaction, userId: string) {
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${userId} FOR UPDATE`;
  return tx.twoFactor.findUnique({ where: { userId } });
}

/** 49 bits each, without letters and digits that look alike; they are tried ten times at most before the account is locked. */
async function newBackupCodes() {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  const letter = () => letters.charAt(randomInt(letters.length));
  const codes = Array.from({ length: backupCodeCount }, () => Array.from({ length: 10 }, letter).join(""));
  return { codes, kept: await encrypted(JSON.stringify(codes)) };
}

/** As better-auth encrypts it, which reads it. */
const encrypted = async (data: string) => symmetricEncrypt({ key: (await auth().$context).secretConfig, data });
const decrypted = async (data: string) => symmetricDecrypt({ key: (await auth().$context).secretConfig, data });
