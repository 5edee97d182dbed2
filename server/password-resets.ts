// Links by which a member who forgot the password chooses a new one, once.
import type { ResetPasswordInput } from "@/domain/person";
import { Refusal } from "@/domain/refusal";
import { recordAccountEvent } from "./account-mail";
import { type Actor, authorize } from "./auth/actor";
import { forgetAttempts } from "./auth/attempts";
import { actorsOf } from "./auth/memberships";
import { endSessionsOf, setPassword } from "./auth/passwords";
import { hashToken, newToken } from "./auth/tokens";
import { inTransaction, type Transaction } from "./database";
import { lockMember, refuseForeignAccount } from "./members";

const validHours = 24;

/**
 * Makes a link for a member, shown this once; earlier links of theirs stop working.
 * Refuses: not_found, forbidden (reason member_elsewhere for one who belongs to another workspace too).
 */
export function makeResetLink(actor: Actor, input: { memberId: string }) {
  return inTransaction(async (tx) => {
    authorize(actor, "member:reset-password");
    const member = await lockMember(tx, actor, input.memberId);
    await refuseForeignAccount(tx, member);
    const { token, tokenHash } = newToken();
    const expiresAt = new Date(Date.now() + validHours * 3_600_000);
    await tx.passwordReset.deleteMany({ where: { userId: member.userId, usedAt: null } });
    await tx.passwordReset.create({ data: { userId: member.userId, tokenHash, expiresAt } });
    await recordAccountEvent(tx, actor, {
      type: "member.reset_link_made",
      data: { name: member.user.name },
      memberId: member.id,
    });
    return { token, path: `/password-reset/${token}`, expiresAt };
  });
}

/** Whose password the link resets. Refuses: forbidden (reason bad_link) when it is unknown, used or expired. */
export async function findPasswordReset(token: string): Promise<{ name: string; email: string }> {
  const { user } = await inTransaction((tx) => takeReset(tx, token));
  return { name: user.name, email: user.email };
}

/** Sets the new password and ends all sessions of the person. Refuses: forbidden (reason bad_link), invalid (password). */
export async function resetPassword(input: ResetPasswordInput): Promise<{ email: string }> {
  const email = await inTransaction(async (tx) => {
    const { id, user, actors } = await takeReset(tx, input.token);
    await setPassword(tx, user.id, input.password);
    await endSessionsOf(tx, user.id, null);
    await tx.passwordReset.update({ where: { id }, data: { usedAt: new Date() } });
    for (const actor of actors) {
      await recordAccountEvent(tx, actor, {
        type: "member.password_changed",
        data: { name: user.name },
        memberId: actor.memberId,
      });
    }
    return user.email;
  });
  await forgetAttempts(email);
  return { email };
}

/** An open link with its row locked, so that it works once. A person removed meanwhile has no use for it. */
async function takeReset(tx: Transaction, token: string) {
  const tokenHash = hashToken(token);
  await tx.$queryRaw`SELECT 1 FROM "PasswordReset" WHERE "tokenHash" = ${tokenHash} FOR UPDATE`;
  const reset = await tx.passwordReset.findFirst({
    where: { tokenHash, usedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true, user: { select: { id: true, name: true, email: true } } },
  });
  const actors = reset ? await actorsOf(tx, reset.user.id) : [];
  if (!reset || actors.length === 0) throw new Refusal("forbidden", { reason: "bad_link" });
  return { ...reset, actors };
}
