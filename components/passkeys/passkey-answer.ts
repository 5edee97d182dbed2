// Asks the person's device for a passkey; what does that comes when it is needed, and not with every page.
import type { FormOutcome } from "@/actions/form-action";

type Browser = typeof import("@simplewebauthn/browser");

/** What the device said, as a form's field carries it; refused in data when it said nothing. */
export async function passkeyAnswer(
  ask: (browser: Browser) => Promise<unknown>,
): Promise<{ answer: string } | Extract<FormOutcome, { status: "refused" }>> {
  try {
    return { answer: JSON.stringify(await ask(await import("@simplewebauthn/browser"))) };
  } catch {
    // Cancelled, out of time, unknown to the device, known to it already: browsers do not tell which.
    return { status: "refused", code: "invalid", fields: {}, reason: "passkey_failed" };
  }
}
