import { beforeAll, expect, test } from "vitest";
import { annotateInput } from "@/domain/annotation";
import { addTagInput } from "@/domain/tag";
import { paragraphsAPage } from "@/domain/text-pages";
import { sliceOf } from "@/domain/text-position";
import { type ThreadFilter, threadFilter } from "@/domain/thread-filter";
import { annotate, deleteAnnotation, editAnnotation, reply } from "@/server/annotations";
import { database } from "@/server/database";
import { getDocument } from "@/server/documents";
import { addTag } from "@/server/tags";
import {
  assignThread,
  countThreads,
  getAnnotationPlace,
  listThreadPages,
  listThreads,
  reopenThread,
  resolveThread,
} from "@/server/threads";
import { aLongText, attach, eventsOf, makeTeam, type Team } from "../cast";

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

function mark(place: number, start: number, changes: Record<string, unknown> = {}) {
  const { id: passageId, text } = passages[place] as { id: string; text: string };
  const end = start + 8;
  const targets = JSON.stringify([{ passageId, start, end, exact: sliceOf(text, { start, end }) }]);
  return annotate(
    team.analyst,
    annotateInput.parse({ targets, motivation: "QUESTIONING", body: "لماذا؟", ...changes }),
  );
}
const find = async (id: string) => (await listThreads(team.reader, documentId)).find((each) => each.id === id);
const at = (annotationId: string, version = 1) => ({ annotationId, version });
const typesOf = async (id: string) =>
  (await eventsOf(team.workspaceId)).filter(({ subjectId }) => subjectId === id).map(({ type }) => type);

test("the address of a thread or a reply leads to its document, and for others to nothing that is private, deleted or elsewhere", async () => {
  const { id } = await mark(1, 40);
  const answer = await reply(team.editor, { annotationId: id, body: "لأنه كذلك." });
  const slug = team.documentSlug;
  expect(await getAnnotationPlace(team.reader, id)).toEqual({ slug, threadId: id, replyId: null, ordinal: 2 });
  expect(await getAnnotationPlace(team.reader, answer.id)).toMatchObject({ threadId: id, replyId: answer.id });
  const lost = await mark(1, 80);
  await database().annotationTarget.updateMany({ where: { annotationId: lost.id }, data: { orphanedAt: new Date() } });
  expect(await getAnnotationPlace(team.reader, lost.id), "it is found among the orphans").toMatchObject({
    ordinal: null,
  });
  const own = await mark(1, 60, { layer: "PRIVATE" });
  expect(await getAnnotationPlace(team.analyst, own.id)).toMatchObject({ threadId: own.id });
  const stranger = await makeTeam();
  for (const [actor, annotationId] of [
    [team.editor, own.id],
    [stranger.editor, id],
    [team.reader, "nothing"],
  ] as const) {
    await expect(getAnnotationPlace(actor, annotationId)).rejects.toMatchObject({ code: "not_found" });
  }
  await deleteAnnotation(team.analyst, at(id));
  await expect(getAnnotationPlace(team.reader, answer.id), "its thread is gone").rejects.toMatchObject({
    code: "not_found",
  });
});

test("threads stand in the order of the text, whenever they were made", async () => {
  const [late, early] = [await mark(4, 30), await mark(4, 3)];
  const [before] = [await mark(2, 50)];
  const mine = [late.id, early.id, before.id];
  const order = (await listThreads(team.reader, documentId)).map(({ id }) => id).filter((id) => mine.includes(id));
  expect(order).toEqual([before.id, early.id, late.id]);
});

test("a thread is resolved and opened again, with who did it, and the history says both", async () => {
  const { id } = await mark(1, 0);
  await resolveThread(team.editor, at(id));
  expect(await find(id)).toMatchObject({ resolvedBy: { memberId: team.editor.memberId }, version: 2 });
  await resolveThread(team.editor, at(id, 2));
  await reopenThread(team.analyst, at(id, 2));
  expect(await find(id)).toMatchObject({ resolvedAt: null, resolvedBy: null });
  expect(await typesOf(id)).toEqual(["annotation.made", "annotation.resolved", "annotation.reopened"]);
});

