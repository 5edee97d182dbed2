import { beforeEach, expect, test } from "vitest";
import { recordAssessmentInput } from "@/domain/assessment";
import { listAssessments, recordAssessment } from "@/server/assessments";
import type { MemberActor } from "@/server/auth/actor";
import { database } from "@/server/database";
import { removeMember } from "@/server/members";
import { followNotification, listNotifications } from "@/server/notifications";
import { correctPassage } from "@/server/passages";
import { isWatching, unwatch, watch } from "@/server/watches";
import { addMember, makeTeam, type Team } from "../cast";

let team: Team;
let document: { what: "document"; id: string };
beforeEach(async () => {
  team = await makeTeam();
  const { id } = await database().document.findFirstOrThrow({ where: { workspaceId: team.workspaceId } });
  document = { what: "document", id };
});

const commitment = (number: number) =>
  ({ what: "commitment", id: team.commitments.find((each) => each.number === number)?.id as string }) as const;
const told = async (actor: MemberActor) => (await listNotifications(actor)).notifications;

async function assess(number: number, changes: Record<string, unknown> = {}) {
  const { id: commitmentId } = commitment(number);
  const recorded = await listAssessments(team.editor, commitmentId);
  const newest = recorded.sort((one, other) => other.recordedAt.getTime() - one.recordedAt.getTime())[0];
  const judged = { completion: "LIMITED", confidence: "LOW", rationale: "…", asOf: "2020-01-01", ...changes };
  return recordAssessment(
    team.editor,
    recordAssessmentInput.parse({ commitmentId, basedOnId: newest?.id ?? null, ...judged }),
  );
}

test("whoever watches a commitment is told when its status moves, from what to what", async () => {
  await watch(team.reader, commitment(1));
  await assess(1);
  await assess(1, { completion: "NOT_STARTED", asOf: "2020-02-01" });
  await assess(2);
  expect(await told(team.reader)).toMatchObject([
    { kind: "STATUS_CHANGED", commitment: { number: 1 }, data: { from: "LIMITED", to: "NOT_STARTED" } },
    { kind: "STATUS_CHANGED", commitment: { number: 1 }, data: { from: null, to: "LIMITED" } },
  ]);
  expect((await told(team.reader))[0]?.by?.memberId).toBe(team.editor.memberId);
});

test("a judgement that leaves the status as it is, or is of an earlier day, is told to nobody; a counter-action is", async () => {
  await watch(team.reader, commitment(1));
  await assess(1, { asOf: "2020-02-01" });
  await assess(1, { asOf: "2020-03-01" });
  await assess(1, { completion: "NOT_STARTED", asOf: "2020-01-01" });
  expect(await told(team.reader)).toHaveLength(1);
  await assess(1, { counterAction: "on", asOf: "2020-04-01" });
  expect((await told(team.reader))[0]?.data).toMatchObject({ counterAction: true, hadCounterAction: false });
});

test("watching the document is watching all its commitments, and who watches both is told once", async () => {
  await watch(team.reader, document);
  await watch(team.reader, commitment(1));
  await assess(1);
  await assess(7);
  expect((await told(team.reader)).map((each) => each.commitment?.number)).toEqual([7, 1]);
});

test("a corrected text is told to those who watch its commitment or the document", async () => {
  await watch(team.reader, document);
  await watch(team.analyst, commitment(1));
  await watch(team.admin, commitment(2));
  for (const place of [{ commitment: { number: 1 } }, { commitment: null }]) {
    const { id, text, revision } = await database().passage.findFirstOrThrow({
      where: { paragraph: { documentId: document.id, ...place } },
      orderBy: { paragraph: { ordinal: "asc" } },
    });
    await correctPassage(team.editor, { passageId: id, revision, text: `${text} (صُحح)`, reason: "خطأ طباعي" });
  }
  const counts = await Promise.all([team.reader, team.analyst, team.admin].map(told));
  expect(counts.map(({ length }) => length)).toEqual([2, 1, 0]);
  const [notification] = await told(team.analyst);
  expect(notification).toMatchObject({ kind: "TEXT_CHANGED", commitment: { number: 1 }, data: { words: "خطأ طباعي" } });
  const place = await followNotification(team.analyst, notification?.id as string);
  expect(place).toBe(`/documents/${team.documentSlug}/paragraphs/${notification?.data.paragraph}`);
});

test("watching is begun and ended, twice is as once, and each for oneself", async () => {
  expect(await isWatching(team.reader, commitment(1))).toBe(false);
  await watch(team.reader, commitment(1));
  await watch(team.reader, commitment(1));
  expect(await isWatching(team.reader, commitment(1))).toBe(true);
  expect(await isWatching(team.analyst, commitment(1))).toBe(false);
  await unwatch(team.analyst, commitment(1));
  expect(await isWatching(team.reader, commitment(1))).toBe(true);
  await unwatch(team.reader, commitment(1));
  await assess(1);
  expect(await told(team.reader)).toEqual([]);
});

test("nobody is told of what they did themselves, and nobody who has left", async () => {
  const gone = await addMember(team.workspaceId, "READER", "Gone");
  for (const actor of [team.editor, gone]) await watch(actor, commitment(1));
  await removeMember(team.admin, { memberId: gone.memberId });
  await assess(1);
  expect(await database().notification.count({ where: { workspaceId: team.workspaceId } })).toBe(0);
});

test("what belongs to another workspace is not there to watch", async () => {
  const other = await makeTeam();
  for (const each of [commitment(1), document]) {
    await expect(watch(other.admin, each)).rejects.toMatchObject({ code: "not_found" });
  }
});
