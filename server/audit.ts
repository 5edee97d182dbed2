// Writes history: every change records its event in its own transaction, and tells everybody who listens when it is kept.
import type { EventDataOf, EventType } from "@/domain/audit";
import type { Actor } from "./auth/actor";
import type { Transaction } from "./database";

/** What the event is about; the activity page and a commitment's history find it by these. */
type About = { documentId?: string; commitmentId?: string; subjectId?: string; onlyForId?: string };

/**
 * Records one event of the actor's workspace in the caller's transaction and returns its number.
 * Numbers have no gaps and follow commit order, since the counter's row stays locked until the transaction ends.
 */
export async function recordEvent<T extends EventType>(
  tx: Transaction,
  actor: Actor,
  event: { type: T; data: EventDataOf<T> } & About,
): Promise<number> {
  // The clock is read once the row is locked: `at` must follow the numbers, and a transaction's own time is its start.
  // It is told in the same round trip; PostgreSQL passes it on when the transaction is kept, and never when it is undone.
  const [row] = await tx.$queryRaw<{ number: number; at: Date }[]>`
    WITH counted AS (
      UPDATE "Workspace" SET "eventCount" = "eventCount" + 1 WHERE id = ${actor.workspaceId}
      RETURNING id, "eventCount" AS number, clock_timestamp() AS at)
    SELECT number, at, pg_notify('iltizam_events', id || ':' || number)::text AS told FROM counted`;
  if (!row) throw new Error(`there is no workspace ${actor.workspaceId}`);
  const { number, at } = row;
  await tx.event.create({
    data: {
      workspaceId: actor.workspaceId,
      number,
      at,
      memberId: actor.memberId,
      via: actor.via,
      type: event.type,
      data: event.data as object,
      documentId: event.documentId,
      commitmentId: event.commitmentId,
      subjectId: event.subjectId,
      onlyForId: event.onlyForId,
    },
  });
  return number;
}
