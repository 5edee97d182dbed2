// What a browser sends once somebody has signed in, for programs and tests that ask as it does.
import { auth } from "@/server/auth/better-auth";

/** Opens a session as signing in does, and returns its cookies as one header. */
export async function sessionCookie(person: { email: string; password: string }): Promise<string> {
  const { headers } = await auth().api.signInEmail({ body: person, returnHeaders: true });
  return headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
}
