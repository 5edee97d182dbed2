import { beforeEach, describe, expect, test } from "vitest";
import { addOrganisationInput, addStateInput, editPartyInput } from "@/domain/party";
import { searchCountries } from "@/server/countries";
import {
  addOrganisation,
  addState,
  editParty,
  getParty,
  listParties,
  removeParty,
  restoreParty,
} from "@/server/parties";
import { eventsOf, makeTeam, type Team } from "../cast";

let team: Team;
beforeEach(async () => {
  team = await makeTeam();
});

const state = (code: string) => addState(team.editor, addStateInput.parse({ code }));
const organisation = (names: Record<string, string>) => addOrganisation(team.editor, addOrganisationInput.parse(names));
const rename = (partyId: string, version: number, names: Record<string, string>) =>
  editParty(team.editor, editPartyInput.parse({ partyId, version, ...names }));

test("nobody is on a new team's list", async () => {
  expect(await listParties(team.reader)).toEqual([]);
});

describe("a state", () => {
  test("comes with its names in the three languages", async () => {
    const { id } = await state("IT");
    expect(await getParty(team.reader, id)).toMatchObject({
      kind: "STATE",
      code: "IT",
      name: { ar: "إيطاليا", en: "Italy", fr: "Italie" },
    });
    expect((await eventsOf(team.workspaceId)).at(-1)).toMatchObject({ type: "party.added", data: { code: "IT" } });
  });

  test("is on the list once; one that was taken off comes back as it was", async () => {
    const { id } = await state("IQ");
    await expect(state("IQ")).rejects.toMatchObject({ detail: { fields: { code: "party_taken" } } });
    await removeParty(team.editor, { partyId: id, version: 1 });
    expect(await state("IQ")).toEqual({ id });
    expect((await eventsOf(team.workspaceId)).slice(-2)).toMatchObject([
      { type: "party.removed" },
      { type: "party.restored" },
    ]);
  });

  test.each(["QQ", "it", "ITA", ""])("is none with the code %o", async (code) => {
    await expect(async () => addState(team.editor, addStateInput.parse({ code }))).rejects.toThrow();
    expect(await listParties(team.reader)).toEqual([]);
  });

  test.each([
    ["ايطاليا", "IT"],
    ["italie", "IT"],
    ["ITAL", "IT"],
    ["iq", "IQ"],
    ["المتحده الولايات", "US"],
  ])("is found by %s, whatever the language and the spelling", (words, code) => {
    expect(searchCountries(words, "ar").map((each) => each.code)).toContain(code);
  });
});

describe("an organisation", () => {
  test("has a name in at least one language, and none that another party has", async () => {
    expect(addOrganisationInput.safeParse({ name_ar: " " }).success).toBe(false);
    await organisation({ name_ar: "الأمم المتحدة", name_en: "United Nations" });
    await expect(organisation({ name_ar: "الامم المتحده" })).rejects.toMatchObject({
      detail: { fields: { name_ar: "party_taken" } },
    });
  });
});

describe("renaming", () => {
  test("says what it was called before", async () => {
    const { id } = await organisation({ name_en: "UN" });
    await rename(id, 1, { name_en: "United Nations", name_ar: "الأمم المتحدة" });
    expect((await eventsOf(team.workspaceId)).at(-1)).toMatchObject({
      type: "party.edited",
      data: { changes: { name: { from: { en: "UN" }, to: { ar: "الأمم المتحدة", en: "United Nations" } } } },
    });
    await rename(id, 2, { name_en: "United Nations", name_ar: "الأمم المتحدة" });
    expect((await getParty(team.reader, id)).version, "nothing changed").toBe(2);
  });

  test("over another's name is refused with what stands", async () => {
    const { id } = await organisation({ name_en: "UN" });
    await rename(id, 1, { name_en: "Theirs" });
    await expect(rename(id, 1, { name_en: "Mine" })).rejects.toMatchObject({
      code: "conflict",
      detail: { current: { name: { en: "Theirs" }, version: 2 } },
    });
  });
});

test("a party that was taken off can be put back, unless another has its name by now", async () => {
  const { id } = await organisation({ name_en: "UN" });
  const { version } = await removeParty(team.editor, { partyId: id, version: 1 });
  expect(await listParties(team.reader)).toMatchObject([{ id, isRemoved: true }]);
  const { id: other } = await organisation({ name_en: "un" });
  await expect(restoreParty(team.editor, { partyId: id, version })).rejects.toMatchObject({
    detail: { fields: { name_en: "party_taken" } },
  });
  await removeParty(team.editor, { partyId: other, version: 1 });
  await restoreParty(team.editor, { partyId: id, version });
  expect(await getParty(team.reader, id)).toMatchObject({ isRemoved: false });
});

test("another workspace's parties are not there, and their names are free", async () => {
  const { id } = await state("FR");
  const other = await makeTeam();
  await expect(getParty(other.admin, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(removeParty(other.admin, { partyId: id, version: 1 })).rejects.toMatchObject({ code: "not_found" });
  await expect(addState(other.editor, { code: "FR" })).resolves.toBeTruthy();
});

test("two editors who add the same state at once put it on the list once", async () => {
  const outcomes = await Promise.allSettled([state("DE"), addState(team.admin, { code: "DE" })]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await listParties(team.reader)).toHaveLength(1);
});
