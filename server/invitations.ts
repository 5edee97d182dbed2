// Invitations by link: sent, sent again, withdrawn, and taken up.
import type { AcceptInvitationInput, InviteInput, JoinInput } from "@/domain/person";
import { invalidField, Refusal } from "@/domain/refusal";
import type { Role } from "@/domain/workspace";
import type { Locale } from "@/i18n/locales";
import { recordEvent } from "./audit";
import { type Actor, authorize, type MemberActor } from "./auth/actor";
import { admitMember, createUser } from "./auth/admission";
import { countAttempt, forgetAttempts } from "./auth/attempts";
import { passwordMatches } from "./auth/passwords";
import { hashToken, newToken } from "./auth/tokens";
import type { Visitor } from "./auth/visitor";
import { database, inTransaction, type Transaction } from "./database";
import { mailInvitation } from "./invitation-mail";
import type { Delivery } from "./mail";

const validDays = 7;

/** What the inviter gets to see once: the database keeps no token. */
export type SentInvitation = { invitationId: string; email: string; token: string; path: string; delivery: Delivery };

/**
 * Invites somebody, and mails the link in `locale` where mail is set up. A second invitation to the same address takes
 * the place of the first, whose link stops working. Refuses: forbidden, invalid (email) for a member.
 */
export async function sendInvitation(
  actor: MemberActor,
  input: InviteInput & { locale: Locale },
): Promise<SentInvitation> {
  const { locale, ...invited } = input;
  const made = await inTransaction(async (tx) => {
    authorize(actor, "member:invite");
    await lockWorkspace(tx, actor);
    await refuseMember(tx, actor, invited.email);
    const open = await tx.invitation.findFirst({
      where: { ...openIn(actor), email: invited.email },
      select: { id: true },
    });
    return writeInvitation(tx, actor, { ...invited, id: open?.id });
  });
  return deliver(made, locale);
}

/** Makes a new link for an open or lapsed invitation and mails it; the old one stops working. Refuses: forbidden, not_found, invalid (email). */
export async function resendInvitation(
  actor: MemberActor,
  input: { invitationId: string; locale: Locale },
): Promise<SentInvitation> {
  const made = await inTransaction(async (tx) => {
    authorize(actor, "member:invite");
    await lockWorkspace(tx, actor);
    const invitation = await findOpen(tx, actor, input.invitationId);
    await refuseMember(tx, actor, invitation.email);
    return writeInvitation(tx, actor, invitation);
  });
  return deliver(made, input.locale);
}

/** Withdraws an invitation; its link stops working. Refuses: forbidden, not_found. */
export function revokeInvitation(actor: Actor, input: { invitationId: string }): Promise<void> {
  return inTransaction(async (tx) => {
    authorize(actor, "member:invite");
    await lockWorkspace(tx, actor);
    const { id, email, role } = await findOpen(tx, actor, input.invitationId);
    await tx.invitation.update({ where: { id }, data: { revokedAt: new Date() } });
    await recordEvent(tx, actor, { type: "invitation.revoked", data: { email, role }, subjectId: id });
  });
}

/** The invitations that nobody has taken up, the latest first; lapsed ones are among them. Refuses: forbidden. */
export async function listInvitations(actor: Actor) {
  authorize(actor, "member:invite");
  const rows = await database().invitation.findMany({
    where: openIn(actor),
    include: { invitedBy: { select: { user: { select: { name: true } } } } },
    orderBy: { createdAt: "desc" },
  });
  return rows.map((row) => ({
    invitationId: row.id,
    email: row.email,
    role: row.role,
    invitedBy: row.invitedBy.user.name,
    expiresAt: row.expiresAt,
    hasLapsed: row.expiresAt <= new Date(),
  }));
}
export type InvitationView = Awaited<ReturnType<typeof listInvitations>>[number];

/** What a link invites to. Refuses: forbidden (reason bad_link) when it is unknown, used, withdrawn or lapsed. */
export async function findInvitation(token: string) {
  const invitation = await inTransaction((tx) => takeInvitation(tx, token));
  const { email, role, workspace } = invitation;
  const hasAccount = (await database().user.count({ where: { email } })) > 0;
  return { workspaceName: workspace.name, email, role, hasAccount };
}

