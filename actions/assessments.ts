"use server";
// Forms about assessments: recording, drafts, and their review.
import { assessmentInput, recordAssessmentInput, returnAssessmentInput, saveDraftInput } from "@/domain/assessment";
import * as drafts from "@/server/assessment-drafts";
import * as reviews from "@/server/assessment-reviews";
import { recordAssessment as record } from "@/server/assessments";
import { formAction } from "./form-action";

export async function recordAssessment(form: FormData) {
  return formAction(recordAssessmentInput, form, record);
}

export async function saveDraft(form: FormData) {
  return formAction(saveDraftInput, form, drafts.saveDraft);
}

export async function discardDraft(form: FormData) {
  return formAction(assessmentInput, form, drafts.discardDraft);
}

export async function approveAssessment(form: FormData) {
  return formAction(assessmentInput, form, reviews.approveAssessment);
}

export async function returnAssessment(form: FormData) {
  return formAction(returnAssessmentInput, form, reviews.returnAssessment);
}
