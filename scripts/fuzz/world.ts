// The team whose doors are knocked at: somebody of each role and one outside, signed in, and a few of each thing.

import { randomBytes, randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { annotateInput, replyInput } from "@/domain/annotation";
import { createTokenInput } from "@/domain/api-token";
import { recordAssessmentInput, saveDraftInput } from "@/domain/assessment";
import { publishCodebookInput } from "@/domain/codebook-changes";
import { addContributionInput } from "@/domain/contribution";
import { attachEvidenceInput } from "@/domain/evidence";
import { addNoteInput } from "@/domain/note";
import { addOrganisationInput } from "@/domain/party";
import { publishReleaseInput } from "@/domain/release";
import { addTagInput } from "@/domain/tag";
import { sliceOf } from "@/domain/text-position";
import { roles } from "@/domain/workspace";
import { communique, communiqueSlug } from "@/prisma/seed/communique";
import { communiqueProvisions } from "@/prisma/seed/provisions";
import { sessionCookie } from "@/scripts/session-cookie";
import { annotate, reply } from "@/server/annotations";
import { createToken } from "@/server/api-tokens";
import { saveDraft } from "@/server/assessment-drafts";
import { recordAssessment } from "@/server/assessments";
import { type MemberActor, systemActor } from "@/server/auth/actor";
import { admitMember } from "@/server/auth/admission";
import { uploadCapture } from "@/server/captures";
import { publishCodebook } from "@/server/codebooks";
import { addContribution } from "@/server/contributions";
import { database, inTransaction } from "@/server/database";
import { createDocument } from "@/server/documents";
import { requestDoubleCoding } from "@/server/double-codings";
import { attachEvidence } from "@/server/evidence";
import { requestExport } from "@/server/exports";
import { sendInvitation } from "@/server/invitations";
import { addNote } from "@/server/notes";
import { addOrganisation } from "@/server/parties";
import { correctPassage } from "@/server/passages";
import { seedProvisions } from "@/server/provision-seed";
import { publishRelease } from "@/server/releases";
import { addTag } from "@/server/tags";
import type { Caller } from "./callers";

export type World = {
  /** The cookies of each caller's browser; nobody has none. */
  cookies: Record<Caller, string>;
  /** A token that may write, and the members' addresses, by caller. */
  tokens: Record<Caller, string>;
  /** Ids and other names by the noun, as they stand in inputs. */
  things: Record<string, string[]>;
};

const password = "a long enough password";
let hashed: Promise<string> | undefined;
type SignedIn = { actor: MemberActor; email: string; cookie: string };

/** A workspace of its own, so that what earlier inputs left does not grow on it. */
export async function makeWorld(): Promise<World> {
  const { id: workspaceId } = await database().workspace.create({ data: { name: "فريق المتابعة" } });
  const { id: elsewhere } = await database().workspace.create({ data: { name: "فريق آخر" } });
  await createDocument(systemActor(workspaceId, "SEED"), communique());
  await seedProvisions(systemActor(workspaceId, "SEED"), communiqueProvisions());
  const people: SignedIn[] = [];
  for (const role of roles) people.push(await addMember(workspaceId, role));
  const [reader, analyst, editor, admin] = people as [SignedIn, SignedIn, SignedIn, SignedIn];
  const outsider = await addMember(elsewhere, "ADMIN");
  await addThings({ reader, analyst, editor, admin }, workspaceId);
  const by = { admin, editor, analyst, reader, outsider };
  const each = (of: (person: SignedIn) => string) =>
    ({
      ...Object.fromEntries(Object.entries(by).map(([name, person]) => [name, of(person)])),
      nobody: "",
    }) as World["cookies"];
  const tokens = new Map<SignedIn, string>();
  for (const person of Object.values(by)) {
    const wanted = createTokenInput.parse({ name: "برنامج", scope: "WRITE", validDays: "30" });
    tokens.set(person, (await createToken(person.actor, wanted)).token);
  }
  return {
    cookies: each(({ cookie }) => cookie),
    tokens: each((person) => tokens.get(person) ?? ""),
    things: {
      ...(await thingsOf(workspaceId)),
      email: Object.values(by).map(({ email }) => email),
      password: [password],
    },
  };
}

async function addMember(workspaceId: string, role: (typeof roles)[number]): Promise<SignedIn> {
  const email = `${role.toLowerCase()}-${randomBytes(6).toString("hex")}@example.org`;
  hashed ??= hashPassword(password);
  const account = { providerId: "credential", password: await hashed };
  const actor = await inTransaction(async (tx) => {
    // better-auth knows a person's own password by the account's id being the person's.
    const id = randomUUID();
    const accounts = { create: { ...account, accountId: id } };
    const user = await tx.user.create({ data: { id, name: role, email, emailVerified: true, accounts } });
    return admitMember(tx, user, { workspaceId, role });
  });
  return { actor, email, cookie: await sessionCookie({ email, password }) };
}

type People = Record<"reader" | "analyst" | "editor" | "admin", SignedIn>;

/** Two or three of each noun; what is said of them is plain, so that only the inputs are hostile. */
async function addThings({ reader, analyst, editor, admin }: People, workspaceId: string): Promise<void> {
  const [one, other, third] = await database().commitment.findMany({
    where: { workspaceId },
    orderBy: { number: "asc" },
  });
  const passages = await database().passage.findMany({
    where: { paragraph: { document: { workspaceId } } },
    orderBy: { paragraph: { ordinal: "asc" } },
    take: 3,
  });
  if (!one || !other || !third) throw new Error("The document has no commitments.");
  for (const { id: commitmentId } of [one, other]) {
    const note = { commitmentId, body: "متابعة", datedOn: "2020-05-01", assigneeId: analyst.actor.memberId };
    await addNote(analyst.actor, addNoteInput.parse(note));
    const source = {
      address: `https://example.org/${commitmentId}`,
      title: "تقرير",
      kind: "REPORT",
      stance: "SUPPORTS",
    };
    const cited = attachEvidenceInput.parse({ ...source, commitmentId, quotedPassage: "نص" });
    const { citationId } = await attachEvidence(analyst.actor, cited);
    const { evidenceId } = await database().citation.findUniqueOrThrow({ where: { id: citationId } });
    await uploadCapture(analyst.actor, { evidenceId, fileName: "source.txt", bytes: Buffer.from("نص المصدر") });
    const judged = { commitmentId, completion: "LIMITED", confidence: "LOW", rationale: "أسباب", asOf: "2020-01-01" };
    await recordAssessment(analyst.actor, recordAssessmentInput.parse(judged));
    const { id: partyId } = await addOrganisation(editor.actor, addOrganisationInput.parse({ name_ar: commitmentId }));
    await addContribution(analyst.actor, addContributionInput.parse({ commitmentId, partyId, body: "تبرع" }));
    await addTag(editor.actor, addTagInput.parse({ name_ar: commitmentId, color: "RED" }));
    const coderIds = [editor.actor.memberId, analyst.actor.memberId];
    await requestDoubleCoding(admin.actor, { commitmentId, provisionId: null, asOf: "2020-01-01", coderIds });
    const email = `guest-${randomBytes(6).toString("hex")}@example.org`;
    await sendInvitation(admin.actor, { email, role: "READER", locale: "ar" });
  }
  for (const { id: passageId, text } of passages) {
    const targets = JSON.stringify([{ passageId, start: 0, end: 5, exact: sliceOf(text, { start: 0, end: 5 }) }]);
    const mark = annotateInput.parse({ targets, motivation: "COMMENTING", body: "تعليق" });
    const { id } = await annotate(analyst.actor, mark);
    await reply(editor.actor, replyInput.parse({ annotationId: id, body: "جواب" }));
  }
  const waiting = {
    commitmentId: third.id,
    completion: "LIMITED",
    confidence: "LOW",
    rationale: "أسباب",
    asOf: "2020-02-01",
  };
  await saveDraft(admin.actor, saveDraftInput.parse(waiting));
  await database().workspace.update({ where: { id: workspaceId }, data: { requiresReview: true } });
  await recordAssessment(analyst.actor, recordAssessmentInput.parse(waiting));
  await database().workspace.update({ where: { id: workspaceId }, data: { requiresReview: false } });
  await publishRelease(editor.actor, publishReleaseInput.parse({ documentSlug: communiqueSlug }));
  const [first] = passages;
  if (first) await correctPassage(editor.actor, { passageId: first.id, revision: 1, text: "نص آخر", reason: "خطأ" });
  const definition = { basedOn: "1", reason: "تعريف أدق", "definition.confidence.LOW.ar": "مصادر شحيحة." };
  await publishCodebook(editor.actor, publishCodebookInput.parse(definition));
  await createToken(reader.actor, createTokenInput.parse({ name: "قارئ", scope: "READ", validDays: "7" }));
  await requestExport(admin.actor, { documentSlug: communiqueSlug, format: "json", language: "ar" } as never);
}

async function thingsOf(workspaceId: string): Promise<World["things"]> {
  const where = { workspaceId };
  const select = { id: true };
  const orderBy = { id: "asc" } as const;
  const all = { where, select, orderBy };
  const db = database();
  const rows = {
    commitment: await db.commitment.findMany({ where, select, orderBy: { number: "asc" } }),
    note: await db.note.findMany(all),
    evidence: await db.evidence.findMany(all),
    citation: await db.citation.findMany({ where: { commitment: where }, select, orderBy }),
    capture: await db.capture.findMany(all),
    assessment: await db.assessment.findMany({ where: { commitment: where }, select, orderBy }),
    provision: await db.provision.findMany({ where: { commitment: where }, select, orderBy, take: 4 }),
    party: await db.party.findMany(all),
    contribution: await db.contribution.findMany({ where: { commitment: where }, select, orderBy }),
    tag: await db.tag.findMany(all),
    release: await db.release.findMany({ where: { document: where }, select, orderBy }),
    doubleCoding: await db.doubleCoding.findMany(all),
    invitation: await db.invitation.findMany(all),
    annotation: await db.annotation.findMany(all),
    orphan: await db.annotationTarget.findMany({ where: { annotation: where }, select, orderBy }),
    member: await db.member.findMany(all),
    session: await db.session.findMany({ where: { user: { members: { some: where } } }, select, orderBy }),
    token: await db.apiToken.findMany(all),
    export: await db.export.findMany(all),
    notification: await db.notification.findMany(all),
  };
  const passages = await db.passage.findMany({
    where: { paragraph: { document: { workspaceId } } },
    orderBy: [{ paragraph: { ordinal: "asc" } }, { revision: "desc" }],
    select: { id: true, text: true, paragraph: { select: { commitment: { select: { number: true } } } } },
  });
  // Those of the preamble for marks, and those of the first commitments, which provisions need.
  const chosen = passages.filter(({ paragraph: { commitment } }, index) => index < 3 || (commitment?.number ?? 9) < 3);
  const targets = chosen.map(({ id, text }) =>
    JSON.stringify([{ passageId: id, start: 0, end: 5, exact: sliceOf(text, { start: 0, end: 5 }) }]),
  );
  return {
    ...Object.fromEntries(Object.entries(rows).map(([noun, found]) => [noun, found.map(({ id }) => id)])),
    passage: chosen.map(({ id }) => id),
    targets,
    document: (await db.document.findMany(all)).map(({ id }) => id),
    slug: [communiqueSlug],
  };
}

/** The input with the world's things in the places where it names them. */
export function inWorld<Value>(value: Value, { things }: World): Value {
  const put = (text: string) =>
    text.replace(/\{\{([a-zA-Z]+) (\d+)\}\}/g, (named, noun, number) => {
      const pool = Object.hasOwn(things, noun) ? (things[noun] ?? []) : [];
      return pool[Number(number) % pool.length] ?? named;
    });
  const walk = (one: unknown): unknown => {
    if (typeof one === "string") return one.includes("{{") ? put(one) : one;
    if (Array.isArray(one)) return one.map(walk);
    if (one && typeof one === "object")
      return Object.fromEntries(Object.entries(one).map(([key, each]) => [key, walk(each)]));
    return one;
  };
  return walk(value) as Value;
}
