import { beforeAll, expect, test } from "vitest";
import { getCommitment, setLead } from "@/server/commitments";
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

test("nobody outside the workspace may lead", async () => {
  const other = await makeTeam();
  await expect(
    setLead(team.editor, { commitmentId: commitment(4), version: 1, leadId: other.analyst.memberId }),
  ).rejects.toMatchObject({ detail: { fields: { leadId: "not_a_member" } } });
});
