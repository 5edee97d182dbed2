"use server";
// Forms about evidence.
import {
  attachEvidenceInput,
  citationAtVersion,
  citeSourceInput,
  editEvidenceInput,
  editSourceInput,
  findSourceInput,
  retagEvidenceInput,
  tagSourceInput,
} from "@/domain/evidence";
import * as evidence from "@/server/evidence";
import { findKnownSource as findKnown } from "@/server/evidence-sources";
import * as tags from "@/server/evidence-tags";
import { formAction, quietFormAction } from "./form-action";

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

export async function editSource(form: FormData) {
  return formAction(editSourceInput, form, evidence.editSource);
}

export async function citeSource(form: FormData) {
  return formAction(citeSourceInput, form, evidence.citeSource);
}

export async function retagEvidence(form: FormData) {
  return formAction(retagEvidenceInput, form, tags.retagEvidence);
}

export async function tagSource(form: FormData) {
  return formAction(tagSourceInput, form, tags.retagEvidence);
}

/** The source that the team has at an address, or null. */
export async function findKnownSource(form: FormData) {
  return quietFormAction(findSourceInput, form, findKnown);
}
