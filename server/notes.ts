// Follow-up notes: added, edited, completed, and deleted in a way that can be undone.
import { changesBetween } from "@/domain/audit";
import type { NoteValues } from "@/domain/audit-values";
import { excerptOf } from "@/domain/markdown-excerpt";
import { type AddNoteInput, type EditNoteInput, followUpOf, type NoteAtVersion } from "@/domain/note";
import { may, type Permission } from "@/domain/permissions";
import { Refusal } from "@/domain/refusal";
import { recordEvent } from "./audit";
import { type Actor, authorize } from "./auth/actor";
import { dateColumn, isoDate, today } from "./calendar-dates";
import { lockCommitment } from "./commitments";
import { database, inTransaction, type Transaction } from "./database";
import { findActiveMember, type Person, personOf, personSelect } from "./members";
import { notify } from "./notifications";

const noteInclude = {
  author: { select: personSelect },
  assignee: { select: personSelect },
  commitment: { select: { documentId: true } },
} as const;
type NoteRow = NonNullable<Awaited<ReturnType<typeof findNote>>>;

/** Adds a note to a commitment. Refuses: not_found, forbidden, invalid (assigneeId). */
export function addNote(actor: Actor, input: AddNoteInput): Promise<{ id: string }> {
  return inTransaction(async (tx) => {
    const commitment = await lockCommitment(tx, actor, input.commitmentId);
    authorize(actor, "note:add");
    const assignee = await findAssignee(tx, actor, input.assigneeId);
    const { id } = await tx.note.create({
      data: {
        workspaceId: actor.workspaceId,
        commitmentId: commitment.id,
        authorId: actor.memberId,
        ...columns(input),
      },
    });
    await recordEvent(tx, actor, {
      type: "note.added",
      data: { body: input.body, datedOn: input.datedOn, dueOn: input.dueOn, assignee },
      documentId: commitment.documentId,
      commitmentId: commitment.id,
      subjectId: id,
    });
    if (assignee) {
      await notifyAssigned(
        tx,
        actor,
        { id, version: 0, commitment, commitmentId: commitment.id },
        { ...input, assignee },
      );
    }
    return { id };
  });
}

/** Saves an edited note. Refuses: not_found, forbidden, invalid (assigneeId), conflict (detail.current is the note as it stands). */
export function editNote(actor: Actor, input: EditNoteInput): Promise<void> {
  return inTransaction(async (tx) => {
    const note = await takeNote(tx, actor, input, "note:edit");
    const keptAssignee = input.assigneeId === note.assigneeId ? personOf(note.assignee) : undefined;
    const assignee = keptAssignee !== undefined ? keptAssignee : await findAssignee(tx, actor, input.assigneeId);
    const after = { body: input.body, datedOn: input.datedOn, dueOn: input.dueOn, assignee };
    const changes = changesBetween(noteValues(note), after);
    if (!changes) return;
    await tx.note.update({ where: { id: note.id }, data: { ...columns(input), version: { increment: 1 } } });
    await recordEvent(tx, actor, { type: "note.edited", data: { changes }, ...about(note) });
    if (assignee && changes.assignee) await notifyAssigned(tx, actor, note, { ...input, assignee });
  });
}

/** Takes the note out of sight; restoreNote brings it back. Refuses: not_found, forbidden, conflict. */
export function deleteNote(actor: Actor, input: NoteAtVersion): Promise<{ version: number }> {
  return inTransaction(async (tx) => {
    const note = await takeNote(tx, actor, input, "note:delete");
    await recordEvent(tx, actor, { type: "note.deleted", data: noteValues(note), ...about(note) });
    return tx.note.update({
      where: { id: note.id },
      data: { deletedAt: new Date(), version: { increment: 1 } },
      select: { version: true },
    });
  });
}

/** Brings a deleted note back as it was. Refuses: not_found, forbidden, conflict. */
export function restoreNote(actor: Actor, input: NoteAtVersion): Promise<void> {
  return inTransaction(async (tx) => {
    const note = await findNote(tx, actor, input.noteId);
    if (!note?.deletedAt) throw new Refusal("not_found");
    authorize(actor, "note:delete", note);
    refuseStale(note, input.version);
    await tx.note.update({ where: { id: note.id }, data: { deletedAt: null, version: { increment: 1 } } });
    await recordEvent(tx, actor, { type: "note.restored", data: noteValues(note), ...about(note) });
  });
}

/** Marks a follow-up as done. Refuses: not_found, forbidden, conflict. */
export function completeNote(actor: Actor, input: NoteAtVersion): Promise<void> {
  return settle(actor, input, new Date());
}

