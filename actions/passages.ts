"use server";
// Forms about the text of passages.
import { correctPassageInput, previewCorrectionInput } from "@/domain/passage";
import * as passages from "@/server/passages";
import { formAction, quietFormAction } from "./form-action";

export async function correctPassage(form: FormData) {
  return formAction(correctPassageInput, form, passages.correctPassage);
}

export async function previewCorrection(form: FormData) {
  return quietFormAction(previewCorrectionInput, form, passages.previewCorrection);
}