/** Makes the account of somebody who is new here and admits them. Refuses: forbidden (reason bad_link), invalid (email when the account exists; password). */
export function acceptInvitation(input: AcceptInvitationInput): Promise<{ email: string }> {
  return inTransaction(async (tx) => {
    const invitation = await takeInvitation(tx, input.token);
    const { email } = invitation;
    const user = await createUser(tx, { name: input.name, email, password: input.password });
    return admit(tx, invitation, user);
  });
}

/** Admits somebody who has an account and proves it. Refuses: forbidden (reason bad_link), rate_limited, invalid (password). */
export async function joinWorkspace(visitor: Visitor, input: JoinInput): Promise<{ email: string }> {
  const { email } = await inTransaction((tx) => takeInvitation(tx, input.token));
  await countAttempt(email, visitor.address);
  const user = await database().user.findUnique({ where: { email }, select: { id: true, name: true } });
  if (!user || !(await passwordMatches(user.id, input.password))) throw invalidField("password", "wrong_password");
  await forgetAttempts(email);
  return inTransaction(async (tx) => admit(tx, await takeInvitation(tx, input.token), user));
}

const openIn = (actor: Actor) => ({ workspaceId: actor.workspaceId, acceptedAt: null, revokedAt: null });

function lockWorkspace(tx: Transaction, actor: Actor) {
  return tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE id = ${actor.workspaceId} FOR UPDATE`;
}

async function findOpen(tx: Transaction, actor: Actor, id: string) {
  const invitation = await tx.invitation.findFirst({
    where: { id, ...openIn(actor) },
    select: { id: true, email: true, role: true },
  });
  if (!invitation) throw new Refusal("not_found");
  return invitation;
}

async function refuseMember(tx: Transaction, actor: Actor, email: string): Promise<void> {
  const members = await tx.member.count({
    where: { workspaceId: actor.workspaceId, removedAt: null, user: { email } },
  });
  if (members > 0) throw invalidField("email", "already_member");
}

async function writeInvitation(
  tx: Transaction,
  actor: MemberActor,
  invited: { id?: string; email: string; role: Role },
) {
  const { email, role } = invited;
  const { token, tokenHash } = newToken();
  const link = {
    role,
    tokenHash,
    invitedById: actor.memberId,
    expiresAt: new Date(Date.now() + validDays * 86_400_000),
  };
  const include = {
    workspace: { select: { name: true } },
    invitedBy: { select: { user: { select: { name: true } } } },
  };
  const row = invited.id
    ? await tx.invitation.update({ where: { id: invited.id }, data: { ...link, createdAt: new Date() }, include })
    : await tx.invitation.create({ data: { ...link, email, workspaceId: actor.workspaceId }, include });
  await recordEvent(tx, actor, { type: "invitation.sent", data: { email, role }, subjectId: row.id });
  return { ...row, token, path: `/invitations/${token}` };
}

/** Outside of the transaction: a slow mail server must not hold its locks, nor a refusing one undo the invitation. */
async function deliver(made: Awaited<ReturnType<typeof writeInvitation>>, locale: Locale): Promise<SentInvitation> {
  const { id, email, role, token, path, expiresAt } = made;
  const names = { workspace: made.workspace.name, inviter: made.invitedBy.user.name };
  const delivery = await mailInvitation({ email, role, path, expiresAt, locale, ...names });
  return { invitationId: id, email, token, path, delivery };
}

/** An open invitation with its row locked, so that a link admits once. */
async function takeInvitation(tx: Transaction, token: string) {
  const tokenHash = hashToken(token);
  await tx.$queryRaw`SELECT 1 FROM "Invitation" WHERE "tokenHash" = ${tokenHash} FOR UPDATE`;
  const invitation = await tx.invitation.findFirst({
    where: { tokenHash, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
    include: { workspace: { select: { name: true } } },
  });
  if (!invitation) throw new Refusal("forbidden", { reason: "bad_link" });
  return invitation;
}

async function admit(
  tx: Transaction,
  invitation: { id: string; email: string; workspaceId: string; role: Role },
  user: { id: string; name: string },
): Promise<{ email: string }> {
  await admitMember(tx, user, invitation);
  await tx.invitation.update({ where: { id: invitation.id }, data: { acceptedAt: new Date() } });
  return { email: invitation.email };
}
