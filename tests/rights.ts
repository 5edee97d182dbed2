// Every right with who holds it, how the use case is called and how its door is knocked at: the table that the rights tests go through, all of it with one team.
import { randomBytes } from "node:crypto";
import * as annotationActions from "@/actions/annotations";
import * as tokenActions from "@/actions/api-tokens";
import * as assessmentActions from "@/actions/assessments";
import * as captureActions from "@/actions/captures";
import * as codebookActions from "@/actions/codebooks";
import * as commitmentActions from "@/actions/commitments";
import * as contributionActions from "@/actions/contributions";
import * as doubleCodingActions from "@/actions/double-codings";
import * as evidenceActions from "@/actions/evidence";
import type { FormOutcome } from "@/actions/form-action";
import * as invitationActions from "@/actions/invitations";
import * as memberActions from "@/actions/members";
import * as noteActions from "@/actions/notes";
import * as orphanActions from "@/actions/orphans";
import * as partyActions from "@/actions/parties";
import * as passageActions from "@/actions/passages";
import * as resetActions from "@/actions/password-resets";
import * as provisionActions from "@/actions/provisions";
import * as releaseActions from "@/actions/releases";
import * as tagActions from "@/actions/tags";
import * as twoFactorActions from "@/actions/two-factor";
import * as workspaceActions from "@/actions/workspaces";
import { annotateInput, tagAnnotationInput } from "@/domain/annotation";
import { createTokenInput } from "@/domain/api-token";
import { assessmentInput, recordAssessmentInput, returnAssessmentInput } from "@/domain/assessment";
import { publishCodebookInput } from "@/domain/codebook-changes";
import { setDoneInput, setLeadInput } from "@/domain/commitment";
import { addContributionInput, contributionAtVersion, editContributionInput } from "@/domain/contribution";
import { doubleCodingAtVersion, settleDoubleCodingInput, submitCodingInput } from "@/domain/double-coding";
import { attachEvidenceInput, retagEvidenceInput } from "@/domain/evidence";
import { addNoteInput } from "@/domain/note";
import { addOrganisationInput } from "@/domain/party";
import { correctPassageInput, orphanAtVersion } from "@/domain/passage";
import type { Permission } from "@/domain/permissions";
import { editWorkspaceInput } from "@/domain/person";
import { dropProvisionInput, editProvisionInput, proposeProvisionInput, provisionAtVersion } from "@/domain/provision";
import { publishReleaseInput } from "@/domain/release";
import { addTagInput, tagAtVersion } from "@/domain/tag";
import { sliceOf } from "@/domain/text-position";
import type { Role } from "@/domain/workspace";
import { communique } from "@/prisma/seed/communique";
import { communiqueProvisions } from "@/prisma/seed/provisions";
import { listActivity } from "@/server/activity";
import { importAnnotations } from "@/server/annotation-import";
import { annotate, deleteAnnotation, editAnnotation, shareAnnotation, tagAnnotation } from "@/server/annotations";
import { createToken } from "@/server/api-tokens";
import { approveAssessment, returnAssessment } from "@/server/assessment-reviews";
import { recordAssessment } from "@/server/assessments";
import type { MemberActor } from "@/server/auth/actor";
import { captureNow, uploadCapture } from "@/server/captures";
import { getCodebook, publishCodebook } from "@/server/codebooks";
import { getCommitment, setDone, setLead } from "@/server/commitments";
import { addContribution, editContribution, removeContribution } from "@/server/contributions";
import { database } from "@/server/database";
import { createDocument, getDocument } from "@/server/documents";
import { cancelDoubleCoding, requestDoubleCoding, settleDoubleCoding, submitCoding } from "@/server/double-codings";
import { attachEvidence, editEvidence, removeEvidence } from "@/server/evidence";
import { checkEvidence } from "@/server/evidence-checks";
import { retagEvidence } from "@/server/evidence-tags";
import { sendInvitation } from "@/server/invitations";
import { changeRole, listMembers, removeMember } from "@/server/members";
import { addNote, completeNote, deleteNote, editNote } from "@/server/notes";
import { archiveOrphan } from "@/server/orphans";
import { addOrganisation } from "@/server/parties";
import { correctPassage } from "@/server/passages";
import { makeResetLink } from "@/server/password-resets";
import { seedProvisions } from "@/server/provision-seed";
import { acceptProvision, dropProvision, editProvision, proposeProvision, restoreProvision } from "@/server/provisions";
import { publishRelease } from "@/server/releases";
import { listSignIns } from "@/server/sign-ins";
import { getSystemState } from "@/server/system-state";
import { addTag, deleteTag } from "@/server/tags";
import { listThreads, resolveThread } from "@/server/threads";
import { dropTwoFactor } from "@/server/two-factor";
import { editWorkspace } from "@/server/workspaces";
import { addMember, anArticle, attach, type Team } from "./cast";
import { withTwoFactor } from "./codes";

