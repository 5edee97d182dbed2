// The doors for forms that tests/rights.ts does not knock at: each with who may go through, and what it takes.
import { randomBytes } from "node:crypto";
import * as annotationActions from "@/actions/annotations";
import * as tokenActions from "@/actions/api-tokens";
import * as assessmentActions from "@/actions/assessments";
import * as contributionActions from "@/actions/contributions";
import * as doubleCodingActions from "@/actions/double-codings";
import * as evidenceActions from "@/actions/evidence";
import * as exportActions from "@/actions/exports";
import type { FormOutcome } from "@/actions/form-action";
import * as invitationActions from "@/actions/invitations";
import * as noteActions from "@/actions/notes";
import * as notificationActions from "@/actions/notifications";
import * as orphanActions from "@/actions/orphans";
import * as partyActions from "@/actions/parties";
import * as passageActions from "@/actions/passages";
import * as passkeyActions from "@/actions/passkeys";
import * as sessionActions from "@/actions/sessions";
import * as tagActions from "@/actions/tags";
import * as twoFactorActions from "@/actions/two-factor";
import * as watchActions from "@/actions/watches";
import { createTokenInput } from "@/domain/api-token";
import { saveDraftInput } from "@/domain/assessment";
import { requestExportInput } from "@/domain/export";
import { sliceOf } from "@/domain/text-position";
import type { Role } from "@/domain/workspace";
import { deleteAnnotation } from "@/server/annotations";
import { createToken } from "@/server/api-tokens";
import { saveDraft } from "@/server/assessment-drafts";
import type { MemberActor } from "@/server/auth/actor";
import { removeContribution } from "@/server/contributions";
import { database } from "@/server/database";
import { removeEvidence } from "@/server/evidence";
import { requestExport } from "@/server/exports";
import { sendInvitation } from "@/server/invitations";
import { completeNote, deleteNote } from "@/server/notes";
import { archiveOrphan } from "@/server/orphans";
import { removeParty } from "@/server/parties";
import { startPasskey } from "@/server/passkeys";
import { deleteTag } from "@/server/tags";
import { resolveThread } from "@/server/threads";
import { startTwoFactor } from "@/server/two-factor";
import { makeAuthenticator } from "./authenticator";
import { addMember, anArticle, password, type Team } from "./cast";
import { codeOf, withTwoFactor } from "./codes";
import * as examples from "./rights";
import { admins, editors, everybody, first, writers } from "./rights";

type Values = Record<string, string | string[]>;
export type Door = {
  door: (form: FormData) => Promise<FormOutcome>;
  holders: readonly Role[];
  /** Whether it is about nothing but the member’s own, and so says the same whatever is named. */
  own?: true;
  /** What must be there before; returns the values of the form. */
  prepare: (team: Team, actor: MemberActor) => Promise<Values>;
};

/** A reader's own is one from the time when the person was an analyst. */
const asAnalyst = (actor: MemberActor): MemberActor => ({ ...actor, role: "ANALYST" });
const asEditor = (team: Team): MemberActor => ({ ...team.admin, role: "EDITOR" });
const word = () => randomBytes(6).toString("hex");

