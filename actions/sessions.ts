"use server";
// Forms about signing in and out, the password, and one's own sessions.
import { redirect } from "next/navigation";
import { z } from "zod";
import { changePasswordInput, sessionInput, signInInput } from "@/domain/person";
import { defaultLocale, isLocale } from "@/i18n/locales";
import * as session from "@/server/auth/session";
import * as sessions from "@/server/sessions";
import { formAction, visitorFormAction } from "./form-action";
import { pathAfterSignIn } from "./path-after-sign-in";

export async function signIn(form: FormData) {
  const outcome = await visitorFormAction(signInInput, form, async (input) =>
    sessions.signIn(await session.visitor(), input),
  );
  if (outcome.status === "done") redirect(pathAfterSignIn(form));
  return outcome;
}

export async function signOut(locale: string): Promise<void> {
  await session.signOut();
  redirect(`/${isLocale(locale) ? locale : defaultLocale}/sign-in`);
}

export async function changePassword(form: FormData) {
  return formAction(changePasswordInput, form, sessions.changePassword);
}

export async function endSession(form: FormData) {
  return formAction(sessionInput, form, sessions.endSession);
}

export async function endOtherSessions(form: FormData) {
  return formAction(z.object({}), form, sessions.endOtherSessions);
}
