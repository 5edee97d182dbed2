"use server";
// Forms about assessments.
import { recordAssessmentInput } from "@/domain/assessment";
import { recordAssessment as record } from "@/server/assessments";
import { formAction } from "./form-action";

export async function recordAssessment(form: FormData) {
  return formAction(recordAssessmentInput, form, record);
}
