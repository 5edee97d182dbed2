// Passwords and sessions by hand where better-auth's own routes would not share our transaction.
import { hashPassword, verifyPassword } from "better-auth/crypto";
import { invalidField } from "@/domain/refusal";
import { database, type Transaction } from "../database";
import { countAttempt, forgetAttempts } from "./attempts";
import { refuseEasyPassword } from "./easy-passwords";

const credential = (userId: string) => ({ userId, providerId: "credential" });

/** Whether this is the person's password. */
export async function passwordMatches(userId: string, password: string): Promise<boolean> {
  const account = await database().account.findFirst({ where: credential(userId), select: { password: true } });
  return account?.password ? verifyPassword({ hash: account.password, password }) : false;
}

/**
 * Makes sure that whoever sits at a person's session knows the password too; says whose it is.
 * Refuses: rate_limited, invalid (currentPassword).
 */
export async function confirmPassword(userId: string, password: string): Promise<{ name: string; email: string }> {
  const user = await database().user.findUniqueOrThrow({ where: { id: userId }, select: { name: true, email: true } });
  await countAttempt(user.email, null);
  if (!(await passwordMatches(userId, password))) throw invalidField("currentPassword", "wrong_password");
  await forgetAttempts(user.email);
  return user;
}

/** Gives the person a new password. Refuses: invalid (password). */
export async function setPassword(tx: Transaction, userId: string, password: string): Promise<void> {
  const person = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true, email: true } });
  await refuseEasyPassword(password, person);
  await tx.account.updateMany({ where: credential(userId), data: { password: await hashPassword(password) } });
}

/** Ends the person's sessions but the one named; null ends them all. Returns how many ended. */
export async function endSessionsOf(tx: Transaction, userId: string, exceptId: string | null): Promise<number> {
  const ended = await tx.session.deleteMany({ where: { userId, ...(exceptId && { id: { not: exceptId } }) } });
  return ended.count;
}
