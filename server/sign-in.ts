// Signing in: by a password, by a code after it where somebody wants that, or by a passkey.
import { isAPIError } from "better-auth/api";
import { parseCookies } from "better-auth/cookies";
import type { PasskeyAnswer } from "@/domain/passkey";
import type { SignInInput } from "@/domain/person";
import { invalidField, Refusal } from "@/domain/refusal";
import type { SignInOutcome } from "@/domain/sign-in";
import { countAttempt, countBadToken, forgetAttempts, isFreshCode } from "./auth/attempts";
import { auth } from "./auth/better-auth";
import type { Visitor } from "./auth/visitor";
import { database } from "./database";
import { checkPasskey, findPasskey } from "./passkeys";
import { recordSignIn } from "./sign-ins";
import { areCodesReadable } from "./two-factor";

type Opened = { token?: string; user: { id: string } };

/**
 * Opens a session and sets its cookie. For one who wants a code after the password there is no session yet: the cookie
 * is that of a sign-in that waits. An unknown address and a wrong password get the same answer.
 * Refuses: rate_limited, invalid (reason wrong_credentials), forbidden (reason no_workspace) for one who was removed.
 */
export async function signIn(visitor: Visitor, input: SignInInput): Promise<{ asksForCode: boolean }> {
  const user = await database().user.findUnique({ where: { email: input.email }, select: { id: true } });
  const outcome = await recorded(visitor, user?.id ?? null, "WRONG_PASSWORD", async () => {
    await countAttempt(input.email, visitor.address);
    const opened = await openByPassword(visitor, input);
    await forgetAttempts(input.email);
    if (!opened) return "CODE_ASKED";
    await admit(opened);
    return "DONE";
  });
  return { asksForCode: outcome === "CODE_ASKED" };
}

/** Whether a right password waits for a code in this browser. */
export async function isCodeAwaited(visitor: Visitor): Promise<boolean> {
  return (await findWaiting(visitor)) !== null;
}

/**
 * Ends a sign-in that waits for a code: with one of the authenticator app, or with a backup code, which is used up.
 * Refuses: invalid (code), or with reason sign_in_again when nothing waits or too many were wrong, or codes_unreadable;
 * rate_limited when too many in a row were wrong; forbidden (reason no_workspace).
 */
export async function signInWithCode(visitor: Visitor, { code }: { code: string }): Promise<void> {
  const waiting = await findWaiting(visitor);
  if (!waiting) throw new Refusal("invalid", { reason: "sign_in_again" });
  const headers = sessionHeaders(visitor);
  // Nothing but this one: beside a session, better-auth would hold the code against whose session it is.
  headers.set("cookie", waiting.cookie);
  const given = { body: { code }, headers };
  if (!(await areCodesReadable(waiting.userId))) throw new Refusal("invalid", { reason: "codes_unreadable" });
  await recorded(visitor, waiting.userId, "WRONG_CODE", async () => {
    if (!/^\d{6}$/.test(code)) {
      await admit(await orWrongCode(auth().api.verifyBackupCode(given)));
      return "DONE_WITH_BACKUP_CODE";
    }
    const opened = await orWrongCode(auth().api.verifyTOTP(given));
    if (!(await isFreshCode(waiting.userId, code))) {
      await end(opened);
      throw invalidField("code", "wrong_code");
    }
    await admit(opened);
    return "DONE_WITH_CODE";
  });
}

/**
 * Opens a session for whoever holds a passkey; a code is not asked for, as the device has asked who it is.
 * Refuses: invalid (reason wrong_passkey), rate_limited, forbidden (reason no_workspace).
 */
export async function signInWithPasskey(visitor: Visitor, input: { answer: PasskeyAnswer }): Promise<void> {
  const passkey = await findPasskey(input.answer);
  await recorded(visitor, passkey?.userId ?? null, "WRONG_PASSKEY", async () => {
    if (!passkey || !(await checkPasskey(passkey, input.answer))) {
      await countBadToken(visitor.address);
      throw new Refusal("invalid", { reason: "wrong_passkey" });
    }
    const given = { body: { userId: passkey.userId }, headers: sessionHeaders(visitor) };
    await admit(await auth().api.openSession(given));
    return "DONE_WITH_PASSKEY";
  });
}

/** Keeps what came of a try; `wrong` is what a refusal means that says nothing else. */
async function recorded(
  visitor: Visitor,
  userId: string | null,
  wrong: SignInOutcome,
  attempt: () => Promise<SignInOutcome>,
): Promise<SignInOutcome> {
  try {
    const outcome = await attempt();
    await recordSignIn(visitor, userId, outcome);
    return outcome;
  } catch (error) {
    if (error instanceof Refusal) await recordSignIn(visitor, userId, outcomeOf(error) ?? wrong);
    throw error;
  }
}

function outcomeOf({ code }: Refusal): SignInOutcome | null {
  if (code === "rate_limited") return "RATE_LIMITED";
  return code === "forbidden" ? "NO_WORKSPACE" : null;
}

/** Null when the password is right and a code has to follow. */
async function openByPassword(visitor: Visitor, input: SignInInput): Promise<Opened | null> {
  try {
    const opened = await auth().api.signInEmail({ body: { ...input }, headers: sessionHeaders(visitor) });
    return "twoFactorRedirect" in opened ? null : opened;
  } catch (error) {
    if (isAPIError(error) && error.status === "UNAUTHORIZED")
      throw new Refusal("invalid", { reason: "wrong_credentials" });
    throw error;
  }
}

/** Lets nobody in who was removed. */
async function admit(opened: Opened): Promise<void> {
  if ((await database().member.count({ where: { userId: opened.user.id, removedAt: null } })) > 0) return;
  await end(opened);
  throw new Refusal("forbidden", { reason: "no_workspace" });
}

async function end({ token }: Opened): Promise<void> {
  if (token) await database().session.deleteMany({ where: { token } });
}

/** Whose sign-in waits in this browser, with its cookie. */
async function findWaiting(visitor: Visitor): Promise<{ userId: string; cookie: string } | null> {
  const { name } = (await auth().$context).createAuthCookie("two_factor");
  const value = parseCookies(visitor.headers.get("cookie") ?? "").get(name);
  // What stands before the signature cannot be guessed; better-auth checks the signature before it lets anybody in.
  const identifier = value?.split(".")[0];
  if (!value || !identifier) return null;
  const waiting = await database().verification.findFirst({ where: { identifier, expiresAt: { gt: new Date() } } });
  return waiting && { userId: waiting.value, cookie: `${name}=${encodeURIComponent(value)}` };
}

async function orWrongCode(verified: Promise<Opened>): Promise<Opened> {
  try {
    return await verified;
  } catch (error) {
    if (!isAPIError(error)) throw error;
    const code = error.body?.code;
    if (code === "INVALID_CODE" || code === "INVALID_BACKUP_CODE") throw invalidField("code", "wrong_code");
    if (code === "ACCOUNT_TEMPORARILY_LOCKED") throw new Refusal("rate_limited", { retryAfterSeconds: 900 });
    if (error.status === "UNAUTHORIZED" || error.status === "BAD_REQUEST")
      throw new Refusal("invalid", { reason: "sign_in_again" });
    throw error;
  }
}

/** better-auth would believe any x-forwarded-for; it gets the address that our own proxy vouched for, or none. */
function sessionHeaders(visitor: Visitor): Headers {
  const headers = new Headers({ "user-agent": visitor.headers.get("user-agent") ?? "" });
  if (visitor.address) headers.set("x-forwarded-for", visitor.address);
  return headers;
}