/** Values as a form sends them. */
type Values = Record<string, string>;
export type Right = {
  permission: Permission;
  /** When the right depends on whose note it is. */
  when?: string;
  holders: readonly Role[];
  /** What must be there before; returns the values of the form. */
  prepare: (team: Team, actor: MemberActor) => Promise<Values>;
  /** The use case with the values, parsed as its door would parse them. */
  call: (actor: MemberActor, values: Values) => Promise<unknown>;
  /** The door for forms; reading has pages as doors, which the browser tests knock at. */
  door?: (form: FormData) => Promise<FormOutcome>;
  /** How many events it records, where it is not one: a job's are told when it has run. */
  events?: number;
};

export const everybody = ["READER", "ANALYST", "EDITOR", "ADMIN"] as const;
export const writers = ["ANALYST", "EDITOR", "ADMIN"] as const;
export const editors = ["EDITOR", "ADMIN"] as const;
export const admins = ["ADMIN"] as const;
const nobody = [] as const;

export const first = (team: Team) => team.commitments[0]?.id as string;
const nothing = async (): Promise<Values> => ({});
const aCommitment = async (team: Team): Promise<Values> => ({ commitmentId: first(team) });
async function commitmentAtVersion(team: Team): Promise<Values> {
  const { version } = await database().commitment.findUniqueOrThrow({ where: { id: first(team) } });
  return { commitmentId: first(team), version: String(version) };
}
let days = 0;
/** Another one each time. */
function aDayOf(month: string): string {
  days += 1;
  return `${month}-${String((days % 28) + 1).padStart(2, "0")}`;
}
const aNote = { body: "متابعة", datedOn: "2020-05-01" };

export async function noteBy(author: MemberActor, team: Team, assignee?: MemberActor): Promise<Values> {
  const input = addNoteInput.parse({ ...aNote, commitmentId: first(team), assigneeId: assignee?.memberId });
  const { id } = await addNote(author, input);
  return { noteId: id, version: "1", ...aNote, body: "متابعة معدّلة" };
}
const othersNote = (team: Team) => noteBy(team.admin, team);
/** A reader cannot write one, so the reader's own note is one from the time when the person was an analyst. */
const ownNote = (team: Team, actor: MemberActor) => noteBy({ ...actor, role: "ANALYST" }, team);
const assignedNote = (team: Team, actor: MemberActor) => noteBy(team.admin, team, actor);

export const anAddress = () => `https://example.org/${randomBytes(6).toString("hex")}`;

export async function attached(team: Team): Promise<Values> {
  const address = anAddress();
  const { citationId } = await attach(team.admin, first(team), { address });
  return { citationId, version: "1", evidenceVersion: "1", ...anArticle, address, title: "Another title" };
}
export const aJudgement = { completion: "LIMITED", confidence: "LOW", rationale: "…" };
const aDay = { asOf: "2020-01-01", provisionId: null };

