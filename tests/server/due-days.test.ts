import { beforeEach, expect, test } from "vitest";
import { addNoteInput, editNoteInput } from "@/domain/note";
import type { MemberActor } from "@/server/auth/actor";
import { tellDueDays } from "@/server/due-days";
import { removeMember } from "@/server/members";
import { addNote, completeNote, deleteNote, editNote } from "@/server/notes";
import { listNotifications } from "@/server/notifications";
import { addMember, makeTeam, type Team } from "../cast";

let team: Team;
beforeEach(async () => {
  team = await makeTeam();
});

const words = (changes: Record<string, unknown> = {}) => ({
  body: "الاتصال بالوزارة",
  datedOn: "2026-01-01",
  dueOn: "2026-03-10",
  ...changes,
});
const write = (author: MemberActor, changes: Record<string, unknown> = {}) =>
  addNote(author, addNoteInput.parse({ commitmentId: team.commitments[0]?.id, ...words(changes) }));
/** What the clock told: not who was assigned. */
const told = async (actor: MemberActor) =>
  (await listNotifications(actor)).notifications
    .filter(({ kind }) => kind !== "ASSIGNED")
    .map(({ kind, data }) => [kind, data.dueOn]);

test("the day before it is due and the day after, each once, however often the clock asks", async () => {
  await write(team.analyst);
  const after: Record<string, unknown[][]> = {};
  for (const day of ["2026-03-08", "2026-03-09", "2026-03-09", "2026-03-10", "2026-03-11", "2026-03-12"]) {
    await tellDueDays(day);
    after[day] = await told(team.analyst);
  }
  const due = ["FOLLOW_UP_DUE", "2026-03-10"];
  const overdue = ["FOLLOW_UP_OVERDUE", "2026-03-10"];
  expect(after).toEqual({
    "2026-03-08": [],
    "2026-03-09": [due],
    "2026-03-10": [due],
    "2026-03-11": [overdue, due],
    "2026-03-12": [overdue, due],
  });
});

test("a new due date is told anew", async () => {
  const { id } = await write(team.analyst);
  await tellDueDays("2026-03-10");
  await editNote(team.analyst, editNoteInput.parse({ ...words({ dueOn: "2026-04-01" }), noteId: id, version: 1 }));
  await tellDueDays("2026-03-20");
  expect(await told(team.analyst)).toHaveLength(1);
  await tellDueDays("2026-04-01");
  expect(await told(team.analyst)).toHaveLength(2);
});

test("the assignee is told, else the author; the author as well where the assignee has left", async () => {
  const leaver = await addMember(team.workspaceId, "ANALYST", "Leaver");
  await write(team.editor, { assigneeId: team.analyst.memberId });
  await write(team.admin, { assigneeId: leaver.memberId });
  await removeMember(team.admin, { memberId: leaver.memberId });
  await tellDueDays("2026-03-10");
  const counts = await Promise.all([team.analyst, team.editor, team.admin, leaver].map(told));
  expect(counts.map(({ length }) => length)).toEqual([1, 0, 1, 0]);
});

test("what is done or deleted is not due", async () => {
  const [done, deleted] = [await write(team.analyst), await write(team.analyst)];
  await completeNote(team.analyst, { noteId: done.id, version: 1 });
  await deleteNote(team.analyst, { noteId: deleted.id, version: 1 });
  await tellDueDays("2026-03-20");
  expect(await told(team.analyst)).toEqual([]);
});
