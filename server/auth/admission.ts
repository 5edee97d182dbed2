// Lets a person into a workspace: the account if new, the membership, and the actor that it makes.
import { hashPassword } from "better-auth/crypto";
import { invalidField } from "@/domain/refusal";
import type { Role } from "@/domain/workspace";
import { recordEvent } from "../audit";
import type { Transaction } from "../database";
import { type MemberActor, vouchForMember } from "./actor";
import { refuseEasyPassword } from "./easy-passwords";

/** A new person with a password, as better-auth stores one. Refuses: invalid (email when the address is taken; password). */
export async function createUser(
  tx: Transaction,
  person: { name: string; email: string; password: string },
): Promise<{ id: string; name: string }> {
  if (await tx.user.findUnique({ where: { email: person.email } })) throw invalidField("email", "email_taken");
  await refuseEasyPassword(person.password, person);
  const user = await tx.user.create({ data: { name: person.name, email: person.email, emailVerified: true } });
  await tx.account.create({
    data: {
      accountId: user.id,
      providerId: "credential",
      userId: user.id,
      password: await hashPassword(person.password),
    },
  });
  return user;
}

/** Makes the user a member (again, if once removed) and records that the person joined. */
export async function admitMember(
  tx: Transaction,
  user: { id: string; name: string },
  place: { workspaceId: string; role: Role },
): Promise<MemberActor> {
  const { workspaceId, role } = place;
  const { id: memberId } = await tx.member.upsert({
    where: { workspaceId_userId: { workspaceId, userId: user.id } },
    create: { workspaceId, userId: user.id, role },
    update: { role, removedAt: null, joinedAt: new Date() },
  });
  const actor = vouchForMember({ workspaceId, memberId, userId: user.id, sessionId: null, role, via: "PAGE" });
  await recordEvent(tx, actor, { type: "member.joined", data: { name: user.name, role }, subjectId: memberId });
  return actor;
}
