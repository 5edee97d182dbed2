"use server";
// Forms about kept copies.
import { captureNowInput } from "@/domain/capture";
import * as captures from "@/server/captures";
import { formAction } from "./form-action";

export async function captureNow(form: FormData) {
  return formAction(captureNowInput, form, captures.captureNow);
}