async function mark(team: Team, actor: MemberActor) {
  const { annotationId = "" } = await examples.annotationBy(asAnalyst(actor), team);
  return { annotationId, version: 1 };
}
async function note(team: Team) {
  const { noteId = "" } = await examples.noteBy(team.admin, team);
  return { noteId, version: 1 };
}
async function anInvitation(team: Team): Promise<Values> {
  const email = `guest-${word()}@example.org`;
  await sendInvitation(team.admin, { email, role: "READER", locale: "ar" });
  return { invitationId: (await database().invitation.findFirstOrThrow({ where: { email } })).id, locale: "ar" };
}
async function anExport(team: Team, actor: MemberActor): Promise<Values> {
  const wanted = { documentSlug: team.documentSlug, format: "json", language: "ar" };
  // More than a few at once are refused.
  await database().export.deleteMany({ where: { workspaceId: team.workspaceId } });
  return { exportId: (await requestExport(actor, requestExportInput.parse(wanted))).id };
}
async function draftOf(team: Team, actor: MemberActor): Promise<Values> {
  const { provisionId } = await examples.aProvision(team);
  const judged = { ...examples.aJudgement, commitmentId: first(team), provisionId, asOf: "2020-01-01" };
  return { assessmentId: (await saveDraft(asAnalyst(actor), saveDraftInput.parse(judged))).id };
}
async function aSession({ userId }: MemberActor): Promise<Values> {
  const expiresAt = new Date(Date.now() + 60_000);
  return { sessionId: (await database().session.create({ data: { userId, token: word(), expiresAt } })).id };
}
async function codesOn(_: Team, actor: MemberActor): Promise<Values> {
  await database().twoFactor.deleteMany({ where: { userId: actor.userId } });
  await withTwoFactor(actor);
  return { currentPassword: password };
}
async function aParty(team: Team): Promise<{ partyId: string; version: number }> {
  return { partyId: await examples.aParty(team), version: 1 };
}
async function orphan(team: Team, actor: MemberActor) {
  const { kind = "", id = "" } = await examples.orphanOf(team, asAnalyst(actor));
  return { kind, id, version: "1" };
}
async function newPlace(team: Team): Promise<Values> {
  const { id, text } = await database().passage.findFirstOrThrow({
    where: { paragraph: { ordinal: 2, document: { workspaceId: team.workspaceId } } },
  });
  return { passageId: id, start: "0", end: "5", exact: sliceOf(text, { start: 0, end: 5 }) ?? "" };
}
/** A form carries versions as words. */
const sent = (values: Record<string, string | number>): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));

const states = ["IQ", "FR", "IT", "DE", "ES", "JO", "EG", "TN", "NL", "BE"];

