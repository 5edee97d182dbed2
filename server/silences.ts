// Silence: a commitment of which nothing was heard for longer than its workspace allows, told once to those who follow it.
import { systemActor } from "./auth/actor";
import { isoDate, today } from "./calendar-dates";
import { database, inTransaction } from "./database";
import { type Notice, notify, tellPages } from "./notifications";

type Silence = {
  workspaceId: string;
  documentId: string;
  commitmentId: string;
  memberId: string;
  heardOn: Date;
};

/**
 * Tells the lead and whoever watches of each commitment that has gone silent by `day`, once a silence: a new piece of
 * evidence or assessment ends it, and the next is told anew. The clock asks for it, for all workspaces. What counts is
 * said by attentionsOf (domain/commitment.ts).
 */
export async function tellSilences(day = today()): Promise<void> {
  const untold = await listUntold(day);
  for (const workspaceId of new Set(untold.map((silence) => silence.workspaceId))) {
    const silences = untold.filter((silence) => silence.workspaceId === workspaceId);
    await inTransaction(async (tx) => {
      await notify(tx, systemActor(workspaceId, "JOB"), silences.map(noticeOf));
      await tellPages(tx, [...new Set(silences.map(({ memberId }) => memberId))]);
    });
  }
}

/** Whoever leads or watches a silent commitment, or watches its document, and was not told of this silence. */
function listUntold(day: string): Promise<Silence[]> {
  return database().$queryRaw<Silence[]>`
    WITH silent AS (
      SELECT commitment.id, commitment."workspaceId", commitment."documentId", commitment."leadId", heard."on" AS "heardOn"
      FROM "Commitment" AS commitment
      JOIN "Workspace" AS workspace ON workspace.id = commitment."workspaceId"
      JOIN "Document" AS document ON document.id = commitment."documentId"
      LEFT JOIN "Assessment" AS current ON current.id = commitment."currentAssessmentId"
      CROSS JOIN LATERAL (
        SELECT (greatest(
          document."createdAt",
          (SELECT max("createdAt") FROM "Citation" WHERE "commitmentId" = commitment.id),
          (SELECT max("recordedAt") FROM "Assessment" WHERE "commitmentId" = commitment.id AND review = 'APPROVED')
        ) AT TIME ZONE 'UTC')::date AS "on") AS heard
      WHERE current.completion IS DISTINCT FROM 'COMPLETE' AND NOT document."isExample"
      AND heard."on" + make_interval(months => workspace."silentAfterMonths") < ${day}::date)
    SELECT silent."workspaceId", silent."documentId", silent.id AS "commitmentId", member.id AS "memberId", silent."heardOn"
    FROM silent
    JOIN "Member" AS member ON member."workspaceId" = silent."workspaceId" AND member."removedAt" IS NULL
    WHERE (member.id = silent."leadId" OR EXISTS (
      SELECT 1 FROM "Watch" AS watch
      WHERE watch."memberId" = member.id
      AND (watch."commitmentId" = silent.id OR watch."documentId" = silent."documentId")))
    AND NOT EXISTS (
      SELECT 1 FROM "Notification" AS told
      WHERE told."memberId" = member.id AND told.once = 'silence:' || silent.id || ':' || silent."heardOn")`;
}

function noticeOf({ documentId, commitmentId, memberId, heardOn }: Silence): Notice {
  const since = isoDate(heardOn);
  const once = `silence:${commitmentId}:${since}`;
  return { memberId, kind: "SILENCE", once, documentId, commitmentId, data: { since } };
}
