"use server";
// Forms about password links: for the admin who makes one and the member who uses it.
import { redirect } from "next/navigation";
import { memberInput, resetPasswordInput } from "@/domain/person";
import { visitor } from "@/server/auth/session";
import * as resets from "@/server/password-resets";
import { signIn } from "@/server/sign-in";
import { formAction, visitorFormAction } from "./form-action";
import { pathAfterSignIn } from "./path-after-sign-in";

export async function makeResetLink(form: FormData) {
  return formAction(memberInput, form, resets.makeResetLink);
}

export async function resetPassword(form: FormData) {
  const outcome = await visitorFormAction(resetPasswordInput, form, async (input) => {
    const { email } = await resets.resetPassword(input);
    return signIn(await visitor(), { email, password: input.password });
  });
  if (outcome.status === "done") redirect(pathAfterSignIn(form, outcome.value));
  return outcome;
}
