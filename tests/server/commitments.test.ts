import { beforeAll, describe, expect, test } from "vitest";
import { getCommitment, setDone, setLead } from "@/server/commitments";
import { removeMember } from "@/server/members";
import { addMember, eventsOf, makeTeam, type Team } from "../cast";

let team: Team;
beforeAll(async () => {
  team = await makeTeam();
});
const commitment = (number: number) => team.commitments.find((each) => each.number === number)?.id as string;

test("a commitment's page has its text as published, its remarks and its neighbours", async () => {
  const fifth = await getCommitment(team.reader, commitment(5));
  expect(fifth).toMatchObject({ number: 5, status: null, previous: { number: 4 }, next: { number: 6 } });
  expect(fifth.passages).toMatchObject([{ language: "ar", editorialNotes: [{ exact: "بريقة" }] }]);
  expect((await getCommitment(team.reader, commitment(1))).previous).toBeNull();
  expect((await getCommitment(team.reader, commitment(8))).next).toBeNull();
});

test("only the eighth names a time: the year 2020", async () => {
  const dues = await Promise.all(team.commitments.map(async ({ id }) => (await getCommitment(team.reader, id)).due));
  expect(dues.slice(0, 7)).toEqual(Array(7).fill(null));
  expect(dues[7]).toEqual({ on: "2020-12-31", precision: "YEAR" });
});

test("a lead is given and taken back, with a line of history each", async () => {
  await setLead(team.editor, { commitmentId: commitment(1), version: 1, leadId: team.analyst.memberId });
  expect((await getCommitment(team.reader, commitment(1))).lead).toMatchObject({ memberId: team.analyst.memberId });
  await setLead(team.editor, { commitmentId: commitment(1), version: 2, leadId: null });
  expect((await getCommitment(team.reader, commitment(1))).lead).toBeNull();
  expect((await eventsOf(team.workspaceId)).slice(-2)).toMatchObject([
    { type: "commitment.lead_changed", data: { from: null, to: { memberId: team.analyst.memberId } } },
    { type: "commitment.lead_changed", data: { from: { memberId: team.analyst.memberId }, to: null } },
  ]);
});

test("a lead who leaves the workspace leads no longer", async () => {
  const leaver = await addMember(team.workspaceId, "ANALYST");
  await setLead(team.editor, { commitmentId: commitment(2), version: 1, leadId: leaver.memberId });
  await removeMember(team.admin, { memberId: leaver.memberId });
  expect((await getCommitment(team.reader, commitment(2))).lead).toBeNull();
});

test("two editors who choose different leads: the second is shown the first's choice", async () => {
  const choose = (leadId: string) => setLead(team.editor, { commitmentId: commitment(3), version: 1, leadId });
  await choose(team.analyst.memberId);
  await expect(choose(team.editor.memberId)).rejects.toMatchObject({
    code: "conflict",
    detail: { current: { lead: { memberId: team.analyst.memberId } } },
  });
});

describe("the day on which a commitment was done", () => {
  const done = (number: number, doneOn: string | null, version = 1) =>
    setDone(team.editor, { commitmentId: commitment(number), version, doneOn });

  test("is set, changed and taken back, with a line of history each, and says whether it was in time", async () => {
    expect(await getCommitment(team.reader, commitment(8))).toMatchObject({ doneOn: null, timeliness: "OVERDUE" });
    await done(8, "2020-12-31");
    expect(await getCommitment(team.reader, commitment(8))).toMatchObject({ timeliness: "ON_TIME" });
    await done(8, "2021-06-28", 2);
    expect(await getCommitment(team.reader, commitment(8))).toMatchObject({ doneOn: "2021-06-28", timeliness: "LATE" });
    await done(8, null, 3);
    expect((await eventsOf(team.workspaceId)).slice(-3)).toMatchObject([
      { type: "commitment.done_changed", data: { from: null, to: "2020-12-31" } },
      { type: "commitment.done_changed", data: { from: "2020-12-31", to: "2021-06-28" } },
      { type: "commitment.done_changed", data: { from: "2021-06-28", to: null } },
    ]);
  });

  test("of one for which the text names no time leaves it without", async () => {
    await done(7, "2021-01-01");
    expect(await getCommitment(team.reader, commitment(7))).toMatchObject({ timeliness: "NO_DATE" });
  });

  test("is not one still to come", async () => {
    await expect(done(6, "2199-01-01")).rejects.toMatchObject({ detail: { fields: { doneOn: "done_in_future" } } });
  });

  test("that another editor set meanwhile is shown, not overwritten", async () => {
    await done(5, "2022-01-01");
    await expect(done(5, "2023-01-01")).rejects.toMatchObject({
      code: "conflict",
      detail: { current: { doneOn: "2022-01-01", version: 2 } },
    });
  });
});

test("nobody outside the workspace may lead", async () => {
  const other = await makeTeam();
  await expect(
    setLead(team.editor, { commitmentId: commitment(4), version: 1, leadId: other.analyst.memberId }),
  ).rejects.toMatchObject({ detail: { fields: { leadId: "not_a_member" } } });
});
