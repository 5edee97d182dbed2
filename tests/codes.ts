// Codes after the password, as an authenticator app and a browser would have them.
import { base32 } from "@better-auth/utils/base32";
import { createOTP } from "@better-auth/utils/otp";
import { makeSignature } from "better-auth/crypto";
import { secret } from "@/env";
import type { MemberActor } from "@/server/auth/actor";
import type { Visitor } from "@/server/auth/visitor";
import { database } from "@/server/database";
import { confirmTwoFactor, startTwoFactor } from "@/server/two-factor";
import { password } from "./cast";

/** What the app shows for the key that somebody typed into it; `steps` half-minutes from now. */
export function codeOf(key: string, steps = 0): Promise<string> {
  const text = new TextDecoder().decode(base32.decode(key));
  return createOTP(text).hotp(Math.floor(Date.now() / 30_000) + steps);
}

/** Turns codes on for somebody. The code of the half-minute before is used up on it, so that the present one is left. */
export async function withTwoFactor(actor: MemberActor): Promise<{ key: string; backupCodes: string[] }> {
  const { key } = await startTwoFactor(actor, { currentPassword: password });
  const { backupCodes } = await confirmTwoFactor(actor, { code: await codeOf(key, -1) });
  return { key, backupCodes };
}

/** A browser in which this person's right password waits for a code: with the cookie that better-auth has set there. */
export async function waitingBrowser({ userId }: MemberActor): Promise<Visitor> {
  const { identifier } = await database().verification.findFirstOrThrow({
    where: { value: userId, identifier: { startsWith: "2fa-" } },
    orderBy: { createdAt: "desc" },
  });
  const value = `${identifier}.${await makeSignature(identifier, secret())}`;
  return { address: null, headers: new Headers({ cookie: `better-auth.two_factor=${encodeURIComponent(value)}` }) };
}
