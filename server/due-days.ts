// The days on which follow-ups are due: whoever is to see to one is told the day before, and again once it is overdue.
import { excerptOf } from "@/domain/markdown-excerpt";
import { systemActor } from "./auth/actor";
import { isoDate, today } from "./calendar-dates";
import { database, inTransaction } from "./database";
import { type Notice, notify, tellPages } from "./notifications";

type DueNote = {
  id: string;
  workspaceId: string;
  documentId: string;
  commitmentId: string;
  memberId: string;
  body: string;
  dueOn: Date;
  isOverdue: boolean;
};

/**
 * Tells of follow-ups that are due by tomorrow, and of those whose day is over, each once for each due date; the clock
 * asks for it, for all workspaces. Days are those of UTC, as everywhere.
 */
export async function tellDueDays(day = today()): Promise<void> {
  const untold = await listUntold(day);
  for (const workspaceId of new Set(untold.map((note) => note.workspaceId))) {
    const notes = untold.filter((note) => note.workspaceId === workspaceId);
    await inTransaction(async (tx) => {
      await notify(tx, systemActor(workspaceId, "JOB"), notes.map(noticeOf));
      await tellPages(tx, [...new Set(notes.map(({ memberId }) => memberId))]);
    });
  }
}

/** The assignee is told; the author where nobody is assigned, or the assignee has left. */
function listUntold(day: string): Promise<DueNote[]> {
  return database().$queryRaw<DueNote[]>`
    SELECT due.* FROM (
      SELECT note.id, note."workspaceId", "Commitment"."documentId", note."commitmentId", note.body, note."dueOn",
        coalesce(assignee.id, author.id) AS "memberId", note."dueOn" < ${day}::date AS "isOverdue"
      FROM "Note" AS note
      JOIN "Commitment" ON "Commitment".id = note."commitmentId"
      LEFT JOIN "Member" AS assignee ON assignee.id = note."assigneeId" AND assignee."removedAt" IS NULL
      LEFT JOIN "Member" AS author ON author.id = note."authorId" AND author."removedAt" IS NULL
      WHERE note."dueOn" <= ${day}::date + 1 AND note."doneAt" IS NULL AND note."deletedAt" IS NULL) AS due
    WHERE due."memberId" IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM "Notification" AS told
      WHERE told."memberId" = due."memberId"
      AND told.once = CASE WHEN due."isOverdue" THEN 'overdue:' ELSE 'due:' END || due.id || ':' || due."dueOn")`;
}

function noticeOf({ id, documentId, commitmentId, memberId, body, dueOn: column, isOverdue }: DueNote): Notice {
  const dueOn = isoDate(column);
  return {
    memberId,
    kind: isOverdue ? "FOLLOW_UP_OVERDUE" : "FOLLOW_UP_DUE",
    once: `${isOverdue ? "overdue" : "due"}:${id}:${dueOn}`,
    documentId,
    commitmentId,
    noteId: id,
    data: { words: excerptOf(body), dueOn },
  };
}
