"use server";
// Forms about signing out, the password, and one's own sessions.
import { redirect } from "next/navigation";
import { z } from "zod";
import { changePasswordInput, sessionInput } from "@/domain/person";
import { defaultLocale, isLocale } from "@/i18n/locales";
import * as session from "@/server/auth/session";
import * as sessions from "@/server/sessions";
import { formAction } from "./form-action";

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
