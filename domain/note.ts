// A dated follow-up note on a commitment; with a due date it is a follow-up until it is done.
import { z } from "zod";
import { calendarDate, id, optionalCalendarDate, optionalId, requiredText, version } from "./input";

const fields = {
  body: requiredText(40_000),
  datedOn: calendarDate,
  assigneeId: optionalId,
  dueOn: optionalCalendarDate,
};

export const addNoteInput = z.object({ commitmentId: id, ...fields });
export type AddNoteInput = z.output<typeof addNoteInput>;

export const editNoteInput = z.object({ noteId: id, version, ...fields });
export type EditNoteInput = z.output<typeof editNoteInput>;

/** One note at the version its holder saw: what deleting, restoring, completing and reopening take. */
export const noteAtVersion = z.object({ noteId: id, version });
export type NoteAtVersion = z.output<typeof noteAtVersion>;

/** A follow-up is open until done, and overdue from the day after its due date; null for a plain note. */
export type FollowUp = "OPEN" | "OVERDUE" | "DONE" | null;

export function followUpOf(
  note: { dueOn: string | null; assigneeId: string | null; doneAt: Date | null },
  today: string,
): FollowUp {
  if (note.doneAt) return "DONE";
  if (note.dueOn !== null) return note.dueOn < today ? "OVERDUE" : "OPEN";
  return note.assigneeId === null ? null : "OPEN";
}
