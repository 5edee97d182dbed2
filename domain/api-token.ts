// Tokens for programs: what is asked for to make one, and to name one.
import { z } from "zod";
import { tokenLifetimes, tokenScopes } from "./api-token-terms";
import { choice, id, requiredText } from "./input";

export const createTokenInput = z.object({
  name: requiredText(100),
  scope: choice(tokenScopes),
  validDays: choice(tokenLifetimes).transform(Number),
});
export type CreateTokenInput = z.output<typeof createTokenInput>;

export const tokenInput = z.object({ tokenId: id });