/** Opens a follow-up again. Refuses: not_found, forbidden, conflict. */
export function reopenNote(actor: Actor, input: NoteAtVersion): Promise<void> {
  return settle(actor, input, null);
}

/** The notes of a commitment, newest date first, each with what the actor may do to it. Refuses: forbidden. */
export async function listNotes(actor: Actor, commitmentId: string) {
  authorize(actor, "commitment:read");
  const rows = await database().note.findMany({
    where: { commitmentId, workspaceId: actor.workspaceId, deletedAt: null },
    include: noteInclude,
    orderBy: [{ datedOn: "desc" }, { createdAt: "desc" }],
  });
  const day = today();
  return rows.map((row) => ({
    ...noteView(row, day),
    mayEdit: may(actor, "note:edit", row),
    maySettle: may(actor, "note:settle", row),
  }));
}
export type NoteView = Awaited<ReturnType<typeof listNotes>>[number];

function settle(actor: Actor, input: NoteAtVersion, doneAt: Date | null): Promise<void> {
  return inTransaction(async (tx) => {
    const note = await takeNote(tx, actor, input, "note:settle");
    if ((note.doneAt === null) === (doneAt === null)) return;
    await tx.note.update({ where: { id: note.id }, data: { doneAt, version: { increment: 1 } } });
    await recordEvent(tx, actor, {
      type: doneAt ? "note.done" : "note.reopened",
      data: { body: note.body },
      ...about(note),
    });
  });
}

/** Finds a living note, asks for the right, locks it, and refuses a version that somebody else has moved on from. */
async function takeNote(
  tx: Transaction,
  actor: Actor,
  input: NoteAtVersion,
  permission: Extract<Permission, `note:${string}`> & ("note:edit" | "note:delete" | "note:settle"),
): Promise<NoteRow> {
  const note = await findNote(tx, actor, input.noteId);
  if (!note) throw new Refusal("not_found");
  authorize(actor, permission, note);
  if (note.deletedAt)
    throw new Refusal("conflict", { reason: "deleted", current: { ...noteView(note, today()), deleted: true } });
  refuseStale(note, input.version);
  return note;
}

function refuseStale(note: NoteRow, version: number): void {
  if (note.version !== version) throw new Refusal("conflict", { current: noteView(note, today()) });
}

async function findNote(tx: Transaction, actor: Actor, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Note" WHERE id = ${id} AND "workspaceId" = ${actor.workspaceId} FOR UPDATE`;
  return tx.note.findFirst({ where: { id, workspaceId: actor.workspaceId }, include: noteInclude });
}

async function findAssignee(tx: Transaction, actor: Actor, memberId: string | null) {
  return memberId === null ? null : findActiveMember(tx, actor, memberId, "assigneeId");
}

/** Tells whoever was made answerable for a note; its version is the one before. */
async function notifyAssigned(
  tx: Transaction,
  actor: Actor,
  note: Pick<NoteRow, "id" | "version" | "commitmentId"> & { commitment: { documentId: string } },
  { body, dueOn, assignee: { memberId } }: { body: string; dueOn: string | null; assignee: Person },
): Promise<void> {
  const { documentId, commitmentId, subjectId: noteId } = about(note);
  const once = `assigned:${noteId}:${note.version}`;
  const data = { words: excerptOf(body), dueOn: dueOn ?? undefined };
  await notify(tx, actor, [{ memberId, kind: "ASSIGNED", once, documentId, commitmentId, noteId, data }]);
}

function columns(input: Omit<AddNoteInput, "commitmentId">) {
  return {
    body: input.body,
    datedOn: dateColumn(input.datedOn),
    dueOn: dateColumn(input.dueOn),
    assigneeId: input.assigneeId,
  };
}

function noteValues(note: NoteRow): NoteValues {
  return {
    body: note.body,
    datedOn: isoDate(note.datedOn),
    dueOn: isoDate(note.dueOn),
    assignee: personOf(note.assignee),
  };
}

function noteView(row: NoteRow, day: string) {
  const dates = { datedOn: isoDate(row.datedOn), dueOn: isoDate(row.dueOn) };
  return {
    id: row.id,
    version: row.version,
    body: row.body,
    ...dates,
    doneAt: row.doneAt,
    followUp: followUpOf({ ...row, dueOn: dates.dueOn }, day),
    author: personOf(row.author),
    assignee: personOf(row.assignee),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}
/** A note as a refused save shows it: the text that stands now. */
export type StandingNote = ReturnType<typeof noteView> & { deleted?: boolean };

function about(note: Pick<NoteRow, "id" | "commitmentId"> & { commitment: { documentId: string } }) {
  return { documentId: note.commitment.documentId, commitmentId: note.commitmentId, subjectId: note.id };
}
