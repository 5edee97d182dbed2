// The named people and papers that tests are about.
import { randomBytes, randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { attachEvidenceInput } from "@/domain/evidence";
import { type EditWorkspaceInput, editWorkspaceInput } from "@/domain/person";
import type { Role } from "@/domain/workspace";
import { communique, communiqueSlug } from "@/prisma/seed/communique";
import { communiqueProvisions } from "@/prisma/seed/provisions";
import { type MemberActor, systemActor } from "@/server/auth/actor";
import { admitMember } from "@/server/auth/admission";
import { database, inTransaction } from "@/server/database";
import { createDocument } from "@/server/documents";
import { attachEvidence } from "@/server/evidence";
import { seedProvisions } from "@/server/provision-seed";

export const password = "a long enough password";

/** The people of a team, by the role each has. */
export const names: Record<Role, string> = {
  READER: "Rana Reader",
  ANALYST: "ليلى المحللة",
  EDITOR: "Édith Éditrice",
  ADMIN: "أمين المدير",
};

export type Team = {
  workspaceId: string;
  documentSlug: string;
  commitments: { id: string; number: number }[];
  reader: MemberActor;
  analyst: MemberActor;
  editor: MemberActor;
  admin: MemberActor;
};

/** A fresh workspace with the communiqué and one member of each role; the first person to sign in is never shared with another team. */
export async function makeTeam(): Promise<Team> {
  const workspace = await database().workspace.create({ data: { name: "فريق المتابعة" } });
  await createDocument(systemActor(workspace.id, "SEED"), communique());
  const commitments = await database().commitment.findMany({
    where: { workspaceId: workspace.id },
    orderBy: { number: "asc" },
    select: { id: true, number: true },
  });
  return {
    workspaceId: workspace.id,
    documentSlug: communiqueSlug,
    commitments,
    reader: await addMember(workspace.id, "READER"),
    analyst: await addMember(workspace.id, "ANALYST"),
    editor: await addMember(workspace.id, "EDITOR"),
    admin: await addMember(workspace.id, "ADMIN"),
  };
}

/** A second document of so many paragraphs; with a commitment in each where they are asked for. */
export async function aLongText(
  { workspaceId }: Team,
  length: number,
  { commitments = false } = {},
): Promise<{ id: string; slug: string }> {
  const title = (number: number) => ({
    ar: `التزام ${number}`,
    en: `Commitment ${number}`,
    fr: `Engagement ${number}`,
  });
  const paragraphs = Array.from({ length }, (_, index) => ({
    kind: commitments ? ("COMMITMENT" as const) : ("OTHER" as const),
    printedNumber: null,
    text: `فقرة رقمها ${index + 1} في نص طويل`,
    commitment: commitments ? { number: index + 1, title: title(index + 1), due: null } : null,
  }));
  const slug = "a-long-text";
  const { id } = await createDocument(systemActor(workspaceId, "SEED"), { ...communique(), slug, paragraphs });
  return { id, slug };
}

/** Enters the provisions that the product proposes, as an installation has them. */
export function proposeProvisions({ workspaceId }: Team): Promise<{ seeded: number }> {
  return seedProvisions(systemActor(workspaceId, "SEED"), communiqueProvisions());
}

/** The member of the team who has this role. */
export const actorOf = (team: Team, role: Role): MemberActor =>
  ({ READER: team.reader, ANALYST: team.analyst, EDITOR: team.editor, ADMIN: team.admin })[role];

let hashed: Promise<string> | undefined;

/** The settings of a fresh team with these changes, as its form sends them. */
export function workspaceSettings(changes: Partial<EditWorkspaceInput> = {}): EditWorkspaceInput {
  return editWorkspaceInput.parse({
    version: 1,
    name: "فريق المتابعة",
    staleAfterDays: 180,
    silentAfterMonths: 12,
    ...changes,
  });
}

/** One more member, with an address of its own and the password of the cast. */
export function addMember(workspaceId: string, role: Role, name = names[role]): Promise<MemberActor> {
  const email = `${role.toLowerCase()}-${randomBytes(4).toString("hex")}@example.org`;
  return inTransaction(async (tx) => {
    // Hashing is slow by design; once is enough for the whole cast.
    hashed ??= hashPassword(password);
    // better-auth knows a person's own password by the account's id being the person's.
    const id = randomUUID();
    const account = { accountId: id, providerId: "credential", password: await hashed };
    const user = await tx.user.create({
      data: { id, name, email, emailVerified: true, accounts: { create: account } },
    });
    return admitMember(tx, user, { workspaceId, role });
  });
}

export function emailOf(actor: MemberActor): Promise<string> {
  return database()
    .user.findUniqueOrThrow({ where: { id: actor.userId } })
    .then((user) => user.email);
}

export const anArticle = {
  address: "https://www.state.gov/joint-communique-by-ministers-of-the-global-coalition-to-defeat-isis/",
  title: "Joint Communique by Ministers of the Global Coalition to Defeat ISIS",
  kind: "OFFICIAL_STATEMENT",
  stance: "SUPPORTS",
} as const;

/** Attaches the article, or what `changes` make of it, to a commitment. */
export async function attach(actor: MemberActor, commitmentId: string, changes: Record<string, unknown> = {}) {
  return attachEvidence(actor, attachEvidenceInput.parse({ ...anArticle, ...changes, commitmentId }));
}

export function eventsOf(workspaceId: string) {
  return database().event.findMany({ where: { workspaceId }, orderBy: { number: "asc" } });
}
