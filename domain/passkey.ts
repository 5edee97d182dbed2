// Words about passkeys.
import { z } from "zod";
import { id, requiredText } from "./input";
import { currentPasswordInput } from "./person";

/** How long a browser may take from being asked to its answer. */
export const passkeyTimeMinutes = 5;
/** More than anybody has devices for. */
export const mostPasskeys = 20;

const base64url = z
  .string()
  .regex(/^[\w-]+$/)
  .max(20_000);

/** A browser's answer as WebAuthn Level 3 writes it in JSON (§ 5.1.8, § 5.1.9), as far as it is read. */
const answerBody = z.looseObject({
  id: base64url.max(1_400),
  rawId: base64url.max(1_400),
  type: z.literal("public-key"),
  response: z.looseObject({ clientDataJSON: base64url }),
  clientExtensionResults: z.looseObject({}),
});
export type PasskeyAnswer = z.output<typeof answerBody>;

/** The answer comes as text in a form’s field; one that is none is no passkey. */
const answer = z
  .string({ error: "required" })
  .max(50_000, "wrong_passkey")
  .transform((text, context) => {
    const parsed = answerBody.safeParse(fromJson(text));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: "custom", message: "wrong_passkey" });
    return z.NEVER;
  });

const name = requiredText(80);

/** The name is asked for before the device makes a key: afterwards it is too late to refuse it. */
export const startPasskeyInput = currentPasswordInput.extend({ name });
export const addPasskeyInput = z.object({ name, answer });
export type AddPasskeyInput = z.output<typeof addPasskeyInput>;
export const passkeyInput = z.object({ passkeyId: id });
export const passkeySignInInput = z.object({ answer });

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
