"use server";
// Forms about commitments themselves.
import { setLeadInput } from "@/domain/commitment";
import { setLead as set } from "@/server/commitments";
import { formAction } from "./form-action";

export async function setLead(form: FormData) {
  return formAction(setLeadInput, form, set);
}
