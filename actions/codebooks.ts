"use server";
// Forms about the codebook.
import { publishCodebookInput } from "@/domain/codebook-changes";
import * as codebooks from "@/server/codebooks";
import { formAction } from "./form-action";

export async function publishCodebook(form: FormData) {
  return formAction(publishCodebookInput, form, codebooks.publishCodebook);
}
