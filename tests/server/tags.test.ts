// The team's list of tags: kept by editors, renamed and merged without a comment losing its tag.
import { beforeAll, describe, expect, test } from "vitest";
import { annotateInput, tagAnnotationInput } from "@/domain/annotation";
import { addTagInput, editTagInput, mergeTagInput } from "@/domain/tag";
import { sliceOf } from "@/domain/text-position";
import { annotate, tagAnnotation } from "@/server/annotations";
import type { MemberActor } from "@/server/auth/actor";
import { database } from "@/server/database";
import { addTag, deleteTag, editTag, listTags, mergeTag, restoreTag } from "@/server/tags";
import { listThreads } from "@/server/threads";
import { editWorkspace } from "@/server/workspaces";
import { eventsOf, makeTeam, type Team, workspaceSettings } from "../cast";

let team: Team;
let passage: { id: string; text: string; documentId: string };
beforeAll(async () => {
  team = await makeTeam();
  const { paragraph, ...row } = await database().passage.findFirstOrThrow({
    where: { paragraph: { document: { workspaceId: team.workspaceId } } },
    include: { paragraph: true },
  });
  passage = { ...row, documentId: paragraph.documentId };
});

const lastEvent = async () => (await eventsOf(team.workspaceId)).at(-1);
const tagFields = (name_ar: string, more: Record<string, string> = {}) => ({ name_ar, color: "RED", ...more });
const add = (name: string, more?: Record<string, string>) =>
  addTag(team.editor, addTagInput.parse(tagFields(name, more)));
const edit = (tagId: string, version: number, name: string, more?: Record<string, string>) =>
  editTag(team.editor, editTagInput.parse({ tagId, version, ...tagFields(name, more) }));
const find = async (id: string) => (await listTags(team.reader)).find((tag) => tag.id === id);

async function mark(actor: MemberActor, given: Record<string, unknown>): Promise<string> {
  const stretch = { passageId: passage.id, start: 0, end: 5, exact: sliceOf(passage.text, { start: 0, end: 5 }) };
  const input = { targets: JSON.stringify([stretch]), motivation: "TAGGING", ...given };
  return (await annotate(actor, annotateInput.parse(input))).id;
}
const tagsOf = async (id: string) =>
  (await listThreads(team.analyst, passage.documentId))
    .find((thread) => thread.id === id)
    ?.tags.map(({ tagId }) => tagId);

