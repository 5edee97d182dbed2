import { expect, test } from "vitest";
import { annotateInput, replyInput } from "@/domain/annotation";
import { sliceOf } from "@/domain/text-position";
import { annotate, editAnnotation, reply } from "@/server/annotations";
import type { MemberActor } from "@/server/auth/actor";
import { database } from "@/server/database";
import { listen } from "@/server/live";
import { listThreads, resolveThread } from "@/server/threads";
import { addMember, makeTeam, type Team } from "../cast";

const twenty = Array.from({ length: 20 }, (_, index) => index);

async function textOf(team: Team) {
  const document = await database().document.findFirstOrThrow({
    where: { workspaceId: team.workspaceId },
    include: { paragraphs: { orderBy: { ordinal: "asc" }, include: { passages: true } } },
  });
  const [passage] = document.paragraphs.flatMap(({ passages }) => passages);
  if (!passage) throw new Error("there is no text");
  return { documentId: document.id, passage };
}

function commentOn({ id: passageId, text }: { id: string; text: string }, body: string) {
  const range = { start: 0, end: 8 };
  const targets = JSON.stringify([{ passageId, ...range, exact: sliceOf(text, range) }]);
  return annotateInput.parse({ motivation: "COMMENTING", body, targets });
}

async function makeTwenty(team: Team): Promise<MemberActor[]> {
  const people: MemberActor[] = [];
  for (const number of twenty) people.push(await addMember(team.workspaceId, "ANALYST", `محللة ${number}`));
  return people;
}

async function historyOf(workspaceId: string) {
  const { eventCount } = await database().workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const events = await database().event.findMany({ where: { workspaceId }, orderBy: { number: "asc" } });
  return { eventCount, events };
}

test("twenty mark the same words and answer the same thread at once: all of it is kept, and history has no gap", async () => {
  const team = await makeTeam();
  const { documentId, passage } = await textOf(team);
  const people = await makeTwenty(team);
  const thread = await annotate(team.editor, commentOn(passage, "من يجيب؟"));
  const heard: number[] = [];
  const leave = await listen(team.reader, -1, (news) => news.kind === "changed" && heard.push(news.number));
  try {
    const written = await Promise.all(
      people.map(async (person, index) => [
        await annotate(person, commentOn(passage, `تعليق ${index}`)),
        await reply(person, replyInput.parse({ annotationId: thread.id, body: `رد ${index}` })),
      ]),
    );
    const ids = written.flat().map(({ id }) => id);
    const rows = await database().annotation.findMany({ where: { id: { in: ids } } });
    expect(rows).toHaveLength(40);

    const threads = await listThreads(team.reader, documentId);
    expect(threads.map(({ body }) => body).toSorted()).toEqual(
      ["من يجيب؟", ...twenty.map((index) => `تعليق ${index}`)].toSorted(),
    );
    const replies = threads.find(({ id }) => id === thread.id)?.replies ?? [];
    expect(replies.map(({ body, author }) => `${author?.name}: ${body}`).toSorted()).toEqual(
      twenty.map((index) => `محللة ${index}: رد ${index}`).toSorted(),
    );

    const { eventCount, events } = await historyOf(team.workspaceId);
    expect(events.map(({ number }) => number)).toEqual(Array.from({ length: eventCount }, (_, index) => index + 1));
    const times = events.map(({ at }) => at.getTime());
    expect(times, "numbers follow time").toEqual(times.toSorted((one, other) => one - other));
    await expect.poll(() => heard.at(-1), { timeout: 5_000, interval: 20 }).toBe(eventCount);
  } finally {
    leave();
  }
});

test("twenty resolve one thread at once: it is resolved once, and whoever came too late is told what stands", async () => {
  const team = await makeTeam();
  const { passage } = await textOf(team);
  const people = await makeTwenty(team);
  const { id } = await annotate(team.editor, commentOn(passage, "نقاش"));
  const before = await historyOf(team.workspaceId);
  const outcomes = await Promise.allSettled(
    people.map((person) => resolveThread(person, { annotationId: id, version: 1 })),
  );
  const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  expect(refused).toHaveLength(19);
  for (const reason of refused) {
    expect(reason).toMatchObject({ code: "conflict", detail: { current: { id, version: 2 } } });
  }
  const after = await historyOf(team.workspaceId);
  expect(after.events.slice(before.eventCount).map(({ type }) => type)).toEqual(["annotation.resolved"]);
});

test("an edit and a resolution on the same version do not overwrite each other", async () => {
  const team = await makeTeam();
  const { passage } = await textOf(team);
  const { id } = await annotate(team.analyst, commentOn(passage, "أول صياغة"));
  const outcomes = await Promise.allSettled([
    editAnnotation(team.analyst, { annotationId: id, version: 1, body: "صياغة أحسن" }),
    resolveThread(team.editor, { annotationId: id, version: 1 }),
  ]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const { body, resolvedAt, version } = await database().annotation.findUniqueOrThrow({ where: { id } });
  const isEdited = outcomes[0]?.status === "fulfilled";
  expect({ body, isResolved: resolvedAt !== null, version }).toEqual({
    body: isEdited ? "صياغة أحسن" : "أول صياغة",
    isResolved: !isEdited,
    version: 2,
  });
});
