import { beforeAll, expect, test } from "vitest";
import { addContributionInput } from "@/domain/contribution";
import { contributionFilters } from "@/domain/party";
import { getContributionMatrix } from "@/server/contribution-matrix";
import { addContribution, removeContribution } from "@/server/contributions";
import { addOrganisation, addState, removeParty } from "@/server/parties";
import { attach, makeTeam, type Team } from "../cast";

let team: Team;
let [italy, iraq, nations] = ["", "", ""];
beforeAll(async () => {
  team = await makeTeam();
  italy = (await addState(team.editor, { code: "IT" })).id;
  iraq = (await addState(team.editor, { code: "IQ" })).id;
  nations = (await addOrganisation(team.editor, { name: { en: "United Nations" } })).id;
  const { citationId } = await attach(team.analyst, id(8));
  await add({ commitmentId: id(8), partyId: italy, datedOn: "2021-06-28", citationIds: [citationId] });
  await add({ commitmentId: id(8), partyId: italy, datedOn: "2020-01-01" });
  await add({ commitmentId: id(2), partyId: iraq });
  const gone = await add({ commitmentId: id(3), partyId: iraq });
  await removeContribution(team.analyst, { contributionId: gone.id, version: 1 });
});

const id = (number: number) => team.commitments[number - 1]?.id as string;
const add = (values: Record<string, unknown>) =>
  addContribution(team.analyst, addContributionInput.parse({ body: "…", ...values }));
/** Party → commitment → what its cell says, of the cells that say something. */
async function cells(asked: Record<string, string | undefined> = {}) {
  const { rows, columns } = await getContributionMatrix(team.reader, contributionFilters.parse(asked));
  return rows.map(({ party, cells: row }) => [
    party.name.en,
    row.flatMap((cell, index) => (cell ? [[columns[index]?.number, cell.count, cell.withEvidence]] : [])),
  ]);
}

test("every party of the list has its row, with how much it did for each commitment and how much of it has evidence", async () => {
  expect(await cells()).toEqual([
    ["Italy", [[8, 2, 1]]],
    ["Iraq", [[2, 1, 0]]],
    ["United Nations", []],
  ]);
  expect((await getContributionMatrix(team.reader, {})).columns).toHaveLength(8);
});

test("is narrowed by kind, party, commitment, evidence and period; what the address cannot mean is not asked for", async () => {
  expect(await cells({ kind: "ORGANISATION" })).toEqual([["United Nations", []]]);
  expect(await cells({ party: italy, evidence: "1" })).toEqual([["Italy", [[8, 1, 1]]]]);
  expect(await cells({ party: italy, from: "2020-01-01", to: "2020-12-31" })).toEqual([["Italy", [[8, 1, 0]]]]);
  expect(await cells({ party: iraq, from: "2020-01-01" }), "an undated one is in no period").toEqual([["Iraq", []]]);
  expect(await cells({ commitment: "8", party: iraq })).toEqual([["Iraq", []]]);
  expect(await cells({ kind: "PLANET", from: "soon", commitment: "-1" })).toEqual(await cells());
});

test("a party that was taken off the list keeps its row while it did something", async () => {
  await removeParty(team.editor, { partyId: nations, version: 1 });
  await removeParty(team.editor, { partyId: iraq, version: 1 });
  expect((await cells()).map(([name]) => name)).toEqual(["Italy", "Iraq"]);
});

test("is of no other workspace, and of no document that there is not", async () => {
  const other = await makeTeam();
  expect((await getContributionMatrix(other.reader, {})).rows).toEqual([]);
  await expect(getContributionMatrix(team.reader, { document: "absent" })).rejects.toMatchObject({ code: "not_found" });
});
