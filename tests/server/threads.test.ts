import { beforeAll, expect, test } from "vitest";
import { annotateInput } from "@/domain/annotation";
import { sliceOf } from "@/domain/text-position";
import { annotate, reply } from "@/server/annotations";
import { database } from "@/server/database";
import { assignThread, listThreads, reopenThread, resolveThread } from "@/server/threads";
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
