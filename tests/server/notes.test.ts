import { beforeAll, describe, expect, test } from "vitest";
import { addNoteInput, editNoteInput } from "@/domain/note";
import { removeMember } from "@/server/members";
import { addNote, completeNote, deleteNote, editNote, listNotes, reopenNote, restoreNote } from "@/server/notes";
import { addMember, eventsOf, makeTeam, type Team } from "../cast";

let team: Team;
beforeAll(async () => {
  team = await makeTeam();
});

const commitment = (number: number) => team.commitments.find((each) => each.number === number)?.id as string;
const words = (number: number, changes: Record<string, unknown> = {}) =>
  addNoteInput.parse({ commitmentId: commitment(number), body: "لقاء مع المفوضية", datedOn: "2020-02-01", ...changes });
const edited = (noteId: string, version: number, changes: Record<string, unknown> = {}) =>
  editNoteInput.parse({ noteId, version, body: "نص معدّل", datedOn: "2020-02-01", ...changes });
const lastEvent = async () => (await eventsOf(team.workspaceId)).at(-1);
const only = async (number: number) => (await listNotes(team.analyst, commitment(number)))[0];

describe("adding a note", () => {
  test("keeps its words, its date, its author; a due date makes it a follow-up", async () => {
    await addNote(team.analyst, words(1, { dueOn: "2020-03-01", assigneeId: team.editor.memberId }));
    expect(await only(1)).toMatchObject({
      body: "لقاء مع المفوضية",
      datedOn: "2020-02-01",
      dueOn: "2020-03-01",
      followUp: "OVERDUE",
      author: { memberId: team.analyst.memberId },
      assignee: { memberId: team.editor.memberId },
    });
    expect(await lastEvent()).toMatchObject({
      type: "note.added",
      data: { body: "لقاء مع المفوضية", dueOn: "2020-03-01", assignee: { memberId: team.editor.memberId } },
    });
  });

  test("is refused at the assignee who is not, or no longer, a member", async () => {
    const other = await makeTeam();
    const gone = await addMember(team.workspaceId, "ANALYST");
    await removeMember(team.admin, { memberId: gone.memberId });
    for (const assigneeId of [other.analyst.memberId, gone.memberId]) {
      await expect(addNote(team.analyst, words(1, { assigneeId }))).rejects.toMatchObject({
        detail: { fields: { assigneeId: "not_a_member" } },
      });
    }
  });
});

describe("editing a note", () => {
  test("says in the history what changed from what to what, and only that", async () => {
    const { id } = await addNote(team.analyst, words(2));
    await editNote(team.analyst, edited(id, 1));
    expect(await only(2)).toMatchObject({ body: "نص معدّل", version: 2 });
    expect((await lastEvent())?.data).toEqual({ changes: { body: { from: "لقاء مع المفوضية", to: "نص معدّل" } } });
  });

  test("a save on top of a newer version changes nothing and shows what stands", async () => {
    const { id } = await addNote(team.analyst, words(3));
    await editNote(team.editor, edited(id, 1, { body: "نص المحرر" }));
    const events = (await eventsOf(team.workspaceId)).length;
    await expect(editNote(team.analyst, edited(id, 1))).rejects.toMatchObject({
      code: "conflict",
      detail: { current: { body: "نص المحرر", version: 2 } },
    });
    expect(await only(3)).toMatchObject({ body: "نص المحرر" });
    expect(await eventsOf(team.workspaceId)).toHaveLength(events);
  });

  test("of two saves at the same moment exactly one goes through", async () => {
    const { id } = await addNote(team.analyst, words(3));
    const saves = ["أ", "ب", "ج", "د"].map((body) => editNote(team.editor, edited(id, 1, { body })));
    const outcomes = await Promise.allSettled(saves);
    expect(outcomes.filter((each) => each.status === "fulfilled")).toHaveLength(1);
  });

  test("saving what is already there is no change and no line of history", async () => {
    const { id } = await addNote(team.analyst, words(3));
    const events = (await eventsOf(team.workspaceId)).length;
    await editNote(team.analyst, edited(id, 1, { body: "لقاء مع المفوضية" }));
    expect(await eventsOf(team.workspaceId)).toHaveLength(events);
  });

  test("an assignee who has left may stay on the note", async () => {
    const leaver = await addMember(team.workspaceId, "ANALYST", "Leaver");
    const { id } = await addNote(team.analyst, words(4, { assigneeId: leaver.memberId }));
    await removeMember(team.admin, { memberId: leaver.memberId });
    await editNote(team.analyst, edited(id, 1, { assigneeId: leaver.memberId }));
    expect(await only(4)).toMatchObject({ body: "نص معدّل", assignee: { name: "Leaver" } });
  });
});

describe("deleting a note", () => {
  test("takes it out of sight and can be undone, word for word", async () => {
    const { id } = await addNote(team.analyst, words(5));
    const { version } = await deleteNote(team.analyst, { noteId: id, version: 1 });
    expect(await listNotes(team.analyst, commitment(5))).toEqual([]);
    await restoreNote(team.analyst, { noteId: id, version });
    expect(await only(5)).toMatchObject({ id, body: "لقاء مع المفوضية" });
    expect((await eventsOf(team.workspaceId)).slice(-2).map((event) => event.type)).toEqual([
      "note.deleted",
      "note.restored",
    ]);
  });

  test("while a colleague edits it: the colleague is told and the words are in the refusal", async () => {
    const { id } = await addNote(team.analyst, words(6));
    await deleteNote(team.analyst, { noteId: id, version: 1 });
    await expect(editNote(team.editor, edited(id, 1))).rejects.toMatchObject({
      code: "conflict",
      detail: { reason: "deleted", current: { body: "لقاء مع المفوضية", deleted: true } },
    });
  });

  test("of a version that has moved on is refused", async () => {
    const { id } = await addNote(team.analyst, words(6));
    await editNote(team.analyst, edited(id, 1));
    await expect(deleteNote(team.analyst, { noteId: id, version: 1 })).rejects.toMatchObject({ code: "conflict" });
  });
});

test("a follow-up is done and opened again, each with a line of history", async () => {
  const { id } = await addNote(team.analyst, words(7, { dueOn: "2020-03-01" }));
  await completeNote(team.analyst, { noteId: id, version: 1 });
  expect(await only(7)).toMatchObject({ followUp: "DONE" });
  await reopenNote(team.analyst, { noteId: id, version: 2 });
  expect(await only(7)).toMatchObject({ followUp: "OVERDUE" });
  expect((await eventsOf(team.workspaceId)).slice(-2).map((event) => event.type)).toEqual([
    "note.done",
    "note.reopened",
  ]);
});

test("the numbers of the history have no gaps, however many write at once", async () => {
  const busy = await makeTeam();
  const writes = busy.commitments.flatMap(({ id }) =>
    [busy.analyst, busy.editor, busy.admin].map((actor) => addNote(actor, { ...words(1), commitmentId: id })),
  );
  await Promise.all(writes);
  const events = await eventsOf(busy.workspaceId);
  const numbers = events.map((event) => event.number);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  const times = events.map((event) => event.at.getTime());
  expect(times, "and their times follow the numbers").toEqual([...times].sort((one, other) => one - other));
});

test("a note of another workspace is not there", async () => {
  const { id } = await addNote(team.analyst, words(8));
  const other = await makeTeam();
  const attempts = [
    () => editNote(other.admin, edited(id, 1)),
    () => deleteNote(other.admin, { noteId: id, version: 1 }),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
  expect(await listNotes(other.admin, commitment(8))).toEqual([]);
});
