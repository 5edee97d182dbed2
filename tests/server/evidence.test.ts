import { beforeAll, describe, expect, test } from "vitest";
import { citeSourceInput, editEvidenceInput, editSourceInput } from "@/domain/evidence";
import { database } from "@/server/database";
import { citeSource, editEvidence, editSource, listEvidence, removeEvidence, restoreEvidence } from "@/server/evidence";
import { anArticle, attach, eventsOf, makeTeam, type Team } from "../cast";

let team: Team;
beforeAll(async () => {
  team = await makeTeam();
});

const commitment = (number: number) => team.commitments.find((each) => each.number === number)?.id as string;
const at = (name: string) => ({ address: `https://example.org/${name}` });
const edited = (citationId: string, changes: Record<string, unknown> = {}) =>
  editEvidenceInput.parse({ ...anArticle, citationId, version: 1, evidenceVersion: 1, ...changes });

describe("attaching evidence", () => {
  test("keeps the source with its grading, and what it says about the commitment", async () => {
    await attach(team.analyst, commitment(1), {
      publisher: "U.S. Department of State",
      publishedOn: "2019-11-14",
      accessedOn: "2026-11-01",
      language: "en",
      reliability: "A",
      credibility: "2",
      quotedPassage: "We, the ministers",
    });
    const [evidence] = await listEvidence(team.reader, commitment(1));
    expect(evidence).toMatchObject({
      ...anArticle,
      publishedOn: "2019-11-14",
      grade: "A2",
      quotedPassage: "We, the ministers",
      citedBy: { memberId: team.analyst.memberId },
      mayEdit: false,
    });
    const event = (await eventsOf(team.workspaceId)).at(-1);
    expect(event).toMatchObject({
      type: "evidence.attached",
      data: { title: anArticle.title, reliability: "A", credibility: 2 },
    });
  });

  test("the same address twice on one commitment is recognised in any spelling, and the one there is shown", async () => {
    const { citationId } = await attach(team.analyst, commitment(2), at("same"));
    await expect(
      attach(team.editor, commitment(2), { address: "http://www.example.org/same/?utm_source=x" }),
    ).rejects.toMatchObject({
      code: "invalid",
      detail: { fields: { address: "already_attached" }, current: { citationId } },
    });
    expect(await listEvidence(team.analyst, commitment(2))).toHaveLength(1);
  });

  test("a source that the workspace has is cited again, not entered again", async () => {
    const first = await attach(team.analyst, commitment(3), { ...at("shared"), title: "What the team called it" });
    const second = await attach(team.analyst, commitment(4), {
      ...at("shared"),
      title: "Another name",
      stance: "CONTRADICTS",
    });
    expect([first.known, second.known]).toEqual([false, true]);
    expect(await listEvidence(team.analyst, commitment(4))).toMatchObject([
      { title: "What the team called it", stance: "CONTRADICTS" },
    ]);
  });

  test("two people at the same moment attach it once", async () => {
    const outcomes = await Promise.allSettled([
      attach(team.analyst, commitment(5), at("race")),
      attach(team.editor, commitment(5), at("race")),
      attach(team.admin, commitment(6), at("race")),
    ]);
    expect(outcomes.filter((each) => each.status === "fulfilled")).toHaveLength(2);
    expect(await listEvidence(team.analyst, commitment(5))).toHaveLength(1);
  });
});

describe("editing evidence", () => {
  test("changes the source wherever it is cited, and the stance only here", async () => {
    const here = await attach(team.analyst, commitment(7), at("edit"));
    await attach(team.analyst, commitment(8), at("edit"));
    await editEvidence(team.analyst, edited(here.citationId, { ...at("edit"), title: "Corrected", stance: "CONTEXT" }));
    expect(await listEvidence(team.analyst, commitment(7))).toMatchObject([{ title: "Corrected", stance: "CONTEXT" }]);
    expect(await listEvidence(team.analyst, commitment(8))).toMatchObject([{ title: "Corrected", stance: "SUPPORTS" }]);
    expect((await eventsOf(team.workspaceId)).at(-1)).toMatchObject({
      type: "evidence.edited",
      data: {
        changes: { title: { from: anArticle.title, to: "Corrected" }, stance: { from: "SUPPORTS", to: "CONTEXT" } },
      },
    });
  });

  test("a change of the source from another commitment makes this form stale too", async () => {
    const here = await attach(team.analyst, commitment(1), at("stale"));
    const there = await attach(team.analyst, commitment(2), at("stale"));
    await editEvidence(team.editor, edited(there.citationId, { ...at("stale"), title: "Theirs" }));
    await expect(
      editEvidence(team.analyst, edited(here.citationId, { ...at("stale"), title: "Mine" })),
    ).rejects.toMatchObject({
      code: "conflict",
      detail: { current: { title: "Theirs" } },
    });
  });

  test("an address that belongs to another source is refused at its field", async () => {
    await attach(team.analyst, commitment(1), at("taken"));
    const { citationId } = await attach(team.analyst, commitment(1), at("mine"));
    await expect(editEvidence(team.analyst, edited(citationId, at("taken")))).rejects.toMatchObject({
      detail: { fields: { address: "address_in_use" } },
    });
  });
});

