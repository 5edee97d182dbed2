"use server";
// Forms about one's own passkeys.
import { addPasskeyInput, passkeyInput, startPasskeyInput } from "@/domain/passkey";
import * as passkeys from "@/server/passkeys";
import { formAction, quietFormAction } from "./form-action";

export async function startPasskey(form: FormData) {
  return quietFormAction(startPasskeyInput, form, passkeys.startPasskey);
}

export async function addPasskey(form: FormData) {
  return formAction(addPasskeyInput, form, passkeys.addPasskey);
}

export async function removePasskey(form: FormData) {
  return formAction(passkeyInput, form, passkeys.removePasskey);
}
