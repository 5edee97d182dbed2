"use server";
// The form that sets the product up and makes its first admin.
import { redirect } from "next/navigation";
import { setUpInput } from "@/domain/person";
import { visitor } from "@/server/auth/session";
import * as installation from "@/server/installation";
import { signIn } from "@/server/sign-in";
import { visitorFormAction } from "./form-action";
import { pathAfterSignIn } from "./path-after-sign-in";

export async function setUp(form: FormData) {
  const outcome = await visitorFormAction(setUpInput, form, async (input) => {
    await installation.setUp(input);
    await signIn(await visitor(), input);
  });
  if (outcome.status === "done") redirect(pathAfterSignIn(form));
  return outcome;
}
