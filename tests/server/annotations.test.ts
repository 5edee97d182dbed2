import { beforeAll, describe, expect, test } from "vitest";
import { annotateInput } from "@/domain/annotation";
import { quoteAt, sliceOf } from "@/domain/text-position";
import { activityFilters, listActivity } from "@/server/activity";
import {
  annotate,
  deleteAnnotation,
  editAnnotation,
  reply,
  restoreAnnotation,
  shareAnnotation,
} from "@/server/annotations";
import type { MemberActor } from "@/server/auth/actor";
import { database } from "@/server/database";
import { listThreads } from "@/server/threads";
import { eventsOf, makeTeam, type Team } from "../cast";

let team: Team;
let documentId: string;
let passages: { id: string; text: string }[];
beforeAll(async () => {
  team = await makeTeam();
  const document = await database().document.findFirstOrThrow({
    where: { workspaceId: team.workspaceId },
    include: { paragraphs: { orderBy: { ordinal: "asc" }, include: { passages: true } } },
  });
  documentId = document.id;
  passages = document.paragraphs.flatMap((paragraph) => paragraph.passages);
});

const passage = (place: number) => passages[place] as { id: string; text: string };
const stretch = (place: number, start: number, end: number) => ({
  passageId: passage(place).id,
  start,
  end,
  exact: sliceOf(passage(place).text, { start, end }),
});
const input = (changes: Record<string, unknown> = {}) =>
  annotateInput.parse({
    targets: JSON.stringify([stretch(1, 0, 10)]),
    motivation: "COMMENTING",
    body: "ما المقصود هنا؟",
    ...changes,
  });
const seenBy = (actor: MemberActor) => listThreads(actor, documentId);
const find = async (actor: MemberActor, id: string) => (await seenBy(actor)).find((each) => each.id === id);
const lastEvent = async () => (await eventsOf(team.workspaceId)).at(-1);
const at = (annotationId: string, version = 1) => ({ annotationId, version });

describe("marking", () => {
  test("keeps the words, where they stand, and what stands around them", async () => {
    const { id } = await annotate(team.analyst, input());
    const kept = await database().annotationTarget.findMany({ where: { annotationId: id } });
    const quote = quoteAt(passage(1).text, { start: 0, end: 10 });
    expect(kept).toMatchObject([{ ordinal: 1, passageId: passage(1).id, start: 0, end: 10, ...quote }]);
    expect(await find(team.reader, id)).toMatchObject({
      motivation: "COMMENTING",
      layer: "TEAM",
      body: "ما المقصود هنا؟",
      author: { memberId: team.analyst.memberId },
      resolvedAt: null,
    });
    expect(await lastEvent()).toMatchObject({ type: "annotation.made", subjectId: id, data: { quote: quote.exact } });
  });

  test("over several paragraphs is one annotation with several targets, in the order of the text", async () => {
    const targets = JSON.stringify([stretch(2, 5, 20), stretch(3, 0, 12)]);
    const { id } = await annotate(team.analyst, input({ targets }));
    expect((await find(team.reader, id))?.targets.map(({ passageId }) => passageId)).toEqual([
      passage(2).id,
      passage(3).id,
    ]);
  });

  test("a highlight may say nothing, a comment may not", () => {
    expect(input({ motivation: "HIGHLIGHTING", body: "" }).body).toBeNull();
    expect(() => input({ body: " " })).toThrow(/required/);
  });

  test("of words that are not there is refused, and nothing is kept", async () => {
    const before = await database().annotation.count();
    const wrong = JSON.stringify([{ ...stretch(1, 0, 10), exact: "not the words" }]);
    await expect(annotate(team.analyst, input({ targets: wrong }))).rejects.toMatchObject({
      code: "conflict",
      detail: { reason: "text_changed" },
    });
    const beyond = JSON.stringify([{ ...stretch(1, 0, 10), end: 1_000_000 }]);
    await expect(annotate(team.analyst, input({ targets: beyond }))).rejects.toMatchObject({ code: "conflict" });
    expect(await database().annotation.count()).toBe(before);
  });

  test("of a text that has a newer revision is refused", async () => {
    const other = await makeTeam();
    const old = await database().passage.findFirstOrThrow({
      where: { paragraph: { document: { workspaceId: other.workspaceId } } },
    });
    const { paragraphId, languageVersionId } = old;
    await database().passage.create({ data: { paragraphId, languageVersionId, revision: 2, text: "نص جديد" } });
    const exact = sliceOf(old.text, { start: 0, end: 5 });
    const targets = JSON.stringify([{ passageId: old.id, start: 0, end: 5, exact }]);
    await expect(annotate(other.analyst, input({ targets }))).rejects.toMatchObject({ code: "conflict" });
  });

  test.each(["", "{}", "[]", "[1]", "not json", '[{"passageId":"a","start":-1,"end":2,"exact":"x"}]'])(
    "with targets %j is refused at their place",
    (targets) => {
      expect(annotateInput.safeParse({ targets, motivation: "HIGHLIGHTING" }).error?.issues[0]?.path[0]).toBe(
        "targets",
      );
    },
  );

  test("in another workspace there is nothing to mark", async () => {
    const stranger = await makeTeam();
    await expect(annotate(stranger.admin, input())).rejects.toMatchObject({ code: "not_found" });
    expect(await listThreads(stranger.admin, documentId)).toEqual([]);
  });
});

