// Where a workspace requires review, an assessment counts once somebody else has approved it.
import { beforeEach, describe, expect, test } from "vitest";
import { recordAssessmentInput, returnAssessmentInput, saveDraftInput } from "@/domain/assessment";
import { saveDraft } from "@/server/assessment-drafts";
import { approveAssessment, getReviewDesk, listReviews, returnAssessment } from "@/server/assessment-reviews";
import { listAssessments, recordAssessment } from "@/server/assessments";
import type { MemberActor } from "@/server/auth/actor";
import { getCommitment } from "@/server/commitments";
import { getDashboard } from "@/server/dashboard";
import { database } from "@/server/database";
import { getDocument } from "@/server/documents";
import { getReport } from "@/server/export-formats/report";
import { listNotifications } from "@/server/notifications";
import { watch } from "@/server/watches";
import { editWorkspace } from "@/server/workspaces";
import { addMember, eventsOf, makeTeam, type Team, workspaceSettings } from "../cast";

let team: Team;
let commitmentId: string;
beforeEach(async () => {
  team = await makeTeam();
  commitmentId = team.commitments[0]?.id as string;
  await editWorkspace(team.admin, workspaceSettings({ requiresReview: true }));
});

const values = { completion: "LIMITED", confidence: "MODERATE", rationale: "بداية محدودة.", asOf: "2020-06-30" };
async function submit(author: MemberActor = team.analyst, changes: Record<string, unknown> = {}) {
  const { latestId } = await getReviewDesk(author, { commitmentId, provisionId: null });
  const input = { commitmentId, ...values, basedOnId: latestId, ...changes };
  return recordAssessment(author, recordAssessmentInput.parse(input));
}
const giveBack = (assessmentId: string, reviewer = team.editor) =>
  returnAssessment(reviewer, returnAssessmentInput.parse({ assessmentId, reason: "ينقصه دليل." }));
const desk = (actor: MemberActor) => getReviewDesk(actor, { commitmentId, provisionId: null });
const statusOf = async () => (await getCommitment(team.reader, commitmentId)).status;
const lastEvent = async () => (await eventsOf(team.workspaceId)).at(-1);
const toldTo = async (actor: MemberActor) =>
  (await listNotifications(actor)).notifications.map(({ kind, data }) => ({ kind, ...data }));

describe("a submitted assessment", () => {
  test("moves nothing and is in no list, number or summary, but everybody sees that it waits", async () => {
    const { id, counts } = await submit();
    expect(counts).toBe(false);
    expect(await statusOf()).toBeNull();
    expect(await listAssessments(team.editor, commitmentId)).toEqual([]);
    expect((await getDashboard(team.reader, team.documentSlug)).rows[0]).toMatchObject({ status: null });
    const text = await getDocument(team.reader, team.documentSlug);
    expect(JSON.stringify(text)).not.toContain("LIMITED");
    const report = await getReport(team.reader, { documentSlug: team.documentSlug, locale: "ar" });
    expect(JSON.stringify(report)).not.toContain(values.rationale);
    for (const actor of [team.reader, team.analyst, team.editor])
      expect((await desk(actor)).waiting).toMatchObject([{ id, completion: "LIMITED", review: "SUBMITTED" }]);
    expect((await listReviews(team.reader)).waiting).toMatchObject([{ id, judged: { commitmentId, number: "1" } }]);
  });

  test("is told in history with all its values, and to the editors and the lead, not to its author", async () => {
    const lead = await addMember(team.workspaceId, "ANALYST", "قائدة الملف");
    await database().commitment.update({ where: { id: commitmentId }, data: { leadId: lead.memberId } });
    const { id } = await submit();
    expect(await lastEvent()).toMatchObject({
      type: "assessment.submitted",
      subjectId: id,
      commitmentId,
      onlyForId: null,
      data: { to: "LIMITED", confidence: "MODERATE", rationale: values.rationale, asOf: values.asOf, citationIds: [] },
    });
    for (const reviewer of [team.editor, team.admin, lead])
      expect(await toldTo(reviewer)).toEqual([{ kind: "REVIEW_REQUESTED", to: "LIMITED", counterAction: false }]);
    expect(await toldTo(team.analyst)).toEqual([]);
    expect(await toldTo(team.reader)).toEqual([]);
  });

  test("is news to whoever is about to judge: a form from before it is a conflict", async () => {
    await submit();
    await expect(submit(team.editor, { basedOnId: null })).rejects.toMatchObject({
      code: "conflict",
      detail: { current: { completion: "LIMITED", recordedBy: { memberId: team.analyst.memberId } } },
    });
  });
});

