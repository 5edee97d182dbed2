// Drafts of assessments: their author's alone, on any device, in a workspace with or without review.
import { beforeEach, expect, test } from "vitest";
import { recordAssessmentInput, saveDraftInput } from "@/domain/assessment";
import { listActivity } from "@/server/activity";
import { discardDraft, saveDraft } from "@/server/assessment-drafts";
import { getReviewDesk, listReviews } from "@/server/assessment-reviews";
import { listAssessments, recordAssessment } from "@/server/assessments";
import type { MemberActor } from "@/server/auth/actor";
import { getCommitment } from "@/server/commitments";
import { database } from "@/server/database";
import { listEvidence } from "@/server/evidence";
import { attach, eventsOf, makeTeam, type Team } from "../cast";

let team: Team;
let commitmentId: string;
beforeEach(async () => {
  team = await makeTeam();
  commitmentId = team.commitments[0]?.id as string;
});

const values = { completion: "LIMITED", confidence: "LOW", rationale: "بداية محدودة.", asOf: "2020-06-30" };
const save = (changes: Record<string, unknown> = {}, author: MemberActor = team.analyst) =>
  saveDraft(author, saveDraftInput.parse({ commitmentId, ...values, ...changes }));
const record = (changes: Record<string, unknown> = {}) =>
  recordAssessment(team.analyst, recordAssessmentInput.parse({ commitmentId, ...values, ...changes }));
const draftOf = async (actor: MemberActor) => (await getReviewDesk(actor, { commitmentId, provisionId: null })).draft;
const savedAt = async () => (await draftOf(team.analyst))?.recordedAt.toISOString();

test("is seen by its author alone, and counts nowhere", async () => {
  const { citationId } = await attach(team.analyst, commitmentId);
  await save({ citationIds: citationId });
  expect(await draftOf(team.analyst)).toMatchObject({ ...values, restsOn: [{ citationId }] });
  expect((await listReviews(team.analyst)).drafts).toHaveLength(1);
  for (const other of [team.reader, team.editor, team.admin]) {
    expect(await draftOf(other)).toBeNull();
    expect(await listReviews(other)).toEqual({ waiting: [], drafts: [] });
    const { lines } = await listActivity(other, {});
    expect(lines.filter(({ kind }) => kind === "assessment")).toEqual([]);
    expect(await listEvidence(other, commitmentId)).toMatchObject([{ supports: 0 }]);
  }
  expect(await listAssessments(team.analyst, commitmentId)).toEqual([]);
  expect((await getCommitment(team.analyst, commitmentId)).status).toBeNull();
  expect((await eventsOf(team.workspaceId)).at(-1)).toMatchObject({
    type: "assessment.drafted",
    onlyForId: team.analyst.memberId,
    data: {},
  });
});

test("may lack its reasons and its evidence, which the assessment may not", async () => {
  await save({ completion: "COMPLETE", rationale: "" });
  expect(await draftOf(team.analyst)).toMatchObject({ completion: "COMPLETE", rationale: "" });
  const parsed = recordAssessmentInput.safeParse({ commitmentId, ...values, completion: "COMPLETE", rationale: "" });
  expect(parsed.error?.issues.map(({ path }) => path[0])).toContain("rationale");
});

test("is one for each that is judged, saved over as often as wanted", async () => {
  const first = await save();
  const second = await save({ completion: "NOT_STARTED", draftSavedAt: await savedAt() });
  expect(second.id).toBe(first.id);
  expect(await draftOf(team.analyst)).toMatchObject({ completion: "NOT_STARTED" });
  await save({}, team.editor);
  expect(await draftOf(team.analyst)).toMatchObject({ completion: "NOT_STARTED" });
});

test("that was saved on another device meanwhile is shown, and nothing is lost", async () => {
  await save({ rationale: "من الهاتف" });
  const conflict = { code: "conflict", detail: { current: { review: "DRAFT", rationale: "من الهاتف" } } };
  await expect(save({ rationale: "من المكتب" })).rejects.toMatchObject(conflict);
  await expect(record({ draftSavedAt: new Date(0).toISOString() })).rejects.toMatchObject(conflict);
  expect(await draftOf(team.analyst)).toMatchObject({ rationale: "من الهاتف" });
  expect(await listAssessments(team.analyst, commitmentId)).toEqual([]);
});

test("is gone once the form that began with it is recorded, and others’ drafts stay", async () => {
  await save();
  await save({}, team.editor);
  await record({ draftSavedAt: await savedAt() });
  expect(await draftOf(team.analyst)).toBeNull();
  expect(await draftOf(team.editor)).not.toBeNull();
  expect(await listAssessments(team.reader, commitmentId)).toHaveLength(1);
});

test("is no news to others: it stands in nobody’s way", async () => {
  await save({}, team.editor);
  await expect(record()).resolves.toMatchObject({ counts: true });
});

test("can be discarded by its author, which nobody else hears of", async () => {
  const { id } = await save();
  for (const other of [team.editor, team.admin, (await makeTeam()).admin])
    await expect(discardDraft(other, { assessmentId: id })).rejects.toMatchObject({ code: "not_found" });
  await discardDraft(team.analyst, { assessmentId: id });
  expect(await draftOf(team.analyst)).toBeNull();
  expect((await eventsOf(team.workspaceId)).at(-1)).toMatchObject({
    type: "assessment.draft_discarded",
    onlyForId: team.analyst.memberId,
  });
  await expect(discardDraft(team.analyst, { assessmentId: id })).rejects.toMatchObject({ code: "not_found" });
});

test("what was recorded is no draft any more, and is not discarded", async () => {
  const { id } = await record();
  await expect(discardDraft(team.analyst, { assessmentId: id })).rejects.toMatchObject({ code: "not_found" });
});

test("evidence of another commitment is refused", async () => {
  const { citationId } = await attach(team.analyst, team.commitments[1]?.id as string);
  await expect(save({ citationIds: citationId })).rejects.toMatchObject({
    detail: { fields: { citationIds: "evidence_gone" } },
  });
});

test("the database itself keeps the order: what was returned or approved becomes nothing else", async () => {
  const { id } = await record();
  for (const review of ["DRAFT", "SUBMITTED", "RETURNED"] as const)
    await expect(database().assessment.update({ where: { id }, data: { review, reviewReason: "…" } })).rejects.toThrow(
      /does not go from/,
    );
});
