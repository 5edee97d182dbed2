// What each form's action reads its fields with, by the action's name: from it come the names of the fields and the choices in them.

import { z } from "zod";
import * as annotation from "@/domain/annotation";
import * as apiToken from "@/domain/api-token";
import * as assessment from "@/domain/assessment";
import { captureNowInput } from "@/domain/capture";
import { publishCodebookInput } from "@/domain/codebook-changes";
import { setDoneInput, setLeadInput } from "@/domain/commitment";
import * as contribution from "@/domain/contribution";
import * as doubleCoding from "@/domain/double-coding";
import * as evidence from "@/domain/evidence";
import { exportById, requestExportInput } from "@/domain/export";
import * as note from "@/domain/note";
import { mailChoiceInput, watchInput } from "@/domain/notification";
import * as party from "@/domain/party";
import * as passage from "@/domain/passage";
import * as passkey from "@/domain/passkey";
import * as person from "@/domain/person";
import * as provision from "@/domain/provision";
import { publishReleaseInput } from "@/domain/release";
import * as tag from "@/domain/tag";
import { codeInput } from "@/domain/two-factor";

const nothing = z.object({});
/** Beside the fields of the input, the page's language and where to go afterwards. */
const inLanguage = z.object({ locale: z.string() });
const afterwards = z.object({ locale: z.string(), next: z.string() });

/** A few of the hundreds of texts of a codebook, by their places. */
const codebookTexts = z.object({
  "definition.confidence.LOW.ar": z.string(),
  "criteria.global-coalition-2019-11-14.1.COMPLETE.ar": z.string(),
  "rules.0.ar": z.string(),
  "crosswalk.LIMITED.un": z.string(),
});

