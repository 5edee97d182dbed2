// Signing in, the password, and the sessions that a person has open.
import { isAPIError } from "better-auth/api";
import type { ChangePasswordInput, SignInInput } from "@/domain/person";
import { invalidField, Refusal } from "@/domain/refusal";
import type { SignInOutcome } from "@/domain/sign-in";
import { recordEvent } from "./audit";
import type { MemberActor } from "./auth/actor";
import { countAttempt, forgetAttempts } from "./auth/attempts";
import { auth } from "./auth/better-auth";
import { endSessionsOf, passwordMatches, setPassword } from "./auth/passwords";
import type { Visitor } from "./auth/visitor";
import { database, inTransaction } from "./database";
import { recordSignIn } from "./sign-ins";

/**
 * Opens a session and sets its cookie. An unknown address and a wrong password get the same answer.
 * Refuses: rate_limited, invalid (reason wrong_credentials), forbidden (reason no_workspace) for one who was removed.
 */
export async function signIn(visitor: Visitor, input: SignInInput): Promise<void> {
  try {
    await enter(visitor, input);
  } catch (error) {
    const outcome = outcomeOf(error);
    if (outcome) await recordSignIn(visitor, input.email, outcome);
    throw error;
  }
  await recordSignIn(visitor, input.email, "DONE");
}

async function enter(visitor: Visitor, input: SignInInput): Promise<void> {
  await countAttempt(input.email, visitor.address);
  const { token, user } = await openSession(visitor, input);
  await forgetAttempts(input.email);
  if ((await database().member.count({ where: { userId: user.id, removedAt: null } })) > 0) return;
  await database().session.deleteMany({ where: { token } });
  throw new Refusal("forbidden", { reason: "no_workspace" });
}

/** What became of a try; null where it says nothing of the visitor. */
function outcomeOf(error: unknown): SignInOutcome | null {
  if (!(error instanceof Refusal)) return null;
  if (error.code === "rate_limited") return "RATE_LIMITED";
  if (error.code === "forbidden") return "NO_WORKSPACE";
  return "WRONG_PASSWORD";
}

/** Changes the password and ends the person's other sessions. Refuses: rate_limited, invalid (currentPassword, password). */
export async function changePassword(actor: MemberActor, input: ChangePasswordInput): Promise<void> {
  const user = await database().user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: { name: true, email: true },
  });
  await countAttempt(user.email, null);
  if (!(await passwordMatches(actor.userId, input.currentPassword)))
    throw invalidField("currentPassword", "wrong_password");
  await forgetAttempts(user.email);
  await inTransaction(async (tx) => {
    await setPassword(tx, actor.userId, input.password);
    await endSessionsOf(tx, actor.userId, actor.sessionId);
    await recordEvent(tx, actor, {
      type: "member.password_changed",
      data: { name: user.name },
      subjectId: actor.memberId,
    });
  });
}

/** The person's own open sessions: this one, then the latest used first. */
export async function listSessions(actor: MemberActor) {
  const rows = await database().session.findMany({
    where: { userId: actor.userId, expiresAt: { gt: new Date() } },
    orderBy: { updatedAt: "desc" },
  });
  const views = rows.map((row) => ({
    sessionId: row.id,
    userAgent: row.userAgent || null,
    address: row.ipAddress || null,
    startedAt: row.createdAt,
    lastUsedAt: row.updatedAt,
    isCurrent: row.id === actor.sessionId,
  }));
  return views.sort((one, other) => Number(other.isCurrent) - Number(one.isCurrent));
}
export type SessionView = Awaited<ReturnType<typeof listSessions>>[number];

/** Ends one of the person's own sessions. Refuses: not_found. */
export async function endSession(actor: MemberActor, input: { sessionId: string }): Promise<void> {
  const ended = await database().session.deleteMany({ where: { id: input.sessionId, userId: actor.userId } });
  if (ended.count === 0) throw new Refusal("not_found");
}

/** Ends all of the person's sessions but this one, and says how many there were. */
export function endOtherSessions(actor: MemberActor): Promise<{ ended: number }> {
  return inTransaction(async (tx) => ({ ended: await endSessionsOf(tx, actor.userId, actor.sessionId) }));
}

async function openSession(visitor: Visitor, input: SignInInput) {
  try {
    return await auth().api.signInEmail({ body: { ...input }, headers: sessionHeaders(visitor) });
  } catch (error) {
    if (isAPIError(error) && error.status === "UNAUTHORIZED")
      throw new Refusal("invalid", { reason: "wrong_credentials" });
    throw error;
  }
}

/** better-auth would believe any x-forwarded-for; it gets the address that our own proxy vouched for, or none. */
function sessionHeaders(visitor: Visitor): Headers {
  const headers = new Headers({ "user-agent": visitor.headers.get("user-agent") ?? "" });
  if (visitor.address) headers.set("x-forwarded-for", visitor.address);
  return headers;
}