/** Of a provision that nobody has judged. */
async function submittedBy(team: Team, author: MemberActor): Promise<Values> {
  const ofWorkspace = { where: { id: team.workspaceId } };
  const { provisionId } = await aProvision(team);
  const input = recordAssessmentInput.parse({ ...aJudgement, ...aDay, commitmentId: first(team), provisionId });
  await database().workspace.update({ ...ofWorkspace, data: { requiresReview: true } });
  const { id } = await recordAssessment(author, input);
  await database().workspace.update({ ...ofWorkspace, data: { requiresReview: false } });
  return { assessmentId: id, reason: "…" };
}
async function latestAssessment(commitmentId: string): Promise<Values> {
  const where = { commitmentId, provisionId: null };
  const latest = await database().assessment.findFirst({ where, orderBy: { recordedAt: "desc" } });
  return latest ? { basedOnId: latest.id } : {};
}
const twoCoders = async ({ workspaceId }: MemberActor) => [
  (await addMember(workspaceId, "ANALYST", "One")).memberId,
  (await addMember(workspaceId, "ANALYST", "Other")).memberId,
];
type Coding = { coder?: MemberActor; requester?: MemberActor; isRevealed?: true };
/** A double coding by two others, or by this coder and another; one who only reads now was an analyst when it was asked for. */
async function codingOf(team: Team, { coder, requester, isRevealed }: Coding = {}): Promise<Values> {
  const coderIds = await twoCoders(team.admin);
  const asker = requester ?? (await addMember(team.workspaceId, "ADMIN", "Other"));
  const { provisionId = null } = await aProvision(team);
  const { id } = await requestDoubleCoding(asker, { ...aDay, provisionId, commitmentId: first(team), coderIds });
  if (coder) {
    const where = { doubleCodingId: id, coderId: coderIds[0] };
    await database().coding.updateMany({ where, data: { coderId: coder.memberId } });
  }
  if (isRevealed) {
    const said = { completion: "LIMITED", confidence: "LOW", rationale: "…", submittedAt: new Date() } as const;
    await database().coding.updateMany({ where: { doubleCodingId: id }, data: said });
    await database().doubleCoding.update({ where: { id }, data: { state: "REVEALED" } });
  }
  return { doubleCodingId: id, version: "1", ...aJudgement };
}
export async function aSource(team: Team): Promise<Values> {
  const { citationId } = await attached(team);
  const { evidenceId } = await database().citation.findUniqueOrThrow({ where: { id: citationId } });
  return { evidenceId };
}
const checkDue = (actor: MemberActor, evidenceId: string) =>
  checkEvidence(actor, { evidenceId, askedById: null }, { signal: AbortSignal.timeout(10_000) });
const anotherMember = async (team: Team): Promise<Values> => ({
  memberId: (await addMember(team.workspaceId, "READER", "Somebody")).memberId,
  role: "ANALYST",
});

async function aSelection(team: Team): Promise<Values> {
  const { id: passageId, text } = await database().passage.findFirstOrThrow({
    // The first paragraph is the one that is corrected.
    where: { paragraph: { ordinal: 2, document: { workspaceId: team.workspaceId } } },
  });
  const targets = JSON.stringify([{ passageId, start: 0, end: 5, exact: sliceOf(text, { start: 0, end: 5 }) }]);
  return { targets, motivation: "COMMENTING", body: "تعليق" };
}
export async function annotationBy(author: MemberActor, team: Team, layer = "TEAM"): Promise<Values> {
  const { id } = await annotate(author, annotateInput.parse({ ...(await aSelection(team)), layer }));
  return { annotationId: id, version: "1", body: "نص آخر" };
}
/** As with notes: a reader's own is one from the time when the person was an analyst. */
const ownAnnotation = (team: Team, actor: MemberActor) => annotationBy({ ...actor, role: "ANALYST" }, team);
const privateAnnotation = (team: Team, actor: MemberActor) =>
  annotationBy({ ...actor, role: "ANALYST" }, team, "PRIVATE");
export const othersAnnotation = async (team: Team) =>
  annotationBy(await addMember(team.workspaceId, "ADMIN", "Other"), team);
async function aPassage(team: Team): Promise<Values> {
  const { id, revision } = await database().passage.findFirstOrThrow({
    where: { paragraph: { ordinal: 1, document: { workspaceId: team.workspaceId } } },
    orderBy: { revision: "desc" },
  });
  return { passageId: id, revision: String(revision) };
}
/** What this person marked in words that were then taken out of the text. */
export async function orphanOf(team: Team, author: MemberActor): Promise<Values> {
  const { passageId, revision } = (await aPassage(team)) as { passageId: string; revision: string };
  const { text } = await database().passage.findUniqueOrThrow({ where: { id: passageId } });
  const targets = JSON.stringify([{ passageId, start: 0, end: [...text].length, exact: text }]);
  const { id } = await annotate(author, annotateInput.parse({ targets, motivation: "HIGHLIGHTING" }));
  const unlike = randomBytes(24).toString("hex");
  await correctPassage(team.editor, correctPassageInput.parse({ passageId, revision, text: unlike, reason: "…" }));
  const target = await database().annotationTarget.findFirstOrThrow({ where: { annotationId: id } });
  return { kind: "ANNOTATION", id: target.id, version: "1" };
}
const annotation = (values: Values) => ({ annotationId: values.annotationId as string, version: 1 });