describe("the list", () => {
  test("has names and descriptions in each language, and says how often a tag is used", async () => {
    const { id } = await add("تمويل", { name_en: "Funding", description_fr: "Pour l’argent" });
    await mark(team.analyst, { tagIds: id });
    expect(await find(id)).toMatchObject({
      name: { ar: "تمويل", en: "Funding" },
      description: { fr: "Pour l’argent" },
      color: "RED",
      isFree: false,
      uses: 1,
    });
    expect((await eventsOf(team.workspaceId)).find(({ subjectId }) => subjectId === id)).toMatchObject({
      type: "tag.added",
      memberId: team.editor.memberId,
    });
  });

  test("takes no name twice, in whatever language and spelling", async () => {
    await add("أولوية", { name_en: "Priority" });
    await expect(add("اولويه")).rejects.toMatchObject({ code: "invalid", detail: { fields: { name_ar: "taken" } } });
    await expect(add("شيء آخر", { name_fr: "PRIORITY" })).rejects.toMatchObject({
      detail: { fields: { name_fr: "taken" } },
    });
  });

  test("asks for a name in one language at least", () => {
    expect(addTagInput.safeParse({ color: "RED", name_ar: " " }).success).toBe(false);
  });

  test("two editors who take one name at once do not both get it", async () => {
    const outcomes = await Promise.allSettled([add("معاً"), add("معًا"), add("معا")]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("shows an editor what another saved meanwhile", async () => {
    const { id } = await add("حدود");
    await edit(id, 1, "حدود برية");
    await expect(edit(id, 1, "حدود بحرية")).rejects.toMatchObject({
      code: "conflict",
      detail: { current: { name: { ar: "حدود برية" }, version: 2 } },
    });
  });

  test("a renamed tag stays on what has it", async () => {
    const { id } = await add("قديم");
    const thread = await mark(team.analyst, { tagIds: id });
    await edit(id, 1, "جديد");
    expect(await tagsOf(thread)).toEqual([id]);
    expect(await lastEvent()).toMatchObject({
      type: "tag.edited",
      data: { name: { ar: "جديد" }, changes: { name: { from: { ar: "قديم" }, to: { ar: "جديد" } } } },
    });
  });

  test("a deleted tag comes back with all that had it", async () => {
    const { id } = await add("عابر");
    const thread = await mark(team.analyst, { tagIds: id });
    const { version } = await deleteTag(team.editor, { tagId: id, version: 1 });
    expect(await tagsOf(thread)).toEqual([]);
    await restoreTag(team.editor, { tagId: id, version });
    expect(await tagsOf(thread)).toEqual([id]);
  });
});

describe("merging", () => {
  test("gives the second tag all that had the first, also where a comment had both", async () => {
    const [one, other] = [await add("داعش"), await add("التنظيم")];
    const [first, both] = [
      await mark(team.analyst, { tagIds: one.id }),
      await mark(team.analyst, { tagIds: [one.id, other.id] }),
    ];
    const hidden = await mark(team.analyst, { tagIds: one.id, layer: "PRIVATE" });
    await mergeTag(team.editor, mergeTagInput.parse({ tagId: one.id, version: "1", intoId: other.id }));
    for (const thread of [first, both, hidden]) expect(await tagsOf(thread)).toEqual([other.id]);
    expect(await find(one.id)).toBeUndefined();
    expect(await lastEvent()).toMatchObject({
      type: "tag.merged",
      // The private one is nobody's business.
      data: { name: { ar: "داعش" }, into: { tagId: other.id }, annotations: 2 },
    });
  });

  test("refuses a tag that is not there, and itself", async () => {
    const { id } = await add("وحيد");
    const into = (intoId: string) => mergeTagInput.safeParse({ tagId: id, version: 1, intoId });
    expect(into(id).success).toBe(false);
    await expect(mergeTag(team.editor, { tagId: id, version: 1, intoId: "nobody" })).rejects.toMatchObject({
      detail: { fields: { intoId: "choose_one" } },
    });
  });
});

describe("free tags", () => {
  const free = (word: string) => mark(team.analyst, { freeTags: word });

  test("are refused where the workspace does not allow them, and nothing is kept", async () => {
    const before = await database().annotation.count();
    await expect(free("كلمة")).rejects.toMatchObject({ detail: { fields: { freeTags: "free_tags_off" } } });
    expect(await database().annotation.count()).toBe(before);
  });

  test("a word of the list is the tag of the list, in any spelling; another becomes a free tag that an editor can take in", async () => {
    await editWorkspace(team.admin, workspaceSettings({ name: "فريق", allowsFreeTags: true }));
    const { id } = await add("إعادة الإعمار");
    expect(await tagsOf(await free("اعادة الاعمار"))).toEqual([id]);

    const thread = await free("لاجئون");
    const [made = ""] = (await tagsOf(thread)) ?? [];
    expect(await find(made)).toMatchObject({ isFree: true, name: { ar: "لاجئون" } });
    expect(await tagsOf(await free("لاجئون"))).toEqual([made]);
    await edit(made, 1, "لاجئون", { name_en: "Refugees" });
    expect(await find(made)).toMatchObject({ isFree: false });
  });

  test("a word whose tag was merged means the tag that took its place", async () => {
    const [one, other] = [await add("مال"), await add("نقود")];
    await mergeTag(team.editor, { tagId: one.id, version: 1, intoId: other.id });
    expect(await tagsOf(await free("مال"))).toEqual([other.id]);
  });
});

describe("a thread's tags", () => {
  const retag = (annotationId: string, version: number, tagIds: string[]) =>
    tagAnnotation(team.analyst, tagAnnotationInput.parse({ annotationId, version, tagIds }));

  test("are changed by any analyst, with the history", async () => {
    const [one, other] = [await add("أول"), await add("ثان")];
    const thread = await mark(team.editor, { tagIds: one.id });
    await retag(thread, 1, [other.id]);
    expect(await tagsOf(thread)).toEqual([other.id]);
    expect(await lastEvent()).toMatchObject({
      type: "annotation.retagged",
      data: { from: [{ tagId: one.id }], to: [{ tagId: other.id }] },
    });
    await expect(retag(thread, 1, [one.id])).rejects.toMatchObject({ code: "conflict" });
    await expect(retag(thread, 2, [])).rejects.toMatchObject({ detail: { fields: { tagIds: "choose_one" } } });
  });

  test("are of the own workspace", async () => {
    const elsewhere = await makeTeam();
    const { id } = await addTag(elsewhere.editor, addTagInput.parse(tagFields("غريب")));
    await expect(mark(team.analyst, { tagIds: id })).rejects.toMatchObject({
      detail: { fields: { tagIds: "choose_one" } },
    });
  });
});