test("a reply goes into a thread that somebody resolved meanwhile; resolving twice at once is noticed", async () => {
  const { id } = await mark(1, 20);
  const [resolved, replied] = await Promise.allSettled([
    resolveThread(team.editor, at(id)),
    reply(team.analyst, { annotationId: id, body: "لحظة" }),
  ]);
  expect([resolved.status, replied.status]).toEqual(["fulfilled", "fulfilled"]);
  expect(await find(id)).toMatchObject({ replies: [{ body: "لحظة" }], version: 2 });
  await expect(reopenThread(team.analyst, at(id))).rejects.toMatchObject({ code: "conflict" });
});

test("somebody of the team answers for a thread of the team; nobody for a private one", async () => {
  const { id } = await mark(3, 0);
  await assignThread(team.analyst, { ...at(id), assigneeId: team.editor.memberId });
  expect(await find(id)).toMatchObject({ assignee: { memberId: team.editor.memberId } });
  await assignThread(team.analyst, { ...at(id, 2), assigneeId: null });
  expect(await find(id)).toMatchObject({ assignee: null });
  const stranger = await makeTeam();
  await expect(
    assignThread(team.analyst, { ...at(id, 3), assigneeId: stranger.editor.memberId }),
  ).rejects.toMatchObject({ detail: { fields: { assigneeId: "not_a_member" } } });
  const { id: own } = await mark(3, 40, { layer: "PRIVATE" });
  await expect(assignThread(team.analyst, { ...at(own), assigneeId: null })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a link points at a commitment or at evidence of the workspace", async () => {
  const commitment = team.commitments[2] as { id: string };
  const { id } = await mark(5, 0, { motivation: "LINKING", body: "", link: `commitment:${commitment.id}` });
  expect(await find(id)).toMatchObject({ motivation: "LINKING", linked: { commitment: { id: commitment.id } } });
  await attach(team.analyst, commitment.id);
  const evidence = await database().evidence.findFirstOrThrow({ where: { workspaceId: team.workspaceId } });
  const { id: other } = await mark(5, 10, { motivation: "LINKING", body: "", link: `evidence:${evidence.id}` });
  expect(await find(other)).toMatchObject({ linked: { evidence: { id: evidence.id, address: evidence.address } } });
  const stranger = await makeTeam();
  const strange = { motivation: "LINKING", link: `commitment:${stranger.commitments[0]?.id}` };
  await expect(mark(5, 0, strange)).rejects.toMatchObject({ detail: { fields: { link: "choose_one" } } });
});

test("whoever is called by name is kept with the comment, and no longer once the name is taken out", async () => {
  const { id } = await mark(5, 20, { body: "ما رأيك يا @محرّر الفريق؟" });
  const called = async () =>
    (await database().mention.findMany({ where: { annotationId: id } })).map((m) => m.memberId);
  const { name } = (await database().user.findFirstOrThrow({
    where: { members: { some: { id: team.editor.memberId } } },
  })) as { name: string };
  await editAnnotation(team.analyst, { ...at(id), body: `ما رأيك يا @${name}؟` });
  expect(await called()).toEqual([team.editor.memberId]);
  await editAnnotation(team.analyst, { ...at(id, 2), body: "لا أحد" });
  expect(await called()).toEqual([]);
});

test("threads are filtered by person, tag, kind, state, and what concerns the reader", async () => {
  const elsewhere = team;
  team = await makeTeam();
  const document = await database().document.findFirstOrThrow({
    where: { workspaceId: team.workspaceId },
    include: { paragraphs: { orderBy: { ordinal: "asc" }, include: { passages: true } } },
  });
  passages = document.paragraphs.flatMap((paragraph) => paragraph.passages);
  const { id: tagId } = await addTag(team.editor, addTagInput.parse({ name_ar: "تمويل", color: "RED" }));
  const editor = await database().user.findFirstOrThrow({ where: { members: { some: { id: team.editor.memberId } } } });
  const [question, tagged, calling, answered] = [
    await mark(1, 0),
    await mark(1, 10, { motivation: "TAGGING", body: "", tagIds: tagId }),
    await mark(2, 0, { motivation: "COMMENTING", body: `@${editor.name}` }),
    await mark(3, 0, { motivation: "COMMENTING" }),
  ];
  await reply(team.editor, { annotationId: answered.id, body: "نعم" });
  await resolveThread(team.editor, at(question.id));
  await assignThread(team.analyst, { ...at(tagged.id), assigneeId: team.editor.memberId });
  const left = async (filter: ThreadFilter) =>
    (await listThreads(team.editor, document.id, { filter })).map(({ id }) => id);

  expect(await left({ tag: tagId })).toEqual([tagged.id]);
  expect(await left({ kind: "QUESTIONING" })).toEqual([question.id]);
  expect(await left({ state: "RESOLVED" })).toEqual([question.id]);
  expect(await left({ state: "OPEN" })).toEqual([tagged.id, calling.id, answered.id]);
  expect(await left({ concern: "MINE" })).toEqual([answered.id]);
  expect(await left({ person: team.analyst.memberId })).toHaveLength(4);
  expect(await left({ concern: "MENTIONING" })).toEqual([calling.id]);
  expect(await left({ concern: "ASSIGNED" })).toEqual([tagged.id]);
  expect(await left({ concern: "ASSIGNED", state: "RESOLVED" })).toEqual([]);
  expect(await countThreads(team.editor, document.id)).toBe(4);
  expect(threadFilter.parse({ kind: "REPLYING", state: ["OPEN", "RESOLVED"] })).toMatchObject({
    kind: undefined,
    state: "OPEN",
  });
  team = elsewhere;
});

test("of a long text, a page has the threads on its paragraphs, and a filter says on which pages it leaves some", async () => {
  const long = await aLongText(team, 2 * paragraphsAPage + 1);
  const texts = await database().passage.findMany({
    where: { paragraph: { documentId: long.id } },
    orderBy: { paragraph: { ordinal: "asc" } },
  });
  const on = (ordinals: number[], changes = {}) => {
    const targets = ordinals.map((ordinal) => {
      const { id: passageId, text } = texts[ordinal - 1] as { id: string; text: string };
      return { passageId, start: 0, end: 4, exact: sliceOf(text, { start: 0, end: 4 }) };
    });
    const given = { targets: JSON.stringify(targets), motivation: "COMMENTING", body: "نعم", ...changes };
    return annotate(team.analyst, annotateInput.parse(given));
  };
  const first = await on([1]);
  const across = await on([paragraphsAPage, paragraphsAPage + 1]);
  const last = await on([2 * paragraphsAPage + 1], { motivation: "QUESTIONING" });
  const onPage = async (page: number) => (await listThreads(team.reader, long.id, { page })).map(({ id }) => id);
  expect(await onPage(1)).toEqual([first.id, across.id]);
  expect(await onPage(2)).toEqual([across.id]);
  expect(await onPage(3)).toEqual([last.id]);
  expect(await countThreads(team.reader, long.id)).toBe(3);
  const questions = threadFilter.parse({ kind: "QUESTIONING" });
  expect(await countThreads(team.reader, long.id, questions)).toBe(1);
  expect(await listThreadPages(team.reader, long.id, questions)).toEqual([3]);
  expect(await listThreadPages(team.reader, long.id, threadFilter.parse({}))).toEqual([1, 2, 3]);
  expect(await getAnnotationPlace(team.reader, last.id)).toMatchObject({ ordinal: 2 * paragraphsAPage + 1 });

  const page = await getDocument(team.reader, long.slug, { page: 2 });
  expect(page).toMatchObject({ page: 2, pages: 3, paragraphCount: 2 * paragraphsAPage + 1 });
  expect(page.paragraphs.map(({ ordinal }) => ordinal)).toEqual(
    Array.from({ length: paragraphsAPage }, (_, index) => paragraphsAPage + 1 + index),
  );
  expect(await getDocument(team.reader, long.slug, { page: 9 }), "the last there is").toMatchObject({ page: 3 });
  expect((await getDocument(team.reader, long.slug)).paragraphs).toHaveLength(2 * paragraphsAPage + 1);
});
