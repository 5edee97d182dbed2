"use server";
// Forms about codes after the password: for whoever wants them, and for the admin who helps when they are lost.
import { currentPasswordInput, memberInput } from "@/domain/person";
import { codeInput } from "@/domain/two-factor";
import * as twoFactor from "@/server/two-factor";
import { formAction, quietFormAction } from "./form-action";

export async function startTwoFactor(form: FormData) {
  return quietFormAction(currentPasswordInput, form, twoFactor.startTwoFactor);
}

export async function confirmTwoFactor(form: FormData) {
  return formAction(codeInput, form, twoFactor.confirmTwoFactor);
}

export async function makeBackupCodes(form: FormData) {
  return formAction(currentPasswordInput, form, twoFactor.makeBackupCodes);
}

export async function stopTwoFactor(form: FormData) {
  return formAction(currentPasswordInput, form, twoFactor.stopTwoFactor);
}

export async function dropTwoFactor(form: FormData) {
  return formAction(memberInput, form, twoFactor.dropTwoFactor);
}
