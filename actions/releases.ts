"use server";
// Forms about published summaries.
import { publishReleaseInput } from "@/domain/release";
import * as releases from "@/server/releases";
import { formAction } from "./form-action";

export async function publishRelease(form: FormData) {
  return formAction(publishReleaseInput, form, releases.publishRelease);
}
