// Passkeys: keys on a person's devices that sign them in (WebAuthn Level 3). @simplewebauthn/server checks the answers.
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { decodeClientDataJSON } from "@simplewebauthn/server/helpers";
import { type AddPasskeyInput, mostPasskeys, type PasskeyAnswer, passkeyTimeMinutes } from "@/domain/passkey";
import { Refusal } from "@/domain/refusal";
import { env } from "@/env";
import { recordAccountEvent } from "./account-mail";
import type { MemberActor } from "./auth/actor";
import { confirmPassword } from "./auth/passwords";
import { database, inTransaction, type Transaction } from "./database";

/** Where passkeys are good: the host and the origin of BASE_URL. Null where browsers have none: at a bare address, and without https. */
export function passkeySite(): { rpID: string; origin: string } | null {
  const { hostname, origin, protocol } = new URL(env().BASE_URL);
  const isName = /[a-z]$/.test(hostname);
  return isName && (protocol === "https:" || hostname === "localhost") ? { rpID: hostname, origin } : null;
}

/** The actor's own passkeys, the latest first. */
export async function listPasskeys(actor: MemberActor) {
  return database().passkey.findMany({
    where: { userId: actor.userId },
    select: { id: true, name: true, createdAt: true, lastUsedAt: true },
    orderBy: { createdAt: "desc" },
  });
}
export type PasskeyView = Awaited<ReturnType<typeof listPasskeys>>[number];

/**
 * What a browser needs to make a passkey for the actor.
 * Refuses: rate_limited, invalid (currentPassword; reason no_passkeys_here or too_many_passkeys).
 */
export async function startPasskey(actor: MemberActor, input: { currentPassword: string }) {
  const { email, name } = await confirmPassword(actor.userId, input.currentPassword);
  const { rpID } = siteOrRefuse();
  const there = await database().passkey.findMany({
    where: { userId: actor.userId },
    select: { credentialId: true },
  });
  if (there.length >= mostPasskeys) throw new Refusal("invalid", { reason: "too_many_passkeys" });
  const options = await generateRegistrationOptions({
    rpName: "Iltizam",
    rpID,
    userID: new TextEncoder().encode(actor.userId),
    userName: email,
    userDisplayName: name,
    timeout: passkeyTimeMinutes * 60_000,
    excludeCredentials: there.map(({ credentialId }) => ({ id: credentialId })),
    // The device keeps whose key it is, and asks who is there: with a face, a finger or a PIN.
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  await keepChallenge(`passkey-for-${actor.userId}`, options.challenge);
  return options;
}

/** Keeps the passkey that a browser has made. Refuses: invalid (name; reason wrong_passkey). */
export async function addPasskey(actor: MemberActor, { name, answer }: AddPasskeyInput): Promise<{ name: string }> {
  const challenge = challengeOf(answer);
  const wasAsked = await takeChallenge(`passkey-for-${actor.userId}`, challenge);
  const made = await checked(async ({ rpID, origin }) =>
    verifyRegistrationResponse({
      response: answer as never,
      expectedChallenge: () => wasAsked,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
    }),
  );
  if (!made?.verified) throw new Refusal("invalid", { reason: "wrong_passkey" });
  const { credential } = made.registrationInfo;
  await inTransaction(async (tx) => {
    const { count } = await tx.passkey.createMany({
      data: {
        userId: actor.userId,
        name,
        credentialId: credential.id,
        publicKey: credential.publicKey,
        counter: credential.counter,
        transports: credential.transports ?? [],
      },
      skipDuplicates: true,
    });
    if (count === 0) throw new Refusal("invalid", { reason: "wrong_passkey" });
    await recordPasskey(tx, actor, "member.passkey_added", name);
  });
  return { name };
}

/** Refuses: not_found. */
export function removePasskey(actor: MemberActor, { passkeyId }: { passkeyId: string }): Promise<void> {
  return inTransaction(async (tx) => {
    const there = await tx.passkey.findFirst({
      where: { id: passkeyId, userId: actor.userId },
      select: { name: true },
    });
    if (!there) throw new Refusal("not_found");
    await tx.passkey.delete({ where: { id: passkeyId } });
    await recordPasskey(tx, actor, "member.passkey_removed", there.name);
  });
}

/** What a browser needs to ask for a passkey; whose, the device says. Refuses: invalid (reason no_passkeys_here). */
export async function askForPasskey() {
  const options = await generateAuthenticationOptions({
    rpID: siteOrRefuse().rpID,
    timeout: passkeyTimeMinutes * 60_000,
    userVerification: "required",
  });
  await keepChallenge(`passkey-${options.challenge}`, options.challenge);
  return options;
}

/** The passkey that an answer says it is from; null when nobody has it. */
export function findPasskey(answer: PasskeyAnswer) {
  return database().passkey.findUnique({ where: { credentialId: answer.id } });
}
type Passkey = NonNullable<Awaited<ReturnType<typeof findPasskey>>>;

/** Whether the answer proves that the passkey was there, and its person with it; each question can be answered once. */
export async function checkPasskey(passkey: Passkey, answer: PasskeyAnswer): Promise<boolean> {
  const challenge = challengeOf(answer);
  const wasAsked = await takeChallenge(`passkey-${challenge}`, challenge);
  const used = await checked(async ({ rpID, origin }) =>
    verifyAuthenticationResponse({
      response: answer as never,
      expectedChallenge: () => wasAsked,
      expectedOrigin: origin,
      expectedRPID: rpID,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: Number(passkey.counter),
      },
      requireUserVerification: true,
    }),
  );
  if (!used?.verified) return false;
  const counter = used.authenticationInfo.newCounter;
  await database().passkey.update({ where: { id: passkey.id }, data: { counter, lastUsedAt: new Date() } });
  return true;
}

async function recordPasskey(
  tx: Transaction,
  actor: MemberActor,
  type: "member.passkey_added" | "member.passkey_removed",
  passkey: string,
): Promise<void> {
  const { name } = await tx.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { name: true } });
  await recordAccountEvent(tx, actor, { type, data: { name, passkey }, memberId: actor.memberId });
}

function siteOrRefuse() {
  const site = passkeySite();
  if (!site) throw new Refusal("invalid", { reason: "no_passkeys_here" });
  return site;
}

/** The question that an answer says it answers; empty where it says none. */
function challengeOf({ response }: PasskeyAnswer): string {
  try {
    return String(decodeClientDataJSON(response.clientDataJSON).challenge ?? "").replaceAll("\0", "");
  } catch {
    return "";
  }
}

/** Null for an answer that the library throws at; nothing else may be asked in here, lest its failure be taken for one. */
async function checked<Result>(check: (site: { rpID: string; origin: string }) => Promise<Result>) {
  return check(siteOrRefuse()).catch(() => null);
}

async function keepChallenge(identifier: string, value: string): Promise<void> {
  const expiresAt = new Date(Date.now() + passkeyTimeMinutes * 60_000);
  await database().verification.deleteMany({ where: { identifier } });
  await database().verification.create({ data: { identifier, value, expiresAt } });
}

/** Whether this was asked and not answered yet. */
async function takeChallenge(identifier: string, value: string): Promise<boolean> {
  const now = new Date();
  const { count } = await database().verification.deleteMany({ where: { identifier, value, expiresAt: { gt: now } } });
  return count > 0;
}
