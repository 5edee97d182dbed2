import { beforeEach, describe, expect, test } from "vitest";
import { addContributionInput, editContributionInput } from "@/domain/contribution";
import {
  addContribution,
  editContribution,
  getPartyContributions,
  listContributions,
  removeContribution,
  restoreContribution,
} from "@/server/contributions";
import { removeEvidence, restoreEvidence } from "@/server/evidence";
import { addState, removeParty } from "@/server/parties";
import { attach, eventsOf, makeTeam, type Team } from "../cast";

let team: Team;
let italy: string;
let iraq: string;
beforeEach(async () => {
  team = await makeTeam();
  italy = (await addState(team.editor, { code: "IT" })).id;
  iraq = (await addState(team.editor, { code: "IQ" })).id;
});

const id = (number: number) => team.commitments[number - 1]?.id as string;
const hosted = { body: "استضافت **الاجتماع** في روما", datedOn: "2021-06-28" };
const add = (changes: Record<string, unknown> = {}) =>
  addContribution(
    team.analyst,
    addContributionInput.parse({ commitmentId: id(8), partyId: italy, ...hosted, ...changes }),
  );
const edit = (contributionId: string, version: number, changes: Record<string, unknown> = {}) =>
  editContribution(
    team.analyst,
    editContributionInput.parse({ contributionId, version, partyId: italy, ...hosted, ...changes }),
  );
const shown = () => listContributions(team.reader, id(8));

test("a contribution says who did what, when, and on what evidence", async () => {
  const { citationId } = await attach(team.analyst, id(8), { reliability: "A", credibility: "1" });
  const { id: contributionId } = await add({ citationIds: [citationId] });
  expect(await shown()).toMatchObject([
    {
      id: contributionId,
      party: { partyId: italy, name: { en: "Italy" } },
      ...hosted,
      evidence: [{ citationId, grade: "A1" }],
      addedBy: { memberId: team.analyst.memberId },
      mayEdit: false,
      mayRemove: false,
    },
  ]);
  expect((await eventsOf(team.workspaceId)).at(-1)).toMatchObject({
    type: "contribution.added",
    commitmentId: id(8),
    subjectId: contributionId,
    data: { party: { partyId: italy }, ...hosted, citationIds: [citationId] },
  });
});

test("the latest come first, and undated ones last", async () => {
  await add({ body: "بلا تاريخ", datedOn: "" });
  await add({ body: "قديمة", datedOn: "2020-01-01" });
  await add({ body: "حديثة", datedOn: "2022-01-01" });
  expect((await shown()).map(({ body }) => body)).toEqual(["حديثة", "قديمة", "بلا تاريخ"]);
});

describe("evidence", () => {
  test("of another commitment, or removed, cannot stand behind it", async () => {
    const elsewhere = await attach(team.analyst, id(1));
    const gone = await attach(team.analyst, id(8), { address: "https://example.org/gone" });
    await removeEvidence(team.analyst, { citationId: gone.citationId, version: 1 });
    for (const { citationId } of [elsewhere, gone]) {
      await expect(add({ citationIds: [citationId] })).rejects.toMatchObject({
        detail: { fields: { citationIds: "evidence_gone" } },
      });
    }
    expect(await shown()).toEqual([]);
  });

  test("that is removed later is not shown, outlives an edit, and stands there again when it comes back", async () => {
    const { citationId } = await attach(team.analyst, id(8));
    const { id: contributionId } = await add({ citationIds: [citationId] });
    const { version } = await removeEvidence(team.analyst, { citationId, version: 1 });
    expect(await shown()).toMatchObject([{ evidence: [] }]);
    await edit(contributionId, 1, { body: "نص آخر", citationIds: [] });
    await restoreEvidence(team.analyst, { citationId, version });
    expect(await shown()).toMatchObject([{ body: "نص آخر", evidence: [{ citationId }] }]);
  });
});

describe("editing", () => {
  test("keeps what it was before, the party too", async () => {
    const { id: contributionId } = await add();
    await edit(contributionId, 1, { partyId: iraq, datedOn: "" });
    expect((await eventsOf(team.workspaceId)).at(-1)).toMatchObject({
      type: "contribution.edited",
      data: {
        party: { partyId: iraq },
        changes: {
          party: { from: { partyId: italy }, to: { partyId: iraq } },
          datedOn: { from: "2021-06-28", to: null },
        },
      },
    });
  });

  test("that changes nothing records nothing", async () => {
    const { id: contributionId } = await add();
    const before = await eventsOf(team.workspaceId);
    await edit(contributionId, 1);
    expect(await eventsOf(team.workspaceId)).toHaveLength(before.length);
  });

  test("over a colleague's change is refused with what stands, and over a removal with that", async () => {
    const { id: contributionId } = await add();
    await edit(contributionId, 1, { body: "لهم" });
    await expect(edit(contributionId, 1, { body: "لي" })).rejects.toMatchObject({
      code: "conflict",
      detail: { current: { body: "لهم", version: 2 } },
    });
    await removeContribution(team.editor, { contributionId, version: 2 });
    await expect(edit(contributionId, 2)).rejects.toMatchObject({ code: "conflict", detail: { reason: "deleted" } });
  });

  test("keeps a party that was taken off the list meanwhile, but chooses none", async () => {
    const { id: contributionId } = await add();
    await removeParty(team.editor, { partyId: italy, version: 1 });
    await edit(contributionId, 1, { body: "نص آخر" });
    expect(await shown()).toMatchObject([{ party: { partyId: italy, isRemoved: true }, body: "نص آخر" }]);
    await expect(add()).rejects.toMatchObject({ detail: { fields: { partyId: "choose_one" } } });
    await removeParty(team.editor, { partyId: iraq, version: 1 });
    await expect(edit(contributionId, 2, { partyId: iraq })).rejects.toMatchObject({
      detail: { fields: { partyId: "choose_one" } },
    });
  });
});

test("removing can be undone", async () => {
  const { id: contributionId } = await add();
  const { version } = await removeContribution(team.analyst, { contributionId, version: 1 });
  expect(await shown()).toEqual([]);
  await restoreContribution(team.analyst, { contributionId, version });
  expect(await shown()).toMatchObject([{ id: contributionId }]);
  expect((await eventsOf(team.workspaceId)).slice(-2)).toMatchObject([
    { type: "contribution.removed", data: { party: { name: { en: "Italy" } } } },
    { type: "contribution.restored" },
  ]);
});

test("a party's own page has all that it did, by commitment", async () => {
  await add();
  await add({ commitmentId: id(2), body: "تدريب" });
  await add({ commitmentId: id(2), partyId: iraq });
  const { party, contributions } = await getPartyContributions(team.reader, italy);
  expect(party.code).toBe("IT");
  expect(contributions.map(({ commitment, body }) => [commitment.number, body])).toEqual([
    [2, "تدريب"],
    [8, hosted.body],
  ]);
});

test("what is another workspace's is not there", async () => {
  const { id: contributionId } = await add();
  const other = await makeTeam();
  await expect(removeContribution(other.admin, { contributionId, version: 1 })).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await listContributions(other.reader, id(8))).toEqual([]);
  await expect(getPartyContributions(other.reader, italy)).rejects.toMatchObject({ code: "not_found" });
  const commitmentId = other.commitments[7]?.id as string;
  const theirs = addContributionInput.parse({ commitmentId, partyId: italy, body: "…" });
  await expect(addContribution(other.analyst, theirs)).rejects.toMatchObject({
    detail: { fields: { partyId: "choose_one" } },
  });
});
