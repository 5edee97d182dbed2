import { beforeAll, describe, expect, test } from "vitest";
import { addNoteInput } from "@/domain/note";
import { activityFilters, listActivity, listActivityChoices } from "@/server/activity";
import { isoDate } from "@/server/calendar-dates";
import { database } from "@/server/database";
import { removeEvidence, restoreEvidence } from "@/server/evidence";
import { removeMember } from "@/server/members";
import { addNote, deleteNote, restoreNote } from "@/server/notes";
import { addMember, attach, makeTeam, type Team } from "../cast";

let team: Team;
beforeAll(async () => {
  team = await makeTeam();
});

const commitment = (number: number) => team.commitments.find((each) => each.number === number)?.id as string;
const note = (actor = team.analyst, number = 1) =>
  addNote(actor, addNoteInput.parse({ commitmentId: commitment(number), body: "نص", datedOn: "2020-02-01" }));
const read = async (query: Record<string, unknown> = {}, most?: number) =>
  listActivity(team.reader, activityFilters.parse(query), most);
const typesOf = async (query: Record<string, unknown>) => (await read(query)).lines.map(({ event }) => event?.type);

describe("the address of the activity page", () => {
  test("may say anything: what cannot be read counts as not said", async () => {
    const all = await read();
    const odd = {
      memberId: "a\0b",
      kind: "x",
      commitmentId: ["a", "b"],
      from: "soon",
      to: "2020-99-99",
      before: "1e99",
    };
    expect((await read(odd)).lines).toHaveLength(all.lines.length);
    expect((await read({ memberId: "", kind: "", commitmentId: "", from: "", to: "", before: "" })).lines).toHaveLength(
      all.lines.length,
    );
  });

  test("narrows to a person, a kind, a commitment and days", async () => {
    await note(team.editor, 7);
    await attach(team.editor, commitment(7));
    expect(await typesOf({ commitmentId: commitment(7) })).toEqual(["evidence.attached", "note.added"]);
    expect(await typesOf({ memberId: team.editor.memberId, kind: "note" })).toEqual(["note.added"]);
    expect(await typesOf({ memberId: team.reader.memberId, kind: "note" })).toEqual([]);
    const day = isoDate(new Date());
    expect((await read({ from: day, to: day })).lines).toHaveLength((await read()).lines.length);
    expect((await read({ to: "2000-01-01" })).lines).toEqual([]);
  });
});

describe("pages", () => {
  test("follow one another without gap or repetition until the first event", async () => {
    for (let each = 0; each < 5; each++) await note();
    const whole = (await read({}, 1_000)).lines.map(({ number }) => number);
    const walked: number[] = [];
    let before: number | undefined;
    for (;;) {
      const page = await read({ before }, 3);
      walked.push(...page.lines.map(({ number }) => number));
      if (page.next === null) break;
      before = page.next;
    }
    expect(walked).toEqual(whole);
    expect(whole.at(-1)).toBe(1);
  });

  test("hold nothing of other workspaces", async () => {
    const other = await makeTeam();
    const lines = await listActivity(other.reader, {}, 1_000);
    expect(lines.lines.every(({ person }) => person?.memberId !== team.analyst.memberId)).toBe(true);
  });

  test("stay open when an event is of a kind that this version does not know", async () => {
    const before = await read();
    const unknown = { workspaceId: team.workspaceId, via: "API", type: "future.kind", data: {} } as const;
    await database().event.create({ data: { ...unknown, number: 1_000_000 } });
    const [first] = (await read()).lines;
    expect(first).toMatchObject({ event: null, person: null });
    await database().event.deleteMany({ where: { workspaceId: team.workspaceId, number: 1_000_000 } });
    expect((await read()).lines).toHaveLength(before.lines.length);
  });
});

describe("what an event took away", () => {
  const latest = async (actor: Team["reader"]) => (await listActivity(actor, {}, 1)).lines[0];

  test("can be restored at its version by those who may, as long as it is gone", async () => {
    const { id } = await note();
    await deleteNote(team.analyst, { noteId: id, version: 1 });
    expect(await latest(team.analyst)).toMatchObject({
      event: { type: "note.deleted" },
      subjectId: id,
      restorableAt: 2,
    });
    expect(await latest(team.editor)).toMatchObject({ restorableAt: 2 });
    expect(await latest(team.reader)).toMatchObject({ restorableAt: null });
    await restoreNote(team.analyst, { noteId: id, version: 2 });
    const [restored, deleted] = (await listActivity(team.analyst, {}, 2)).lines;
    expect([restored?.restorableAt, deleted?.restorableAt]).toEqual([null, null]);
  });

  test("is not offered to an analyst when the note is a colleague's", async () => {
    const { id } = await note(team.editor);
    await deleteNote(team.editor, { noteId: id, version: 1 });
    expect(await latest(team.analyst)).toMatchObject({ restorableAt: null });
  });

  test("may be evidence", async () => {
    const { citationId } = await attach(team.analyst, commitment(2));
    const { version } = await removeEvidence(team.analyst, { citationId, version: 1 });
    expect(await latest(team.analyst)).toMatchObject({ subjectId: citationId, restorableAt: version });
    expect(await latest(team.reader)).toMatchObject({ restorableAt: null });
    await restoreEvidence(team.analyst, { citationId, version });
    expect(await latest(team.analyst)).toMatchObject({ event: { type: "evidence.restored" }, restorableAt: null });
  });
});

test("those who left can still be chosen, and all commitments by number", async () => {
  const gone = await addMember(team.workspaceId, "ANALYST", "نور الراحلة");
  await removeMember(team.admin, { memberId: gone.memberId });
  const choices = await listActivityChoices(team.reader);
  expect(choices.people).toContainEqual({ memberId: gone.memberId, name: "نور الراحلة" });
  expect(choices.commitments?.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});
