// Who has a workspace open now, of all processes: a row for each open stream, said again with every heartbeat.
import { database } from "./database";
import { type Person, personOf, personSelect } from "./members";

/** One open stream of one member. */
export type Stream = { id: string; workspaceId: string; memberId: string };

/** Somebody whose process was killed is here no longer than this and one heartbeat more. */
const silentFor = "45 seconds";

/** Says that these are here still, takes away who has been silent for long, and tells all processes where that changed who is here. */
export async function sayHere(streams: Stream[]): Promise<void> {
  const ids = streams.map(({ id }) => id);
  await database().$queryRaw`
    WITH here AS (
      INSERT INTO "LiveStream" (id, "workspaceId", "memberId", "seenAt")
      SELECT id, workspace, member, now() FROM unnest(
        ${ids}::text[],
        ${streams.map(({ workspaceId }) => workspaceId)}::text[],
        ${streams.map(({ memberId }) => memberId)}::text[]) AS each (id, workspace, member)
      ON CONFLICT (id) DO UPDATE SET "seenAt" = now()
      RETURNING "workspaceId", xmax = 0 AS came),
    gone AS (
      DELETE FROM "LiveStream" WHERE "seenAt" < now() - ${silentFor}::interval AND id <> ALL (${ids}::text[])
      RETURNING "workspaceId"),
    changed AS (SELECT "workspaceId" FROM here WHERE came UNION SELECT "workspaceId" FROM gone)
    SELECT pg_notify('iltizam_presence', "workspaceId")::text AS told FROM changed`;
}

/** Says that a stream is over. */
export async function sayGone({ id }: Stream): Promise<void> {
  await database().$queryRaw`
    WITH gone AS (DELETE FROM "LiveStream" WHERE id = ${id} RETURNING "workspaceId")
    SELECT pg_notify('iltizam_presence', "workspaceId")::text AS told FROM gone`;
}

/** The members who have the workspace open, each once, by name. */
export async function peopleHere(workspaceId: string): Promise<Person[]> {
  const rows = await database().member.findMany({
    where: { workspaceId, removedAt: null, streams: { some: {} } },
    select: personSelect,
    orderBy: { user: { name: "asc" } },
  });
  return rows.map((row) => personOf(row));
}