const aWord = (): Values => ({ name_ar: randomBytes(6).toString("hex"), color: "RED" });
export async function aTag(team: Team): Promise<Values> {
  const { id } = await addTag({ ...team.editor, role: "EDITOR" }, addTagInput.parse(aWord()));
  return { tagId: id, version: "1" };
}

const provisionFields: Values = { title_ar: "تعهد", speechAct: "COMMIT", verifiability: "VERIFIABLE" };
async function aProposal(team: Team): Promise<Values> {
  const { passages } = await getCommitment(team.admin, first(team));
  const { id: passageId, text = "" } = passages[0] ?? {};
  const targets = JSON.stringify([{ passageId, start: 0, end: 5, exact: sliceOf(text, { start: 0, end: 5 }) }]);
  return { ...provisionFields, commitmentId: first(team), targets };
}
export async function aProvision(team: Team): Promise<Values> {
  const { id } = await proposeProvision(team.admin, proposeProvisionInput.parse(await aProposal(team)));
  return { provisionId: id, version: "1" };
}

const anOrganisation = (): Values => ({ name_ar: randomBytes(6).toString("hex") });
export async function aParty(team: Team): Promise<string> {
  return (await addOrganisation(team.editor, addOrganisationInput.parse(anOrganisation()))).id;
}
export async function aContribution(team: Team): Promise<Values> {
  const values = { commitmentId: first(team), partyId: await aParty(team), body: "تبرع" };
  const { id } = await addContribution(team.admin, addContributionInput.parse(values));
  return { contributionId: id, version: "1", ...values, body: "تبرع آخر" };
}

const note = (values: Values) => ({ noteId: values.noteId as string, version: 1 });
const editedNote = (values: Values) => ({ ...addNoteInput.parse({ ...values, commitmentId: "-" }), ...note(values) });

