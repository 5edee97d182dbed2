// Tries to sign in, right and wrong: kept for a while, for whoever has the account, and for admins.
import {
  ownSignInsShown,
  type SignInOutcome,
  signInsAPage,
  signInsKeptForDays,
  strangersKeptForDays,
  wentWell,
} from "@/domain/sign-in";
import { authorize, type MemberActor } from "./auth/actor";
import type { Visitor } from "./auth/visitor";
import { database } from "./database";
import { log } from "./log";

const select = { id: true, outcome: true, ipAddress: true, userAgent: true, at: true } as const;
const newestFirst = [{ at: "desc" }, { id: "desc" }] as const satisfies readonly object[];

/** Keeps a try, and tells the log. The person is null for an address or a passkey that nobody has. */
export async function recordSignIn(visitor: Visitor, userId: string | null, outcome: SignInOutcome): Promise<void> {
  // What a browser says of itself may be of any length, and of any characters.
  const userAgent = visitor.headers.get("user-agent")?.slice(0, 500).toWellFormed().replaceAll("\0", "") || null;
  await database().signIn.create({ data: { userId, outcome, ipAddress: visitor.address, userAgent } });
  log()[wentWell(outcome) ? "info" : "warn"]({ userId, outcome, address: visitor.address }, "sign-in");
}

/** The latest tries at the actor's own account, the newest first. */
export async function listOwnSignIns(actor: MemberActor) {
  const where = { userId: actor.userId };
  return database().signIn.findMany({ where, select, orderBy: [...newestFirst], take: ownSignInsShown });
}
export type SignInView = Awaited<ReturnType<typeof listOwnSignIns>>[number];

/**
 * A page of the tries at accounts of the workspace, of those who were removed too, and at addresses that nobody has;
 * the newest first. `name` is null for these. Refuses: forbidden.
 */
export async function listSignIns(actor: MemberActor, asked: { page: number }) {
  authorize(actor, "sign-in:read");
  const members = await database().member.findMany({
    where: { workspaceId: actor.workspaceId },
    select: { userId: true },
  });
  const where = {
    at: { gte: daysBefore(new Date(), signInsKeptForDays) },
    OR: [{ userId: null }, { userId: { in: members.map(({ userId }) => userId) } }],
  };
  const total = await database().signIn.count({ where });
  const pages = Math.max(1, Math.ceil(total / signInsAPage));
  // An address of yesterday may ask for a page that is no more.
  const page = Math.min(asked.page, pages);
  const rows = await database().signIn.findMany({
    where,
    select: { ...select, user: { select: { name: true } } },
    orderBy: [...newestFirst],
    take: signInsAPage,
    skip: (page - 1) * signInsAPage,
  });
  return { page, pages, signIns: rows.map(({ user, ...row }) => ({ ...row, name: user?.name ?? null })) };
}
export type SignInPage = Awaited<ReturnType<typeof listSignIns>>;

/** Takes away what is past its time, and questions that were never answered; the clock asks for it. Returns how many tries there were. */
export async function sweepSignIns(now = new Date()): Promise<number> {
  const before = (days: number) => ({ at: { lt: daysBefore(now, days) } });
  await database().verification.deleteMany({ where: { expiresAt: { lt: now } } });
  const { count } = await database().signIn.deleteMany({
    where: { OR: [before(signInsKeptForDays), { userId: null, ...before(strangersKeptForDays) }] },
  });
  return count;
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}
