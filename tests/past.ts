// Puts what has just happened onto an earlier day: tests cannot wait for tomorrow.
import { database } from "@/server/database";

/** Everything that the workspace recorded within the last hour happened at noon of this day instead. */
export async function happenedOn(workspaceId: string, day: string): Promise<void> {
  await database().$executeRaw`ALTER TABLE "Event" DISABLE TRIGGER USER`;
  await database().$executeRaw`
    UPDATE "Event" SET at = ${new Date(`${day}T12:00:00Z`)} WHERE "workspaceId" = ${workspaceId} AND at > now() - interval '1 hour'`;
  await database().$executeRaw`ALTER TABLE "Event" ENABLE TRIGGER USER`;
}
