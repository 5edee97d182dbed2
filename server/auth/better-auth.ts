// Passwords, one-time codes and sessions, as better-auth carries them; accounts come in by our own links only.
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { nextCookies } from "better-auth/next-js";
import { twoFactor } from "better-auth/plugins/two-factor";
import { z } from "zod";
import { env, secret } from "@/env";
import { database } from "../database";

const sessionDays = 30;

function build() {
  return betterAuth({
    appName: "Iltizam",
    baseURL: env().BASE_URL,
    secret: secret(),
    database: prismaAdapter(database(), { provider: "postgresql" }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    session: { expiresIn: sessionDays * 86_400, updateAge: 86_400 },
    advanced: { database: { generateId: "uuid" } },
    // Its own limit counts only requests to its routes, which we do not expose: attempts.ts limits every door.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // A wrong password is the visitor’s news, not the log’s.
    logger: { level: "error" },
    // The cookies come last: they are those that the others have made.
    plugins: [twoFactor(), sessionsOfProvedPeople(), cookiesOfSigningIn()],
  });
}

/** Opens a session for somebody who has proved who they are by something that better-auth does not know. */
function sessionsOfProvedPeople() {
  const body = z.object({ userId: z.string() });
  return {
    id: "sessions-of-proved-people",
    endpoints: {
      openSession: createAuthEndpoint.serverOnly({ method: "POST", body }, async (context) => {
        const { internalAdapter } = context.context;
        const user = await internalAdapter.findUserById(context.body.userId);
        if (!user) throw new Error("a passkey belongs to a person");
        const session = await internalAdapter.createSession(user.id);
        await setSessionCookie(context, { session, user });
        return { token: session.token, user };
      }),
    },
  };
}

/**
 * Writes the cookies that signing in and out make. Looking a session up must write none: in an action, that makes
 * Next.js read the page again, and a form would lose what was typed when its session has ended.
 */
function cookiesOfSigningIn() {
  const plugin = nextCookies();
  const after = plugin.hooks.after.map((hook) => ({
    ...hook,
    matcher: ({ path }: { path?: string }) => path !== "/get-session",
  }));
  return { ...plugin, hooks: { ...plugin.hooks, after } };
}

const kept = globalThis as { iltizamAuth?: ReturnType<typeof build> };

/** The one instance of the process. */
export function auth(): ReturnType<typeof build> {
  kept.iltizamAuth ??= build();
  return kept.iltizamAuth;
}
