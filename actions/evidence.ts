"use server";
// Forms about evidence.
import { attachEvidenceInput, citationAtVersion, editEvidenceInput } from "@/domain/evidence";
import * as evidence from "@/server/evidence";
import { formAction } from "./form-action";

export async function attachEvidence(form: FormData) {
  return formAction(attachEvidenceInput, form, evidence.attachEvidence);
}

export async function editEvidence(form: FormData) {
  return formAction(editEvidenceInput, form, evidence.editEvidence);
}

export async function removeEvidence(form: FormData) {
  return formAction(citationAtVersion, form, evidence.removeEvidence);
}

export async function restoreEvidence(form: FormData) {
  return formAction(citationAtVersion, form, evidence.restoreEvidence);
}