export const doors: Record<string, Door> = {
  reply: {
    door: annotationActions.reply,
    holders: writers,
    prepare: async (team) => ({ ...(await examples.othersAnnotation(team)), body: "جواب" }),
  },
  restoreAnnotation: {
    door: annotationActions.restoreAnnotation,
    holders: writers,
    prepare: async (team, actor) => {
      const deleted = await mark(team, actor);
      return sent({ ...deleted, ...(await deleteAnnotation(asAnalyst(actor), deleted)) });
    },
  },
  reopenThread: {
    door: annotationActions.reopenThread,
    holders: writers,
    prepare: async (team) => {
      const settled = await mark(team, team.admin);
      await resolveThread(team.admin, settled);
      return sent({ ...settled, version: 2 });
    },
  },
  assignThread: {
    door: annotationActions.assignThread,
    holders: writers,
    prepare: async (team) => sent({ ...(await mark(team, team.admin)), assigneeId: team.analyst.memberId }),
  },
  revokeToken: {
    door: tokenActions.revokeToken,
    holders: everybody,
    prepare: async (_, actor) => {
      const wanted = createTokenInput.parse({ name: "برنامج", scope: "READ", validDays: "7" });
      return { tokenId: (await createToken(actor, wanted)).tokenId };
    },
  },
  saveDraft: {
    door: assessmentActions.saveDraft,
    holders: writers,
    prepare: async (team) => {
      const { provisionId = "" } = await examples.aProvision(team);
      return { ...examples.aJudgement, commitmentId: first(team), provisionId, asOf: "2020-01-01" };
    },
  },
  discardDraft: { door: assessmentActions.discardDraft, holders: writers, prepare: draftOf },
  restoreContribution: {
    door: contributionActions.restoreContribution,
    holders: writers,
    prepare: async (team) => {
      const { contributionId = "" } = await examples.aContribution(team);
      return sent({ contributionId, ...(await removeContribution(team.admin, { contributionId, version: 1 })) });
    },
  },
  requestDoubleCoding: {
    door: doubleCodingActions.requestDoubleCoding,
    holders: writers,
    prepare: async (team) => {
      const { provisionId = "" } = await examples.aProvision(team);
      const coderIds = [team.analyst.memberId, team.editor.memberId];
      return { commitmentId: first(team), provisionId, asOf: "2020-01-01", coderIds };
    },
  },
  restoreEvidence: {
    door: evidenceActions.restoreEvidence,
    holders: writers,
    prepare: async (team) => {
      const { citationId = "" } = await examples.attached(team);
      return sent({ citationId, ...(await removeEvidence(team.admin, { citationId, version: 1 })) });
    },
  },
  editSource: {
    door: evidenceActions.editSource,
    holders: writers,
    prepare: async (team) => ({
      ...(await examples.aSource(team)),
      ...anArticle,
      ...{ address: examples.anAddress(), title: "عنوان آخر", evidenceVersion: "1" },
    }),
  },
  citeSource: {
    door: evidenceActions.citeSource,
    holders: writers,
    prepare: async (team) => ({
      ...(await examples.aSource(team)),
      ...{ commitmentId: team.commitments[1]?.id ?? "", stance: "SUPPORTS" },
    }),
  },
  tagSource: {
    door: evidenceActions.tagSource,
    holders: writers,
    prepare: async (team) => ({
      ...(await examples.aSource(team)),
      tagIds: (await examples.aTag(team)).tagId ?? "",
    }),
  },
  findKnownSource: {
    door: evidenceActions.findKnownSource,
    holders: everybody,
    prepare: async () => ({ address: examples.anAddress() }),
  },
  requestExport: {
    door: exportActions.requestExport,
    holders: everybody,
    prepare: async (team) => ({ documentSlug: team.documentSlug, format: "json", language: "ar" }),
  },
  cancelExport: { door: exportActions.cancelExport, holders: everybody, prepare: anExport },
  resendInvitation: { door: invitationActions.resendInvitation, holders: admins, prepare: anInvitation },
  revokeInvitation: { door: invitationActions.revokeInvitation, holders: admins, prepare: anInvitation },
  restoreNote: {
    door: noteActions.restoreNote,
    holders: editors,
    prepare: async (team) => {
      const deleted = await note(team);
      return sent({ ...deleted, ...(await deleteNote(team.admin, deleted)) });
    },
  },
  reopenNote: {
    door: noteActions.reopenNote,
    holders: editors,
    prepare: async (team) => {
      const done = await note(team);
      await completeNote(team.admin, done);
      return sent({ ...done, version: 2 });
    },
  },
  markAllRead: { door: notificationActions.markAllRead, holders: everybody, prepare: async () => ({}) },
  chooseMail: {
    door: notificationActions.chooseMail,
    holders: everybody,
    prepare: async () => ({ mailChoice: "DAILY" }),
  },
  findPlaces: {
    door: orphanActions.findPlaces,
    holders: editors,
    prepare: async (team) => orphan(team, await addMember(team.workspaceId, "ANALYST", "Other")),
  },
  putBack: {
    door: orphanActions.putBack,
    holders: writers,
    prepare: async (team, actor) => ({ ...(await orphan(team, actor)), ...(await newPlace(team)) }),
  },
  unarchiveOrphan: {
    door: orphanActions.unarchiveOrphan,
    holders: writers,
    prepare: async (team, actor) => {
      const { id, kind } = await orphan(team, actor);
      await archiveOrphan(asAnalyst(actor), { id, kind: "ANNOTATION", version: 1 });
      return { id, kind, version: "2" };
    },
  },
  addState: { door: partyActions.addState, holders: editors, prepare: async () => ({ code: states.pop() ?? "" }) },
  editParty: {
    door: partyActions.editParty,
    holders: editors,
    prepare: async (team) => sent({ ...(await aParty(team)), name_ar: word() }),
  },
  removeParty: { door: partyActions.removeParty, holders: editors, prepare: async (team) => sent(await aParty(team)) },
  restoreParty: {
    door: partyActions.restoreParty,
    holders: editors,
    prepare: async (team) => {
      const party = await aParty(team);
      return sent({ ...party, ...(await removeParty(team.admin, party)) });
    },
  },
  previewCorrection: {
    door: passageActions.previewCorrection,
    holders: editors,
    prepare: async (team) => ({ passageId: (await newPlace(team)).passageId ?? "", text: "نص آخر" }),
  },
  changePassword: {
    door: sessionActions.changePassword,
    holders: everybody,
    prepare: async () => ({ currentPassword: password, password }),
  },
  endSession: { door: sessionActions.endSession, holders: everybody, prepare: (_, actor) => aSession(actor) },
  endOtherSessions: { door: sessionActions.endOtherSessions, holders: everybody, prepare: async () => ({}) },
  startTwoFactor: {
    door: twoFactorActions.startTwoFactor,
    holders: everybody,
    own: true,
    prepare: async (_, { userId }) => {
      await database().twoFactor.deleteMany({ where: { userId } });
      return { currentPassword: password };
    },
  },
  confirmTwoFactor: {
    door: twoFactorActions.confirmTwoFactor,
    holders: everybody,
    own: true,
    prepare: async (_, actor) => {
      await database().twoFactor.deleteMany({ where: { userId: actor.userId } });
      const { key } = await startTwoFactor(actor, { currentPassword: password });
      return { code: await codeOf(key) };
    },
  },
  makeBackupCodes: { door: twoFactorActions.makeBackupCodes, holders: everybody, own: true, prepare: codesOn },
  stopTwoFactor: { door: twoFactorActions.stopTwoFactor, holders: everybody, own: true, prepare: codesOn },
  startPasskey: {
    door: passkeyActions.startPasskey,
    holders: everybody,
    prepare: async () => ({ currentPassword: password, name: word() }),
  },
  addPasskey: {
    door: passkeyActions.addPasskey,
    holders: everybody,
    own: true,
    prepare: async (_, actor) => {
      const asked = await startPasskey(actor, { currentPassword: password });
      return { name: word(), answer: JSON.stringify(makeAuthenticator().register(asked)) };
    },
  },
  removePasskey: {
    door: passkeyActions.removePasskey,
    holders: everybody,
    prepare: async (_, { userId }) => {
      const data = { userId, name: word(), credentialId: word(), publicKey: new Uint8Array(1), counter: 0 };
      return { passkeyId: (await database().passkey.create({ data })).id };
    },
  },
  editTag: {
    door: tagActions.editTag,
    holders: editors,
    prepare: async (team) => ({ ...(await examples.aTag(team)), name_ar: word(), color: "TEAL" }),
  },
  restoreTag: {
    door: tagActions.restoreTag,
    holders: editors,
    prepare: async (team) => {
      const { tagId = "" } = await examples.aTag(team);
      return sent({ tagId, ...(await deleteTag(asEditor(team), { tagId, version: 1 })) });
    },
  },
  mergeTag: {
    door: tagActions.mergeTag,
    holders: editors,
    prepare: async (team) => ({
      ...(await examples.aTag(team)),
      intoId: (await examples.aTag(team)).tagId ?? "",
    }),
  },
  watch: {
    door: watchActions.watch,
    holders: everybody,
    prepare: async (team) => ({ what: "commitment", id: first(team) }),
  },
  unwatch: {
    door: watchActions.unwatch,
    holders: everybody,
    own: true,
    prepare: async (team) => ({ what: "commitment", id: first(team) }),
  },
};

/** The actions for somebody who is not signed in yet or any more; their own tests say what they ask for instead. */
export const open = [
  ...["signIn", "signInWithCode", "askForPasskey", "signInWithPasskey", "signOut"],
  ...["setUp", "acceptInvitation", "joinWorkspace", "resetPassword", "readAgain"],
];
