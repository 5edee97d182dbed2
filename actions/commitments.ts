"use server";
// Forms about commitments themselves.
import { setDoneInput, setLeadInput } from "@/domain/commitment";
import * as commitments from "@/server/commitments";
import { formAction } from "./form-action";

export async function setLead(form: FormData) {
  return formAction(setLeadInput, form, commitments.setLead);
}

export async function setDone(form: FormData) {
  return formAction(setDoneInput, form, commitments.setDone);
}
