"use server";
// Forms about one's own tokens for programs.
import { createTokenInput, tokenInput } from "@/domain/api-token";
import * as tokens from "@/server/api-tokens";
import { formAction } from "./form-action";

export async function createToken(form: FormData) {
  return formAction(createTokenInput, form, tokens.createToken);
}

export async function revokeToken(form: FormData) {
  return formAction(tokenInput, form, tokens.revokeToken);
}