describe("what is private", () => {
  test("is seen by its author alone, in the text and in the history, until it is handed to the team", async () => {
    const { id } = await annotate(team.analyst, input({ layer: "PRIVATE", body: "لي وحدي" }));
    await reply(team.analyst, { annotationId: id, body: "تذكير" });
    expect(await find(team.analyst, id)).toMatchObject({ layer: "PRIVATE", mayShare: true });
    for (const other of [team.reader, team.editor, team.admin]) {
      expect(await find(other, id)).toBeUndefined();
      const { lines } = await listActivity(other, activityFilters.parse({}));
      expect(lines.filter(({ subjectId }) => subjectId === id)).toEqual([]);
      await expect(reply(other, { annotationId: id, body: "؟" })).rejects.toMatchObject({ code: "not_found" });
      await expect(shareAnnotation(other, at(id))).rejects.toMatchObject({ code: "not_found" });
      await expect(deleteAnnotation(other, at(id))).rejects.toMatchObject({ code: "not_found" });
    }
    const mine = await listActivity(team.analyst, activityFilters.parse({}));
    expect(mine.lines.filter(({ subjectId }) => subjectId === id)).toHaveLength(2);

    await shareAnnotation(team.analyst, at(id));
    expect(await find(team.reader, id)).toMatchObject({ layer: "TEAM", replies: [{ body: "تذكير" }] });
    expect(await lastEvent()).toMatchObject({ type: "annotation.shared", onlyForId: null });
    const { lines } = await listActivity(team.reader, activityFilters.parse({}));
    expect(lines.filter(({ subjectId }) => subjectId === id)).toHaveLength(1);
  });
});

describe("talking about it", () => {
  test("replies stand under their thread in their order, each with its author", async () => {
    const { id } = await annotate(team.analyst, input());
    await reply(team.editor, { annotationId: id, body: "أولاً" });
    await reply(team.analyst, { annotationId: id, body: "ثانياً" });
    const thread = await find(team.reader, id);
    expect(thread?.replies.map(({ body, author }) => [body, author?.memberId])).toEqual([
      ["أولاً", team.editor.memberId],
      ["ثانياً", team.analyst.memberId],
    ]);
    const replyId = thread?.replies[0]?.id as string;
    await expect(reply(team.analyst, { annotationId: replyId, body: "؟" })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("one edits one's own, and a save over newer work shows what stands", async () => {
    const { id } = await annotate(team.analyst, input());
    await editAnnotation(team.analyst, { ...at(id), body: "نص معدّل" });
    expect(await find(team.reader, id)).toMatchObject({ body: "نص معدّل", version: 2 });
    expect(await lastEvent()).toMatchObject({
      type: "annotation.edited",
      data: { changes: { body: { from: "ما المقصود هنا؟", to: "نص معدّل" } } },
    });
    await expect(editAnnotation(team.analyst, { ...at(id), body: "متأخر" })).rejects.toMatchObject({
      code: "conflict",
      detail: { current: { body: "نص معدّل", version: 2 } },
    });
    await expect(editAnnotation(team.admin, { ...at(id, 2), body: "؟" })).rejects.toMatchObject({ code: "forbidden" });
  });

  test("deleting is one's own or an editor's, takes the replies out of sight, and can be undone", async () => {
    const { id } = await annotate(team.editor, input());
    await reply(team.analyst, { annotationId: id, body: "رد" });
    await expect(deleteAnnotation(team.analyst, at(id))).rejects.toMatchObject({ code: "forbidden" });
    const { version } = await deleteAnnotation(team.admin, at(id));
    expect(await find(team.reader, id)).toBeUndefined();
    await expect(reply(team.analyst, { annotationId: id, body: "؟" })).rejects.toMatchObject({ code: "not_found" });
    await expect(editAnnotation(team.editor, { ...at(id, version), body: "؟" })).rejects.toMatchObject({
      code: "conflict",
      detail: { reason: "deleted" },
    });
    await restoreAnnotation(team.admin, at(id, version));
    expect((await find(team.reader, id))?.replies).toHaveLength(1);
  });
});
