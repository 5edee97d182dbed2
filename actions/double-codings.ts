"use server";
// Forms about double codings: asking for one, judging, settling, giving it up.
import {
  doubleCodingAtVersion,
  requestDoubleCodingInput,
  settleDoubleCodingInput,
  submitCodingInput,
} from "@/domain/double-coding";
import * as doubleCodings from "@/server/double-codings";
import { formAction } from "./form-action";

export async function requestDoubleCoding(form: FormData) {
  return formAction(requestDoubleCodingInput, form, doubleCodings.requestDoubleCoding);
}

export async function submitCoding(form: FormData) {
  return formAction(submitCodingInput, form, doubleCodings.submitCoding);
}

export async function settleDoubleCoding(form: FormData) {
  return formAction(settleDoubleCodingInput, form, doubleCodings.settleDoubleCoding);
}

export async function cancelDoubleCoding(form: FormData) {
  return formAction(doubleCodingAtVersion, form, doubleCodings.cancelDoubleCoding);
}
