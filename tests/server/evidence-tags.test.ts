import { beforeAll, describe, expect, test } from "vitest";
import { retagEvidenceInput, tagSourceInput } from "@/domain/evidence";
import { addTagInput, mergeTagInput } from "@/domain/tag";
import { listActivity } from "@/server/activity";
import { database } from "@/server/database";
import { retagEvidence } from "@/server/evidence-tags";
import { addTag, deleteTag, listTags, mergeTag } from "@/server/tags";
import { attach, eventsOf, makeTeam, type Team } from "../cast";

let team: Team;
beforeAll(async () => {
  team = await makeTeam();
});

async function source(name: string): Promise<string> {
  const address = `https://example.org/${name}`;
  const { citationId } = await attach(team.analyst, team.commitments[0]?.id as string, { address, title: name });
  return (await database().citation.findUniqueOrThrow({ where: { id: citationId } })).evidenceId;
}
const tag = async (name_ar: string) => (await addTag(team.editor, addTagInput.parse({ name_ar, color: "RED" }))).id;
const retag = (input: Record<string, unknown>, actor = team.analyst) =>
  retagEvidence(actor, retagEvidenceInput.parse(input));
const tagsOf = async (evidenceId: string) =>
  (await database().evidenceTag.findMany({ where: { evidenceId } })).map(({ tagId }) => tagId).sort();
const lastEvent = async () => (await eventsOf(team.workspaceId)).at(-1);

describe("tagging many sources at once", () => {
  test("adds and removes, and one event tells of those that changed", async () => {
    const [one, two, three] = [await source("one"), await source("two"), await source("three")];
    const [fresh, stale] = [await tag("جديد"), await tag("قديم")];
    await retag({ evidenceIds: [one, two], added: stale });
    await retag({ evidenceIds: two, added: fresh, removed: stale });
    const before = (await eventsOf(team.workspaceId)).length;

    expect(await retag({ evidenceIds: [one, two, three], added: fresh, removed: stale })).toEqual({ changed: 2 });
    for (const id of [one, two, three]) expect(await tagsOf(id)).toEqual([fresh]);
    const events = await eventsOf(team.workspaceId);
    expect(events).toHaveLength(before + 1);
    const { data, ...event } = (events.at(-1) ?? {}) as { data: { sources: object[] } };
    expect(event).toMatchObject({ type: "evidence.retagged", memberId: team.analyst.memberId, subjectId: null });
    expect(data).toMatchObject({ added: [{ tagId: fresh, name: { ar: "جديد" } }], removed: [{ tagId: stale }] });
    expect(new Set(data.sources)).toEqual(
      new Set([
        { evidenceId: one, title: "one" },
        { evidenceId: three, title: "three" },
      ]),
    );
  });

  test("what changes nothing leaves no trace", async () => {
    const [id, known] = [await source("same"), await tag("ثابت")];
    await retag({ evidenceIds: id, added: known });
    const event = await lastEvent();
    expect(await retag({ evidenceIds: id, added: known })).toEqual({ changed: 0 });
    expect(await lastEvent()).toEqual(event);
  });

  test("stands in the history of each of the sources, and of no other", async () => {
    const [one, two, three] = [await source("h-one"), await source("h-two"), await source("h-three")];
    await retag({ evidenceIds: [one, two], added: await tag("تاريخ") });
    for (const [id, count] of [
      [one, 1],
      [two, 1],
      [three, 0],
    ] as const) {
      const { lines } = await listActivity(team.reader, { evidenceId: id } as never);
      expect(lines.filter(({ event }) => event?.type === "evidence.retagged")).toHaveLength(count);
      expect(lines.filter(({ event }) => event?.type === "evidence.attached")).toHaveLength(1);
    }
  });

  test("refuses a tag that is not in the list, and sources that are not the team’s: then none is tagged", async () => {
    const [id, gone] = [await source("mine"), await tag("محذوف")];
    await deleteTag(team.editor, { tagId: gone, version: 1 });
    await expect(retag({ evidenceIds: id, added: gone })).rejects.toMatchObject({ code: "invalid" });
    const other = await makeTeam();
    const known = await tag("قائم");
    const { citationId } = await attach(other.analyst, other.commitments[0]?.id as string);
    const { evidenceId } = await database().citation.findUniqueOrThrow({ where: { id: citationId } });
    await expect(retag({ evidenceIds: [id, evidenceId], added: known })).rejects.toMatchObject({ code: "not_found" });
    expect(await tagsOf(id)).toEqual([]);
    expect(retagEvidenceInput.safeParse({ added: known }).success).toBe(false);
  });
});

test("a form about one source changes what the person changed, and keeps what a colleague did meanwhile", async () => {
  const id = await source("form");
  const [kept, dropped, theirs] = [await tag("باق"), await tag("مزال"), await tag("لزميل")];
  await retag({ evidenceIds: id, added: [kept, dropped] });
  await retag({ evidenceIds: id, added: theirs }, team.editor);
  await retagEvidence(team.analyst, tagSourceInput.parse({ evidenceId: id, shownIds: [kept, dropped], tagIds: kept }));
  expect(await tagsOf(id)).toEqual([kept, theirs].sort());
});

test("merging two tags carries the sources along, and the list counts them", async () => {
  const [one, both] = [await source("m-one"), await source("m-both")];
  const [from, into] = [await tag("قبل"), await tag("بعد")];
  await retag({ evidenceIds: [one, both], added: from });
  await retag({ evidenceIds: both, added: into });
  await mergeTag(team.editor, mergeTagInput.parse({ tagId: from, version: 1, intoId: into }));
  expect([await tagsOf(one), await tagsOf(both)]).toEqual([[into], [into]]);
  expect((await listTags(team.reader)).find(({ id }) => id === into)).toMatchObject({ sources: 2, uses: 0 });
});
