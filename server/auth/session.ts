// Who is at the page: the only file of server/ that knows Next.js.
import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { Refusal } from "@/domain/refusal";
import type { Locale } from "@/i18n/locales";
import { database } from "../database";
import { type MemberActor, vouchForMember } from "./actor";
import { auth } from "./better-auth";
import { addressOf, type Visitor } from "./visitor";

const findSession = cache(async () => auth().api.getSession({ headers: await headers() }));

const findMember = cache((userId: string) =>
  database().member.findFirst({
    where: { userId, removedAt: null },
    orderBy: { joinedAt: "asc" },
    select: { id: true, workspaceId: true, role: true, language: true, workspace: { select: { eventCount: true } } },
  }),
);

/** Remembers the language that somebody reads in, for mail; written only when it is another one than before. */
const rememberLanguage = cache(async ({ userId }: MemberActor, locale: Locale) => {
  const member = await findMember(userId);
  if (!member || member.language === locale) return;
  await database().member.update({ where: { id: member.id }, data: { language: locale } });
});

/** The member who is signed in, or null; asked once a request. */
export const findActor = cache(async (): Promise<MemberActor | null> => {
  const found = await findSession();
  const member = found && (await findMember(found.user.id));
  if (!member) return null;
  return vouchForMember({
    workspaceId: member.workspaceId,
    memberId: member.id,
    userId: found.user.id,
    sessionId: found.session.id,
    role: member.role,
    via: "PAGE",
  });
});

/** The number of the workspace's latest event when the actor was found: all that a page reads afterwards is at least as new. */
export async function latestEventNumber(): Promise<number> {
  const found = await findSession();
  const member = found && (await findMember(found.user.id));
  return member?.workspace.eventCount ?? 0;
}

/** The member who is signed in; anybody else is sent to the sign-in page and back here afterwards. For pages. */
export async function requireActor(locale: Locale): Promise<MemberActor> {
  const actor = await findActor();
  if (actor) {
    await rememberLanguage(actor, locale);
    return actor;
  }
  // proxy.ts says where the person was going: pages do not know their own address.
  const path = (await headers()).get("x-path");
  redirect(`/${locale}/sign-in${path && path !== `/${locale}` ? `?next=${encodeURIComponent(path)}` : ""}`);
}

/** The name and address of who is signed in, as the frame shows them. */
export async function signedInPerson(): Promise<{ name: string; email: string } | null> {
  const found = await findSession();
  return found && { name: found.user.name, email: found.user.email };
}

/** The member who is signed in. For actions and routes. Refuses: unauthenticated. */
export async function actorOrRefuse(): Promise<MemberActor> {
  const actor = await findActor();
  if (!actor) throw new Refusal("unauthenticated");
  return actor;
}

/** Somebody who has not signed in yet: where the request came from, as far as it can be trusted. */
export async function visitor(): Promise<Visitor> {
  const sent = await headers();
  return { address: addressOf(sent), headers: new Headers(sent) };
}

/** Ends the session of this browser. */
export async function signOut(): Promise<void> {
  await auth().api.signOut({ headers: await headers() });
  (await cookies()).delete("better-auth.session_token");
}
