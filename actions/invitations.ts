"use server";
// Forms about invitations: for those who send them and those who take them up.
import { redirect } from "next/navigation";
import { z } from "zod";
import { acceptInvitationInput, invitationInput, inviteInput, joinInput } from "@/domain/person";
import { locales } from "@/i18n/locales";
import { visitor } from "@/server/auth/session";
import * as invitations from "@/server/invitations";
import { signIn } from "@/server/sign-in";
import { formAction, visitorFormAction } from "./form-action";
import { pathAfterSignIn } from "./path-after-sign-in";

/** The language that the mail is written in. */
const inLanguage = { locale: z.enum(locales, { error: "choose_one" }) };

export async function sendInvitation(form: FormData) {
  return formAction(inviteInput.extend(inLanguage), form, invitations.sendInvitation);
}

export async function resendInvitation(form: FormData) {
  return formAction(invitationInput.extend(inLanguage), form, invitations.resendInvitation);
}

export async function revokeInvitation(form: FormData) {
  return formAction(invitationInput, form, invitations.revokeInvitation);
}

export async function acceptInvitation(form: FormData) {
  const outcome = await visitorFormAction(acceptInvitationInput, form, async (input) => {
    const { email } = await invitations.acceptInvitation(input);
    return signIn(await visitor(), { email, password: input.password });
  });
  if (outcome.status === "done") redirect(pathAfterSignIn(form, outcome.value));
  return outcome;
}

export async function joinWorkspace(form: FormData) {
  const outcome = await visitorFormAction(joinInput, form, async (input) => {
    const person = await visitor();
    const { email } = await invitations.joinWorkspace(person, input);
    return signIn(person, { email, password: input.password });
  });
  if (outcome.status === "done") redirect(pathAfterSignIn(form, outcome.value));
  return outcome;
}
