"use server";
// Forms about assessments: recording them and their review.
import { assessmentInput, recordAssessmentInput, returnAssessmentInput } from "@/domain/assessment";
import * as reviews from "@/server/assessment-reviews";
import { recordAssessment as record } from "@/server/assessments";
import { formAction } from "./form-action";

export async function recordAssessment(form: FormData) {
  return formAction(recordAssessmentInput, form, record);
}

export async function approveAssessment(form: FormData) {
  return formAction(assessmentInput, form, reviews.approveAssessment);
}

export async function returnAssessment(form: FormData) {
  return formAction(returnAssessmentInput, form, reviews.returnAssessment);
}
