// Who writes, with what in hand: an admin with a session and a token, the commitments, and a source to hand files in for.

import { createTokenInput } from "@/domain/api-token";
import { attachEvidenceInput } from "@/domain/evidence";
import { setEnv } from "@/env";
import { communiqueSlug } from "@/prisma/seed/communique";
import { addAdmin } from "@/scripts/bench/member";
import { createToken } from "@/server/api-tokens";
import type { MemberActor } from "@/server/auth/actor";
import { closeDatabase, database } from "@/server/database";
import { attachEvidence } from "@/server/evidence";
import { closeQueue } from "@/server/queue";
import type { Installation } from "./installation";
import type { Desk } from "./writers";

export async function setUpDesk(
  installation: Installation,
  siteHost: string,
): Promise<{ desk: Desk; member: MemberActor }> {
  setEnv({ DATABASE_URL: await installation.databaseUrl() });
  try {
    const { member, cookie } = await addAdmin();
    const { token } = await createToken(
      member,
      createTokenInput.parse({ name: "program", scope: "WRITE", validDays: "30" }),
    );
    const commitments = await database().commitment.findMany({
      where: { document: { workspaceId: member.workspaceId, slug: communiqueSlug } },
      orderBy: { number: "asc" },
      select: { id: true },
    });
    const commitmentIds = commitments.map(({ id }) => id);
    const source = { address: `http://${siteHost}/0`, title: "مصدر", kind: "NEWS", stance: "CONTEXT", language: "ar" };
    const { citationId } = await attachEvidence(
      member,
      attachEvidenceInput.parse({ commitmentId: commitmentIds[3], ...source }),
    );
    const { evidenceId } = await database().citation.findUniqueOrThrow({ where: { id: citationId } });
    return { desk: { address: installation.address, cookie, token, commitmentIds, evidenceId, siteHost }, member };
  } finally {
    await closeQueue();
    await closeDatabase();
  }
}
