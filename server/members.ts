// Members of a workspace: who is in it, their roles, and their leaving.

import { may } from "@/domain/permissions";
import type { ChangeRoleInput } from "@/domain/person";
import { invalidField, Refusal } from "@/domain/refusal";
import { recordAccountEvent } from "./account-mail";
import { recordEvent } from "./audit";
import { type Actor, authorize, type MemberActor } from "./auth/actor";
import { database, inTransaction, type Transaction } from "./database";

/** A member as others see one. */
export type Person = { memberId: string; name: string };

export const personSelect = { id: true, user: { select: { name: true } } } as const;

/** The person behind a member row selected with `personSelect`; null where nobody is named. */
export function personOf(member: { id: string; user: { name: string } }): Person;
export function personOf(member: { id: string; user: { name: string } } | null): Person | null;
export function personOf(member: { id: string; user: { name: string } } | null): Person | null {
  return member && { memberId: member.id, name: member.user.name };
}

/** A member of the actor's workspace who has not been removed. Refuses: invalid at `field`. */
export async function findActiveMember(
  tx: Transaction,
  actor: Actor,
  memberId: string,
  field: string,
): Promise<Person> {
  const member = await tx.member.findFirst({
    where: { id: memberId, workspaceId: actor.workspaceId, removedAt: null },
    select: personSelect,
  });
  if (!member) throw invalidField(field, "not_a_member");
  return personOf(member);
}

/** Everybody in the workspace, by name: for choosing a lead or an assignee and for filters. Refuses: forbidden. */
export async function listMembers(actor: Actor) {
  authorize(actor, "member:read");
  const seesTwoFactor = may(actor, "member:drop-two-factor");
  const rows = await database().member.findMany({
    where: { workspaceId: actor.workspaceId, removedAt: null },
    include: { user: { select: { name: true, email: true, twoFactorEnabled: true } } },
    orderBy: { user: { name: "asc" } },
  });
  return rows.map((row) => ({
    memberId: row.id,
    name: row.user.name,
    email: row.user.email,
    role: row.role,
    joinedAt: row.joinedAt,
    /** Whether codes are asked for; told to those who may put an end to it. */
    hasTwoFactor: seesTwoFactor && row.user.twoFactorEnabled,
  }));
}
export type MemberView = Awaited<ReturnType<typeof listMembers>>[number];

/** Gives a member another role. Refuses: not_found, forbidden, invalid (role) when the last admin would go. */
export function changeRole(actor: Actor, input: ChangeRoleInput): Promise<void> {
  return inTransaction(async (tx) => {
    authorize(actor, "member:change-role");
    const member = await lockMember(tx, actor, input.memberId);
    if (member.role === input.role) return;
    await refuseLosingLastAdmin(tx, member, "role");
    await tx.member.update({ where: { id: member.id }, data: { role: input.role } });
    await recordEvent(tx, actor, {
      type: "member.role_changed",
      data: { name: member.user.name, from: member.role, to: input.role },
      subjectId: member.id,
    });
  });
}

/** Ends a membership and the person's sessions; what the person did stays under their name. Refuses: not_found, forbidden, invalid (memberId) for the last admin. */
export function removeMember(actor: Actor, input: { memberId: string }): Promise<void> {
  return inTransaction(async (tx) => {
    authorize(actor, "member:remove");
    // Commitments before the workspace, in the order in which every other writer takes them.
    await tx.$queryRaw`SELECT 1 FROM "Commitment" WHERE "workspaceId" = ${actor.workspaceId} ORDER BY id FOR UPDATE`;
    const member = await lockMember(tx, actor, input.memberId);
    await refuseLosingLastAdmin(tx, member, "memberId");
    await tx.member.update({ where: { id: member.id }, data: { removedAt: new Date() } });
    await releaseLeads(tx, actor, { memberId: member.id, name: member.user.name });
    await tx.session.deleteMany({ where: { userId: member.userId } });
    // Else the tokens would be good again for one who is invited again.
    await tx.apiToken.updateMany({ where: { memberId: member.id, revokedAt: null }, data: { revokedAt: new Date() } });
    await recordEvent(tx, actor, {
      type: "member.removed",
      data: { name: member.user.name, role: member.role },
      subjectId: member.id,
    });
  });
}

/** A commitment has no lead once its lead has left. */
async function releaseLeads(tx: Transaction, actor: Actor, from: Person): Promise<void> {
  const led = await tx.commitment.findMany({
    where: { leadId: from.memberId },
    select: { id: true, documentId: true },
  });
  for (const { id, documentId } of led) {
    await tx.commitment.update({ where: { id }, data: { leadId: null, version: { increment: 1 } } });
    const event = { type: "commitment.lead_changed", data: { from, to: null } } as const;
    await recordEvent(tx, actor, { ...event, documentId, commitmentId: id });
  }
}

/** A member with the workspace locked, so that two admins cannot remove each other at once. Refuses: not_found. */
export async function lockMember(tx: Transaction, actor: Actor, memberId: string) {
  await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE id = ${actor.workspaceId} FOR UPDATE`;
  const member = await tx.member.findFirst({
    where: { id: memberId, workspaceId: actor.workspaceId, removedAt: null },
    include: { user: { select: { name: true, email: true } } },
  });
  if (!member) throw new Refusal("not_found");
  return member;
}

/** An account opens every workspace of its person, so an admin of one may not take it over. Refuses: forbidden (reason member_elsewhere). */
export async function refuseForeignAccount(
  tx: Transaction,
  member: { userId: string; workspaceId: string },
): Promise<void> {
  const { userId, workspaceId } = member;
  const elsewhere = await tx.member.count({ where: { userId, removedAt: null, workspaceId: { not: workspaceId } } });
  if (elsewhere > 0) throw new Refusal("forbidden", { reason: "member_elsewhere" });
}

/** Writes into the history what a person did with the own account. */
export async function recordOwn(
  tx: Transaction,
  actor: MemberActor,
  type:
    | "member.password_changed"
    | "member.two_factor_started"
    | "member.two_factor_stopped"
    | "member.backup_codes_made",
): Promise<void> {
  const { name } = await tx.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { name: true } });
  await recordAccountEvent(tx, actor, { type, data: { name }, memberId: actor.memberId });
}

async function refuseLosingLastAdmin(
  tx: Transaction,
  member: { role: string; workspaceId: string },
  field: string,
): Promise<void> {
  if (member.role !== "ADMIN") return;
  const admins = await tx.member.count({ where: { workspaceId: member.workspaceId, role: "ADMIN", removedAt: null } });
  if (admins <= 1) throw invalidField(field, "last_admin");
}