export const rights: Right[] = [
  {
    permission: "document:read",
    holders: everybody,
    prepare: async (team) => ({ slug: team.documentSlug }),
    call: (actor, values) => getDocument(actor, values.slug as string),
  },
  {
    permission: "document:create",
    holders: nobody,
    prepare: nothing,
    call: (actor) => createDocument(actor, communique()),
  },
  {
    permission: "passage:correct",
    holders: editors,
    prepare: async (team) => ({
      ...(await aPassage(team)),
      text: `نص مصحح ${randomBytes(6).toString("hex")}`,
      reason: "خطأ في الطباعة",
    }),
    call: (actor, values) => correctPassage(actor, correctPassageInput.parse(values)),
    door: passageActions.correctPassage,
  },
  {
    permission: "commitment:read",
    holders: everybody,
    prepare: aCommitment,
    call: (actor, values) => getCommitment(actor, values.commitmentId as string),
  },
  {
    permission: "commitment:date",
    holders: editors,
    prepare: async (team) => ({ ...(await commitmentAtVersion(team)), doneOn: aDayOf("2021-06") }),
    call: (actor, values) => setDone(actor, setDoneInput.parse(values)),
    door: commitmentActions.setDone,
  },
  {
    permission: "commitment:lead",
    holders: editors,
    prepare: async (team) => ({
      ...(await commitmentAtVersion(team)),
      leadId: (await addMember(team.workspaceId, "ANALYST", "Lead")).memberId,
    }),
    call: (actor, values) => setLead(actor, setLeadInput.parse(values)),
    door: commitmentActions.setLead,
  },
  {
    permission: "assessment:record",
    holders: writers,
    prepare: async (team) => ({
      commitmentId: first(team),
      completion: "LIMITED",
      confidence: "LOW",
      rationale: "…",
      asOf: "2020-01-01",
      ...(await latestAssessment(first(team))),
    }),
    call: (actor, values) => recordAssessment(actor, recordAssessmentInput.parse(values)),
    door: assessmentActions.recordAssessment,
  },
  {
    permission: "provision:seed",
    holders: nobody,
    prepare: nothing,
    call: (actor) => seedProvisions(actor, communiqueProvisions()),
  },
  {
    permission: "provision:propose",
    holders: writers,
    prepare: aProposal,
    call: (actor, values) => proposeProvision(actor, proposeProvisionInput.parse(values)),
    door: provisionActions.proposeProvision,
  },
  {
    permission: "provision:propose",
    when: "to edit one",
    holders: writers,
    prepare: async (team) => ({ ...(await aProvision(team)), ...provisionFields, title_ar: "تعهد معدّل" }),
    call: (actor, values) => editProvision(actor, editProvisionInput.parse(values)),
    door: provisionActions.editProvision,
  },
  {
    permission: "provision:decide",
    when: "to accept one",
    holders: editors,
    prepare: aProvision,
    call: (actor, values) => acceptProvision(actor, provisionAtVersion.parse(values)),
    door: provisionActions.acceptProvision,
  },
  {
    permission: "provision:decide",
    when: "to drop one",
    holders: editors,
    prepare: async (team) => ({ ...(await aProvision(team)), reason: "ليس تعهداً" }),
    call: (actor, values) => dropProvision(actor, dropProvisionInput.parse(values)),
    door: provisionActions.dropProvision,
  },
  {
    permission: "provision:decide",
    when: "to bring one back",
    holders: editors,
    prepare: async (team) => {
      const { provisionId = "" } = await aProvision(team);
      await dropProvision(team.editor, { provisionId, version: 1, reason: "…" });
      return { provisionId, version: "2" };
    },
    call: (actor, values) => restoreProvision(actor, provisionAtVersion.parse(values)),
    door: provisionActions.restoreProvision,
  },
  {
    permission: "assessment:review",
    when: "somebody else’s",
    holders: editors,
    prepare: async (team) => submittedBy(team, await addMember(team.workspaceId, "ANALYST", "Other")),
    call: (actor, values) => returnAssessment(actor, returnAssessmentInput.parse(values)),
    door: assessmentActions.returnAssessment,
  },
  {
    permission: "assessment:review",
    when: "one’s own",
    holders: nobody,
    prepare: (team, actor) => submittedBy(team, { ...actor, role: "ANALYST" }),
    call: (actor, values) => approveAssessment(actor, assessmentInput.parse(values)),
    door: assessmentActions.approveAssessment,
  },
  {
    permission: "double-coding:request",
    holders: writers,
    prepare: async (team) => ({ ...(await aCommitment(team)), ...(await aProvision(team)), asOf: "2020-01-01" }),
    call: async (actor, { commitmentId = "", provisionId = null }) =>
      requestDoubleCoding(actor, { ...aDay, provisionId, commitmentId, coderIds: await twoCoders(actor) }),
  },
  {
    permission: "double-coding:judge",
    when: "not asked",
    holders: nobody,
    prepare: (team) => codingOf(team),
    call: (actor, values) => submitCoding(actor, submitCodingInput.parse(values)),
    door: doubleCodingActions.submitCoding,
  },
  {
    permission: "double-coding:judge",
    when: "asked",
    holders: writers,
    prepare: (team, actor) => codingOf(team, { coder: actor }),
    call: (actor, values) => submitCoding(actor, submitCodingInput.parse(values)),
    door: doubleCodingActions.submitCoding,
  },
  {
    permission: "double-coding:settle",
    when: "judged by others",
    holders: editors,
    prepare: (team) => codingOf(team, { isRevealed: true }),
    call: (actor, values) => settleDoubleCoding(actor, settleDoubleCodingInput.parse(values)),
    door: doubleCodingActions.settleDoubleCoding,
    events: 2,
  },
  {
    permission: "double-coding:settle",
    when: "judged by oneself",
    holders: nobody,
    prepare: (team, actor) => codingOf(team, { coder: actor, isRevealed: true }),
    call: (actor, values) => settleDoubleCoding(actor, settleDoubleCodingInput.parse(values)),
    door: doubleCodingActions.settleDoubleCoding,
  },
  {
    permission: "double-coding:cancel",
    when: "somebody else’s",
    holders: editors,
    prepare: (team) => codingOf(team),
    call: (actor, values) => cancelDoubleCoding(actor, doubleCodingAtVersion.parse(values)),
    door: doubleCodingActions.cancelDoubleCoding,
  },
  {
    permission: "double-coding:cancel",
    when: "one’s own",
    holders: writers,
    prepare: (team, actor) => codingOf(team, { requester: { ...actor, role: "ANALYST" } }),
    call: (actor, values) => cancelDoubleCoding(actor, doubleCodingAtVersion.parse(values)),
    door: doubleCodingActions.cancelDoubleCoding,
  },
  {
    permission: "note:add",
    holders: writers,
    prepare: async (team) => ({ ...aNote, commitmentId: first(team) }),
    call: (actor, values) => addNote(actor, addNoteInput.parse(values)),
    door: noteActions.addNote,
  },
  {
    permission: "note:edit",
    when: "somebody else’s",
    holders: editors,
    prepare: othersNote,
    call: (actor, values) => editNote(actor, editedNote(values)),
    door: noteActions.editNote,
  },
  {
    permission: "note:edit",
    when: "one’s own",
    holders: writers,
    prepare: ownNote,
    call: (actor, values) => editNote(actor, editedNote(values)),
    door: noteActions.editNote,
  },
  {
    permission: "note:delete",
    when: "somebody else’s",
    holders: editors,
    prepare: othersNote,
    call: (actor, values) => deleteNote(actor, note(values)),
    door: noteActions.deleteNote,
  },
  {
    permission: "note:delete",
    when: "one’s own",
    holders: writers,
    prepare: ownNote,
    call: (actor, values) => deleteNote(actor, note(values)),
    door: noteActions.deleteNote,
  },
  {
    permission: "note:settle",
    when: "somebody else’s",
    holders: editors,
    prepare: othersNote,
    call: (actor, values) => completeNote(actor, note(values)),
    door: noteActions.completeNote,
  },
  {
    permission: "note:settle",
    when: "assigned to one",
    holders: writers,
    prepare: assignedNote,
    call: (actor, values) => completeNote(actor, note(values)),
    door: noteActions.completeNote,
  },
  {
    permission: "evidence:attach",
    holders: writers,
    prepare: async (team) => ({ ...anArticle, address: anAddress(), commitmentId: first(team) }),
    call: (actor, values) => attachEvidence(actor, attachEvidenceInput.parse(values)),
    door: evidenceActions.attachEvidence,
  },
  {
    permission: "evidence:edit",
    holders: writers,
    prepare: attached,
    call: (actor, values) =>
      editEvidence(actor, {
        ...attachEvidenceInput.parse({ ...values, commitmentId: "-" }),
        citationId: values.citationId as string,
        version: 1,
        evidenceVersion: 1,
      }),
    door: evidenceActions.editEvidence,
  },
  {
    permission: "evidence:remove",
    holders: writers,
    prepare: attached,
    call: (actor, values) => removeEvidence(actor, { citationId: values.citationId as string, version: 1 }),
    door: evidenceActions.removeEvidence,
  },
  {
    permission: "evidence:capture",
    when: "having one kept now",
    holders: writers,
    prepare: aSource,
    call: (actor, values) => captureNow(actor, { evidenceId: values.evidenceId as string }),
    door: captureActions.captureNow,
    events: 0,
  },
  {
    permission: "evidence:capture",
    when: "handing one in",
    holders: writers,
    prepare: aSource,
    call: (actor, values) => {
      const bytes = Buffer.from("نص المصدر");
      return uploadCapture(actor, { evidenceId: values.evidenceId as string, fileName: "source.txt", bytes });
    },
  },
  {
    permission: "evidence:check",
    holders: nobody,
    prepare: aSource,
    call: (actor, values) => checkDue(actor, values.evidenceId as string),
  },
  {
    permission: "evidence:tag",
    holders: writers,
    prepare: async (team) => {
      const { citationId } = await attached(team);
      const { evidenceId } = await database().citation.findUniqueOrThrow({ where: { id: citationId } });
      return { evidenceIds: evidenceId, added: (await aTag(team)).tagId as string };
    },
    call: (actor, values) => retagEvidence(actor, retagEvidenceInput.parse(values)),
    door: evidenceActions.retagEvidence,
  },
  {
    permission: "annotation:read",
    holders: everybody,
    prepare: nothing,
    call: (actor) => listThreads(actor, "-"),
  },
  {
    permission: "annotation:add",
    holders: writers,
    prepare: aSelection,
    call: (actor, values) => annotate(actor, annotateInput.parse(values)),
    door: annotationActions.annotate,
  },
  {
    permission: "annotation:edit",
    when: "somebody else’s",
    holders: nobody,
    prepare: othersAnnotation,
    call: (actor, values) => editAnnotation(actor, { ...annotation(values), body: "نص آخر" }),
    door: annotationActions.editAnnotation,
  },
  {
    permission: "annotation:edit",
    when: "one’s own",
    holders: writers,
    prepare: ownAnnotation,
    call: (actor, values) => editAnnotation(actor, { ...annotation(values), body: "نص آخر" }),
    door: annotationActions.editAnnotation,
  },
  {
    permission: "annotation:delete",
    when: "somebody else’s",
    holders: editors,
    prepare: othersAnnotation,
    call: (actor, values) => deleteAnnotation(actor, annotation(values)),
    door: annotationActions.deleteAnnotation,
  },
  {
    permission: "annotation:delete",
    when: "one’s own",
    holders: writers,
    prepare: ownAnnotation,
    call: (actor, values) => deleteAnnotation(actor, annotation(values)),
    door: annotationActions.deleteAnnotation,
  },
  {
    permission: "annotation:share",
    when: "one’s own",
    holders: writers,
    prepare: privateAnnotation,
    call: (actor, values) => shareAnnotation(actor, annotation(values)),
    door: annotationActions.shareAnnotation,
  },
  {
    permission: "annotation:place",
    when: "somebody else’s",
    holders: editors,
    prepare: async (team) => orphanOf(team, await addMember(team.workspaceId, "ADMIN", "Other")),
    call: (actor, values) => archiveOrphan(actor, orphanAtVersion.parse(values)),
    door: orphanActions.archiveOrphan,
  },
  {
    permission: "annotation:place",
    when: "one’s own",
    holders: writers,
    prepare: (team, actor) => orphanOf(team, { ...actor, role: "ANALYST" }),
    call: (actor, values) => archiveOrphan(actor, orphanAtVersion.parse(values)),
    door: orphanActions.archiveOrphan,
  },
  {
    permission: "annotation:settle",
    holders: writers,
    prepare: othersAnnotation,
    call: (actor, values) => resolveThread(actor, annotation(values)),
    door: annotationActions.resolveThread,
  },
  {
    permission: "annotation:tag",
    holders: writers,
    prepare: async (team) => ({ ...(await othersAnnotation(team)), tagIds: (await aTag(team)).tagId as string }),
    call: (actor, values) => tagAnnotation(actor, tagAnnotationInput.parse(values)),
    door: annotationActions.tagAnnotation,
  },
  {
    permission: "contribution:add",
    holders: writers,
    prepare: async (team) => ({ ...(await aCommitment(team)), partyId: await aParty(team), body: "تبرع" }),
    call: (actor, values) => addContribution(actor, addContributionInput.parse(values)),
    door: contributionActions.addContribution,
  },
  {
    permission: "contribution:edit",
    holders: writers,
    prepare: aContribution,
    call: (actor, values) => editContribution(actor, editContributionInput.parse(values)),
    door: contributionActions.editContribution,
  },
  {
    permission: "contribution:remove",
    holders: writers,
    prepare: aContribution,
    call: (actor, values) => removeContribution(actor, contributionAtVersion.parse(values)),
    door: contributionActions.removeContribution,
  },
  {
    permission: "party:manage",
    holders: editors,
    prepare: async () => anOrganisation(),
    call: (actor, values) => addOrganisation(actor, addOrganisationInput.parse(values)),
    door: partyActions.addOrganisation,
  },
  {
    permission: "tag:manage",
    when: "adding",
    holders: editors,
    prepare: async () => aWord(),
    call: (actor, values) => addTag(actor, addTagInput.parse(values)),
    door: tagActions.addTag,
  },
  {
    permission: "tag:manage",
    when: "deleting",
    holders: editors,
    prepare: aTag,
    call: (actor, values) => deleteTag(actor, tagAtVersion.parse(values)),
    door: tagActions.deleteTag,
  },
  {
    permission: "annotation:import",
    holders: writers,
    prepare: async (team) => ({ slug: team.documentSlug }),
    call: (actor, values) => importAnnotations(actor, values.slug as string, []),
  },
  {
    permission: "activity:read",
    holders: everybody,
    prepare: nothing,
    call: (actor) => listActivity(actor, {} as never),
  },
  {
    permission: "release:publish",
    holders: editors,
    prepare: async (team) => ({ documentSlug: team.documentSlug }),
    call: (actor, values) => publishRelease(actor, publishReleaseInput.parse(values)),
    door: releaseActions.publishRelease,
  },
  { permission: "codebook:read", holders: everybody, prepare: nothing, call: (actor) => getCodebook(actor) },
  {
    permission: "codebook:publish",
    holders: editors,
    prepare: async (team) => ({
      basedOn: String((await getCodebook(team.admin)).number),
      reason: "تعريف أدق",
      "definition.confidence.LOW.ar": `مصادر شحيحة ${randomBytes(4).toString("hex")}.`,
    }),
    call: (actor, values) => publishCodebook(actor, publishCodebookInput.parse(values)),
    door: codebookActions.publishCodebook,
  },
  { permission: "member:read", holders: everybody, prepare: nothing, call: (actor) => listMembers(actor) },
  {
    permission: "member:invite",
    holders: admins,
    prepare: async () => ({
      email: `guest-${randomBytes(4).toString("hex")}@example.org`,
      role: "READER",
      locale: "ar",
    }),
    call: (actor, values) => sendInvitation(actor, { email: values.email as string, role: "READER", locale: "ar" }),
    door: invitationActions.sendInvitation,
  },
  {
    permission: "member:change-role",
    holders: admins,
    prepare: anotherMember,
    call: (actor, values) => changeRole(actor, { memberId: values.memberId as string, role: "ANALYST" }),
    door: memberActions.changeRole,
  },
  {
    permission: "member:remove",
    holders: admins,
    prepare: anotherMember,
    call: (actor, values) => removeMember(actor, { memberId: values.memberId as string }),
    door: memberActions.removeMember,
  },
  {
    permission: "member:reset-password",
    holders: admins,
    prepare: anotherMember,
    call: (actor, values) => makeResetLink(actor, { memberId: values.memberId as string }),
    door: resetActions.makeResetLink,
  },
  {
    permission: "member:drop-two-factor",
    holders: admins,
    prepare: async (team) => {
      const member = await addMember(team.workspaceId, "ANALYST", "Member without a phone");
      await withTwoFactor(member);
      return { memberId: member.memberId };
    },
    call: (actor, values) => dropTwoFactor(actor, { memberId: values.memberId as string }),
    door: twoFactorActions.dropTwoFactor,
  },
  {
    permission: "workspace:edit",
    holders: admins,
    prepare: async ({ workspaceId }) => {
      const { version } = await database().workspace.findUniqueOrThrow({ where: { id: workspaceId } });
      const name = `فريق ${randomBytes(4).toString("hex")}`;
      return { version: String(version), name, staleAfterDays: "90", silentAfterMonths: "6" };
    },
    call: (actor, values) => editWorkspace(actor, editWorkspaceInput.parse(values)),
    door: workspaceActions.editWorkspace,
  },
  { permission: "sign-in:read", holders: admins, prepare: nothing, call: (actor) => listSignIns(actor, { page: 1 }) },
  { permission: "system:read", holders: admins, prepare: nothing, call: (actor) => getSystemState(actor) },
  {
    permission: "api-token:manage",
    holders: everybody,
    prepare: async () => ({ name: "يومية المتابعة", scope: "READ", validDays: "30" }),
    call: (actor, values) => createToken(actor, createTokenInput.parse(values)),
    door: tokenActions.createToken,
  },
];

export function formOf(values: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) for (const each of [value].flat()) form.append(name, each);
  return form;
}