describe("approving", () => {
  test("makes it count from then on, moves the status, and tells its author and those who watch", async () => {
    await watch(team.reader, { what: "commitment", id: commitmentId });
    const { id } = await submit();
    expect(await toldTo(team.reader)).toEqual([]);
    await approveAssessment(team.editor, { assessmentId: id });
    expect(await getCommitment(team.reader, commitmentId)).toMatchObject({
      status: "LIMITED",
      statusSince: values.asOf,
    });
    expect(await listAssessments(team.reader, commitmentId)).toMatchObject([
      { id, recordedBy: { memberId: team.analyst.memberId }, reviewedBy: { memberId: team.editor.memberId } },
    ]);
    expect((await desk(team.reader)).waiting).toEqual([]);
    expect(await lastEvent()).toMatchObject({
      type: "assessment.approved",
      memberId: team.editor.memberId,
      subjectId: id,
      data: { from: null, to: "LIMITED", asOf: values.asOf, movedStatus: true },
    });
    expect(await toldTo(team.analyst)).toEqual([{ kind: "REVIEW_DECIDED", approved: true, to: "LIMITED" }]);
    expect(await toldTo(team.reader)).toMatchObject([{ kind: "STATUS_CHANGED", from: null, to: "LIMITED" }]);
  });

  test("one that is older by date judged enters the history and leaves the status, whenever it is approved", async () => {
    const older = await submit(team.analyst, { asOf: "2020-01-01", completion: "NOT_STARTED" });
    const newer = await submit();
    await approveAssessment(team.editor, { assessmentId: newer.id });
    await approveAssessment(team.editor, { assessmentId: older.id });
    expect(await statusOf()).toBe("LIMITED");
    expect((await lastEvent())?.data).toMatchObject({ from: "LIMITED", to: "NOT_STARTED", movedStatus: false });
    expect((await listAssessments(team.reader, commitmentId)).map(({ id }) => id)).toEqual([newer.id, older.id]);
  });

  test("is nobody’s of their own work, not even an admin’s", async () => {
    for (const author of [team.editor, team.admin]) {
      const { id } = await submit(author);
      await expect(approveAssessment(author, { assessmentId: id })).rejects.toMatchObject({ code: "forbidden" });
      await expect(giveBack(id, author)).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await statusOf()).toBeNull();
  });

  test("what was decided is decided: a second decision is a conflict", async () => {
    const { id } = await submit();
    const both = await Promise.allSettled([
      approveAssessment(team.editor, { assessmentId: id }),
      giveBack(id, team.admin),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const decided = { code: "conflict", detail: { reason: "already_reviewed" } };
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: decided });
    await expect(approveAssessment(team.editor, { assessmentId: id })).rejects.toMatchObject(decided);
  });

  test("is of what waits in one’s own workspace alone, and of no draft", async () => {
    const { id } = await submit();
    const other = await makeTeam();
    await expect(approveAssessment(other.editor, { assessmentId: id })).rejects.toMatchObject({ code: "not_found" });
    const draft = await saveDraft(team.analyst, saveDraftInput.parse({ commitmentId, ...values }));
    await expect(approveAssessment(team.editor, { assessmentId: draft.id })).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await listReviews(other.admin)).waiting).toEqual([]);
  });
});

describe("returning", () => {
  test("says why, to its author; it never counts, and the author’s next one follows it", async () => {
    const { id } = await submit();
    await giveBack(id);
    expect(await lastEvent()).toMatchObject({
      type: "assessment.returned",
      data: { to: "LIMITED", reason: "ينقصه دليل.", asOf: values.asOf },
    });
    expect(await toldTo(team.analyst)).toEqual([{ kind: "REVIEW_DECIDED", approved: false, to: "LIMITED" }]);
    expect((await desk(team.analyst)).returned).toMatchObject({ id, reviewReason: "ينقصه دليل." });
    expect((await desk(team.editor)).returned).toBeNull();
    expect(await statusOf()).toBeNull();

    const next = await submit(team.analyst, { completion: "NOT_STARTED" });
    expect((await desk(team.analyst)).returned).toBeNull();
    await approveAssessment(team.editor, { assessmentId: next.id });
    expect(await statusOf()).toBe("NOT_STARTED");
  });

  test("needs a reason", () => {
    const parsed = returnAssessmentInput.safeParse({ assessmentId: "x", reason: "  " });
    expect(parsed.error?.issues).toMatchObject([{ path: ["reason"], message: "required" }]);
  });
});

test("turning review off or on changes nothing that stands: what waits goes on waiting, what counts goes on counting", async () => {
  const { id } = await submit();
  await editWorkspace(team.admin, workspaceSettings({ version: 2 }));
  expect(await statusOf()).toBeNull();
  const second = await submit(team.editor, { completion: "NOT_STARTED", asOf: "2020-01-01" });
  expect(second.counts).toBe(true);
  expect(await statusOf()).toBe("NOT_STARTED");
  await editWorkspace(team.admin, workspaceSettings({ version: 3, requiresReview: true }));
  expect(await statusOf()).toBe("NOT_STARTED");
  await approveAssessment(team.editor, { assessmentId: id });
  expect(await statusOf()).toBe("LIMITED");
});

test("a provision is reviewed as a commitment is, and moves its own status alone", async () => {
  const { id: provisionId } = await database().provision.create({
    data: {
      workspaceId: team.workspaceId,
      commitmentId,
      ordinal: 90,
      title: { ar: "حكم", en: "Provision", fr: "Disposition" },
      speechAct: "COMMIT",
      verifiability: "VERIFIABLE",
    },
  });
  const { id } = await submit(team.analyst, { provisionId, basedOnId: null });
  expect((await desk(team.editor)).waiting).toEqual([]);
  expect((await listReviews(team.editor)).waiting).toMatchObject([{ id, judged: { provisionId, number: "1.90" } }]);
  await approveAssessment(team.editor, { assessmentId: id });
  expect((await lastEvent())?.data).toMatchObject({ provision: { provisionId, number: "1.90" } });
  expect(await statusOf()).toBeNull();
  expect(await database().provision.findUnique({ where: { id: provisionId } })).toMatchObject({
    currentAssessmentId: id,
  });
});
