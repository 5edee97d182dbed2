// What is known of the address of a source, and when it is looked at again.
import { randomUUID } from "node:crypto";
import type { EvidenceHealth } from "@/domain/scales";
import { recordEvent } from "./audit";
import type { Actor } from "./auth/actor";
import { inTransaction, type Transaction } from "./database";
import { enqueue } from "./queue";

/** Asks for a look at a source in the caller's transaction; should its job get lost, the clock asks again in an hour. */
export async function askForCheck(
  tx: Transaction,
  { workspaceId, memberId }: Actor,
  { evidenceId, id = randomUUID() }: { evidenceId: string; id?: string },
): Promise<void> {
  const nextCheckAt = new Date(Date.now() + 3_600_000);
  await tx.evidence.updateMany({ where: { id: evidenceId, workspaceId }, data: { nextCheckAt } });
  await enqueue(tx, "check-evidence", { id, data: { workspaceId, evidenceId, askedById: memberId } });
}

/** Asks for looks at the sources whose time has come; the clock does it, for all workspaces. Returns how many there were. */
export async function checkDueEvidence(most = 100): Promise<number> {
  return inTransaction(async (tx) => {
    const due = await tx.$queryRaw<{ id: string; workspaceId: string }[]>`
      UPDATE "Evidence" SET "nextCheckAt" = now() + interval '1 hour' WHERE id IN (
        SELECT id FROM "Evidence" WHERE ("nextCheckAt" IS NULL OR "nextCheckAt" <= now()) AND EXISTS (
          SELECT 1 FROM "Citation" WHERE "evidenceId" = "Evidence".id AND "deletedAt" IS NULL)
        ORDER BY "nextCheckAt" NULLS FIRST LIMIT ${most} FOR UPDATE SKIP LOCKED)
      RETURNING id, "workspaceId"`;
    for (const { id: evidenceId, workspaceId } of due) {
      await enqueue(tx, "check-evidence", { id: randomUUID(), data: { workspaceId, evidenceId, askedById: null } });
    }
    return due.length;
  });
}

/** Forgets what was known of the address that a source had until now, and asks for a look at the new one. */
export async function forgetHealth(tx: Transaction, actor: Actor, source: SourceInHealth): Promise<void> {
  if (source.health !== "UNCHECKED") await tellOfHealth(tx, actor, { source, to: "UNCHECKED", reason: null });
  await tx.evidence.update({
    where: { id: source.id },
    data: { health: "UNCHECKED", healthSince: null, checkedAt: null },
  });
  await askForCheck(tx, actor, { evidenceId: source.id });
}

type SourceInHealth = { id: string; title: string; health: EvidenceHealth };
type HealthChange = { source: SourceInHealth; to: EvidenceHealth; reason: string | null };

/** Records that a source has become another than it was, in health. */
export async function tellOfHealth(tx: Transaction, actor: Actor, { source, to, reason }: HealthChange): Promise<void> {
  const { id: subjectId, title, health: from } = source;
  await recordEvent(tx, actor, { type: "evidence.health_changed", data: { title, from, to, reason }, subjectId });
}