const sourceOf = async (citationId: string) =>
  (await database().citation.findUniqueOrThrow({ where: { id: citationId } })).evidenceId;
const editedSource = (evidenceId: string, changes: Record<string, unknown> = {}) =>
  editSourceInput.parse({ ...anArticle, evidenceId, evidenceVersion: 1, ...changes });

describe("editing a source by itself", () => {
  test("changes it wherever it is cited, and leaves what it says about each commitment", async () => {
    const { citationId } = await attach(team.analyst, commitment(5), at("by-itself"));
    await attach(team.analyst, commitment(6), { ...at("by-itself"), stance: "CONTRADICTS" });
    const evidenceId = await sourceOf(citationId);
    await editSource(
      team.analyst,
      editedSource(evidenceId, { ...at("by-itself"), title: "Renamed", reliability: "B" }),
    );
    expect((await eventsOf(team.workspaceId)).at(-1)).toMatchObject({
      type: "evidence.edited",
      subjectId: evidenceId,
      commitmentId: null,
      data: { title: "Renamed", changes: { reliability: { from: null, to: "B" } } },
    });
    const shown = (await listEvidence(team.analyst, commitment(6))).find((each) => each.evidenceId === evidenceId);
    expect(shown).toMatchObject({ title: "Renamed", grade: "B–", stance: "CONTRADICTS" });
  });

  test("a change made through a citation meanwhile is a conflict here", async () => {
    const { citationId } = await attach(team.analyst, commitment(7), at("meanwhile"));
    await editEvidence(team.editor, edited(citationId, { ...at("meanwhile"), title: "Theirs" }));
    await expect(
      editSource(team.analyst, editedSource(await sourceOf(citationId), { ...at("meanwhile"), title: "Mine" })),
    ).rejects.toMatchObject({ code: "conflict", detail: { current: { title: "Theirs", evidenceVersion: 2 } } });
  });

  test("an address that belongs to another source is refused at its field", async () => {
    await attach(team.analyst, commitment(7), at("owned"));
    const { citationId } = await attach(team.analyst, commitment(7), at("renamed"));
    await expect(editSource(team.analyst, editedSource(await sourceOf(citationId), at("owned")))).rejects.toMatchObject(
      { detail: { fields: { address: "address_in_use" } } },
    );
  });
});

describe("citing a source for another commitment", () => {
  const cited = (evidenceId: string, number: number) =>
    citeSourceInput.parse({ evidenceId, commitmentId: commitment(number), stance: "CONTEXT", quotedPassage: "words" });

  test("adds a citation of the same source, once", async () => {
    const { citationId } = await attach(team.analyst, commitment(7), at("again"));
    const evidenceId = await sourceOf(citationId);
    const { citationId: second } = await citeSource(team.analyst, cited(evidenceId, 8));
    expect((await listEvidence(team.reader, commitment(8))).find((each) => each.citationId === second)).toMatchObject({
      evidenceId,
      stance: "CONTEXT",
      quotedPassage: "words",
    });
    await expect(citeSource(team.analyst, cited(evidenceId, 8))).rejects.toMatchObject({
      detail: { fields: { commitmentId: "already_attached" } },
    });
  });

  test("a source or a commitment of another workspace is not there", async () => {
    const { citationId } = await attach(team.analyst, commitment(7), at("elsewhere"));
    const evidenceId = await sourceOf(citationId);
    const other = await makeTeam();
    const theirs = { ...cited(evidenceId, 7), commitmentId: other.commitments[0]?.id as string };
    await expect(citeSource(other.admin, theirs)).rejects.toMatchObject({ code: "not_found" });
    await expect(citeSource(team.analyst, theirs)).rejects.toMatchObject({ code: "not_found" });
    await expect(editSource(other.admin, editedSource(evidenceId, at("elsewhere")))).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

test("removing evidence can be undone; attaching the address again brings the same one back", async () => {
  const { citationId } = await attach(team.analyst, commitment(3), at("gone"));
  const shown = async () =>
    (await listEvidence(team.analyst, commitment(3))).some((each) => each.citationId === citationId);
  const { version } = await removeEvidence(team.analyst, { citationId, version: 1 });
  expect(await shown()).toBe(false);
  await restoreEvidence(team.analyst, { citationId, version });
  expect(await shown()).toBe(true);
  await removeEvidence(team.analyst, { citationId, version: version + 1 });
  expect((await attach(team.analyst, commitment(3), at("gone"))).citationId).toBe(citationId);
});

test("evidence of another workspace is not there, and its addresses are not known", async () => {
  const { citationId } = await attach(team.analyst, commitment(4), at("ours"));
  const other = await makeTeam();
  await expect(removeEvidence(other.admin, { citationId, version: 1 })).rejects.toMatchObject({ code: "not_found" });
  expect((await attach(other.analyst, other.commitments[0]?.id as string, at("ours"))).known).toBe(false);
});