/** Every form there is; an action that is not here has no form. */
export const formInputs: Record<string, readonly z.ZodType[]> = {
  acceptInvitation: [person.acceptInvitationInput, afterwards],
  acceptProvision: [provision.provisionAtVersion],
  addContribution: [contribution.addContributionInput],
  addNote: [note.addNoteInput],
  addOrganisation: [party.addOrganisationInput],
  addPasskey: [passkey.addPasskeyInput],
  addState: [party.addStateInput],
  addTag: [tag.addTagInput],
  annotate: [annotation.annotateInput],
  approveAssessment: [assessment.assessmentInput],
  archiveOrphan: [passage.orphanAtVersion],
  askForPasskey: [nothing],
  assignThread: [annotation.assignAnnotationInput],
  attachEvidence: [evidence.attachEvidenceInput],
  cancelDoubleCoding: [doubleCoding.doubleCodingAtVersion],
  cancelExport: [exportById],
  captureNow: [captureNowInput],
  changePassword: [person.changePasswordInput],
  changeRole: [person.changeRoleInput],
  chooseMail: [mailChoiceInput],
  citeSource: [evidence.citeSourceInput],
  completeNote: [note.noteAtVersion],
  confirmTwoFactor: [codeInput],
  correctPassage: [passage.correctPassageInput],
  createToken: [apiToken.createTokenInput],
  deleteAnnotation: [annotation.annotationAtVersion],
  deleteNote: [note.noteAtVersion],
  deleteTag: [tag.tagAtVersion],
  discardDraft: [assessment.assessmentInput],
  dropProvision: [provision.dropProvisionInput],
  dropTwoFactor: [person.memberInput],
  editAnnotation: [annotation.editAnnotationInput],
  editContribution: [contribution.editContributionInput],
  editEvidence: [evidence.editEvidenceInput],
  editNote: [note.editNoteInput],
  editParty: [party.editPartyInput],
  editProvision: [provision.editProvisionInput],
  editSource: [evidence.editSourceInput],
  editTag: [tag.editTagInput],
  editWorkspace: [person.editWorkspaceInput],
  endOtherSessions: [nothing],
  endSession: [person.sessionInput],
  findKnownSource: [evidence.findSourceInput],
  findPlaces: [passage.orphanAtVersion],
  joinWorkspace: [person.joinInput, afterwards],
  makeBackupCodes: [person.currentPasswordInput],
  makeResetLink: [person.memberInput],
  markAllRead: [nothing],
  mergeTag: [tag.mergeTagInput],
  previewCorrection: [passage.previewCorrectionInput],
  proposeProvision: [provision.proposeProvisionInput],
  publishCodebook: [publishCodebookInput, codebookTexts],
  publishRelease: [publishReleaseInput],
  putBack: [passage.putBackInput],
  recordAssessment: [assessment.recordAssessmentInput],
  removeContribution: [contribution.contributionAtVersion],
  removeEvidence: [evidence.citationAtVersion],
  removeMember: [person.memberInput],
  removeParty: [party.partyAtVersion],
  removePasskey: [passkey.passkeyInput],
  reopenNote: [note.noteAtVersion],
  reopenThread: [annotation.annotationAtVersion],
  reply: [annotation.replyInput],
  requestDoubleCoding: [doubleCoding.requestDoubleCodingInput],
  requestExport: [requestExportInput],
  resendInvitation: [person.invitationInput, inLanguage],
  resetPassword: [person.resetPasswordInput, afterwards],
  resolveThread: [annotation.annotationAtVersion],
  restoreAnnotation: [annotation.annotationAtVersion],
  restoreContribution: [contribution.contributionAtVersion],
  restoreEvidence: [evidence.citationAtVersion],
  restoreNote: [note.noteAtVersion],
  restoreParty: [party.partyAtVersion],
  restoreProvision: [provision.provisionAtVersion],
  restoreTag: [tag.tagAtVersion],
  retagEvidence: [evidence.retagEvidenceInput],
  returnAssessment: [assessment.returnAssessmentInput],
  revokeInvitation: [person.invitationInput],
  revokeToken: [apiToken.tokenInput],
  saveDraft: [assessment.saveDraftInput],
  sendInvitation: [person.inviteInput, inLanguage],
  setDone: [setDoneInput],
  setLead: [setLeadInput],
  setUp: [person.setUpInput, afterwards],
  settleDoubleCoding: [doubleCoding.settleDoubleCodingInput],
  shareAnnotation: [annotation.annotationAtVersion],
  signIn: [person.signInInput, afterwards],
  signInWithCode: [codeInput, afterwards],
  signInWithPasskey: [passkey.passkeySignInInput, afterwards],
  startPasskey: [passkey.startPasskeyInput],
  startTwoFactor: [person.currentPasswordInput],
  stopTwoFactor: [person.currentPasswordInput],
  submitCoding: [doubleCoding.submitCodingInput],
  tagAnnotation: [annotation.tagAnnotationInput],
  tagSource: [evidence.tagSourceInput],
  unarchiveOrphan: [passage.orphanAtVersion],
  unwatch: [watchInput],
  watch: [watchInput],
};

export type Field = { name: string; choices: string[] };

/** The fields that these schemas read, each with the values that it lets choose from. */
export function fieldsOf(schemas: readonly z.ZodType[]): Field[] {
  const shapes = schemas.flatMap((schema) => Object.entries(shapeOf(schema)));
  return shapes.map(([name, schema]) => ({ name, choices: choicesIn(schema) }));
}

/** As much of Zod's own description of a schema as is read here. */
type Described = {
  shape?: Record<string, z.ZodType>;
  entries?: Record<string, string>;
  innerType?: z.ZodType;
  in?: z.ZodType;
  out?: z.ZodType;
  element?: z.ZodType;
  options?: z.ZodType[];
};
const describe = (schema: z.ZodType) => schema._zod.def as unknown as Described;
const inside = ({ innerType, in: first, out, element, options = [] }: Described) =>
  [innerType, first, out, element, ...options].filter((each) => each !== undefined);

function shapeOf(schema: z.ZodType): Record<string, z.ZodType> {
  const described = describe(schema);
  return described.shape ?? Object.assign({}, ...inside(described).map(shapeOf));
}

function choicesIn(schema: z.ZodType): string[] {
  const described = describe(schema);
  return described.entries ? Object.values(described.entries) : inside(described).flatMap(choicesIn);
}
