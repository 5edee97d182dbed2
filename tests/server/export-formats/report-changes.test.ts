import { beforeAll, expect, test } from "vitest";
import { recordAssessmentInput } from "@/domain/assessment";
import type { Completion } from "@/domain/scales";
import { listAssessments, recordAssessment } from "@/server/assessments";
import { removeEvidence } from "@/server/evidence";
import { getReport } from "@/server/export-formats/report";
import { anArticle, attach, makeTeam, type Team } from "../../cast";
import { happenedOn } from "../../past";

let team: Team;
let citationId: string;

async function judge(number: number, completion: Completion, changes: Record<string, unknown> = {}): Promise<void> {
  const commitmentId = team.commitments[number - 1]?.id as string;
  const [last] = (await listAssessments(team.analyst, commitmentId)).sort(
    (one, other) => other.recordedAt.getTime() - one.recordedAt.getTime(),
  );
  const words = { confidence: "LOW", rationale: "لأن", asOf: "2020-01-01", basedOnId: last?.id };
  await recordAssessment(team.analyst, recordAssessmentInput.parse({ commitmentId, completion, ...words, ...changes }));
}

beforeAll(async () => {
  team = await makeTeam();
  const first = team.commitments[0]?.id as string;
  ({ citationId } = await attach(team.analyst, first));
  const before: Completion[] = ["LIMITED", "LIMITED", "NO_EVIDENCE", "LIMITED", "LIMITED", "LIMITED"];
  for (const [index, completion] of before.entries()) await judge(index + 1, completion);
  await happenedOn(team.workspaceId, "2024-03-01");
  const later = { asOf: "2024-04-01" };
  await judge(1, "SUBSTANTIAL", { ...later, citationIds: citationId });
  await judge(2, "NOT_STARTED", later);
  await judge(3, "LIMITED", later);
  await judge(4, "LIMITED", { ...later, counterAction: "on" });
  await judge(5, "LIMITED", later);
  // Dated before the one that stands: it enters the history and moves nothing.
  await judge(6, "NOT_STARTED", { asOf: "2019-12-01" });
  await judge(7, "NOT_STARTED", later);
  await removeEvidence(team.analyst, { citationId, version: 1 });
  await happenedOn(team.workspaceId, "2024-05-01");
});

const changesIn = async (locale: "ar" | "en", choices: object) =>
  (await getReport(team.reader, { documentSlug: team.documentSlug, locale, choices })).changes;

test("what moved between two days: up, down, sideways, for the first time; and only that", async () => {
  const changes = await changesIn("en", { asOf: "2024-05-01", comparedWith: "2024-03-01" });
  expect(changes.map(({ number, movement, from, to }) => [number, movement, from.code, to.code])).toEqual([
    [1, "UP", "LIMITED", "SUBSTANTIAL"],
    [2, "DOWN", "LIMITED", "NOT_STARTED"],
    [3, "SIDEWAYS", "NO_EVIDENCE", "LIMITED"],
    [4, "SIDEWAYS", "LIMITED", "LIMITED"],
    [7, "FIRST", "NOT_ASSESSED", "NOT_STARTED"],
  ]);
  expect(changes.map(({ movementText }) => movementText)).toEqual([
    "Up",
    "Down",
    "Changed",
    "Changed",
    "First assessment",
  ]);
  expect(changes[3]?.from.text).not.toBe(changes[3]?.to.text);
});

test("with the evidence that the later judgement rests on, though it was removed since", async () => {
  const [first, ...others] = await changesIn("ar", { asOf: "2024-05-01", comparedWith: "2024-03-01" });
  expect(first).toMatchObject({
    movementText: "تقدّم",
    evidence: [{ title: anArticle.title, address: anArticle.address }],
  });
  expect(others.every(({ evidence }) => evidence.length === 0)).toBe(true);
});

test("between days on which nothing was recorded nothing moved, nor without an earlier day", async () => {
  expect(await changesIn("en", { asOf: "2024-04-30", comparedWith: "2024-03-01" })).toEqual([]);
  expect(await changesIn("en", { asOf: "2024-05-01" })).toEqual([]);
  expect(await changesIn("en", { asOf: "2024-03-01", comparedWith: "2024-02-29" })).toHaveLength(6);
});

test("of the commitments that were chosen, and not where that part is left out", async () => {
  const days = { asOf: "2024-05-01", comparedWith: "2024-03-01" };
  expect((await changesIn("en", { ...days, commitments: [7, 2] })).map(({ number }) => number)).toEqual([2, 7]);
  expect(await changesIn("en", { ...days, sections: ["table"] })).toEqual([]);
});
