// The one member of a benchmark, signed in.

import { randomBytes } from "node:crypto";
import { sessionCookie } from "@/scripts/session-cookie";
import type { MemberActor } from "@/server/auth/actor";
import { admitMember, createUser } from "@/server/auth/admission";
import { inTransaction } from "@/server/database";
import { firstWorkspace } from "@/server/installation";

/** A new admin of the first workspace, and the cookie of a session. */
export async function addAdmin(): Promise<{ member: MemberActor; cookie: string }> {
  const person = { name: "سلمى حداد", email: "salma@example.org", password: randomBytes(16).toString("hex") };
  const { id: workspaceId } = await firstWorkspace();
  const member = await inTransaction(async (tx) =>
    admitMember(tx, await createUser(tx, person), { workspaceId, role: "ADMIN" }),
  );
  return { member, cookie: await sessionCookie(person) };
}
