"use server";
// Forms that sign somebody in.
import { redirect } from "next/navigation";
import { z } from "zod";
import { passkeySignInInput } from "@/domain/passkey";
import { signInInput } from "@/domain/person";
import { codeInput } from "@/domain/two-factor";
import { visitor } from "@/server/auth/session";
import { askForPasskey as ask } from "@/server/passkeys";
import * as entry from "@/server/sign-in";
import { visitorFormAction } from "./form-action";
import { pathAfterSignIn } from "./path-after-sign-in";

export async function signIn(form: FormData) {
  const outcome = await visitorFormAction(signInInput, form, async (input) => entry.signIn(await visitor(), input));
  if (outcome.status === "done") redirect(pathAfterSignIn(form, outcome.value));
  return outcome;
}

export async function signInWithCode(form: FormData) {
  const outcome = await visitorFormAction(codeInput, form, async (input) =>
    entry.signInWithCode(await visitor(), input),
  );
  if (outcome.status === "done") redirect(pathAfterSignIn(form));
  return outcome;
}

export async function askForPasskey(form: FormData) {
  return visitorFormAction(z.object({}), form, ask);
}

export async function signInWithPasskey(form: FormData) {
  const outcome = await visitorFormAction(passkeySignInInput, form, async (input) =>
    entry.signInWithPasskey(await visitor(), input),
  );
  if (outcome.status === "done") redirect(pathAfterSignIn(form));
  return outcome;
}
