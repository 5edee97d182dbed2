import { beforeAll, describe, expect, test } from "vitest";
import { recordAssessmentInput } from "@/domain/assessment";
import { listAssessments, recordAssessment } from "@/server/assessments";
import { getCommitment } from "@/server/commitments";
import { database } from "@/server/database";
import { removeEvidence } from "@/server/evidence";
import { addMember, attach, eventsOf, makeTeam, type Team } from "../cast";

let team: Team;
beforeAll(async () => {
  team = await makeTeam();
});

const commitment = (number: number) => team.commitments.find((each) => each.number === number)?.id as string;

function judgement(number: number, changes: Record<string, unknown> = {}) {
  return recordAssessmentInput.parse({
    commitmentId: commitment(number),
    completion: "LIMITED",
    confidence: "MODERATE",
    rationale: "ما نُشر حتى الآن يدل على بداية محدودة.",
    asOf: "2020-06-30",
    ...changes,
  });
}

describe("recording an assessment", () => {
  test("moves the status from not assessed, and says since when", async () => {
    expect((await getCommitment(team.analyst, commitment(1))).status).toBeNull();
    await recordAssessment(team.analyst, judgement(1));
    const after = await getCommitment(team.analyst, commitment(1));
    expect(after).toMatchObject({ status: "LIMITED", statusSince: "2020-06-30" });
  });

  test("a confirmation keeps the date since when the status stands; a change starts a new one", async () => {
    const first = await recordAssessment(team.analyst, judgement(2, { asOf: "2020-01-01" }));
    const second = await recordAssessment(team.analyst, judgement(2, { asOf: "2020-07-01", basedOnId: first.id }));
    expect((await getCommitment(team.analyst, commitment(2))).statusSince).toBe("2020-01-01");
    await recordAssessment(
      team.analyst,
      judgement(2, { completion: "NOT_STARTED", asOf: "2021-01-01", basedOnId: second.id }),
    );
    expect(await getCommitment(team.analyst, commitment(2))).toMatchObject({
      status: "NOT_STARTED",
      statusSince: "2021-01-01",
    });
  });

  test("a back-dated assessment enters the history without moving the status", async () => {
    const first = await recordAssessment(team.analyst, judgement(3, { asOf: "2022-01-01" }));
    await recordAssessment(
      team.analyst,
      judgement(3, { completion: "NOT_STARTED", asOf: "2020-01-01", basedOnId: first.id }),
    );
    expect((await getCommitment(team.analyst, commitment(3))).status).toBe("LIMITED");
    expect((await listAssessments(team.analyst, commitment(3))).map((each) => each.asOf)).toEqual([
      "2022-01-01",
      "2020-01-01",
    ]);
    const last = (await eventsOf(team.workspaceId)).at(-1);
    expect(last?.data).toMatchObject({ to: "NOT_STARTED", movedStatus: false });
  });

  test.each(["SUBSTANTIAL", "COMPLETE"])(
    "%s is refused without evidence, at the field of the evidence",
    (completion) => {
      const parsed = recordAssessmentInput.safeParse({ ...judgement(4), completion, citationIds: [] });
      expect(parsed.error?.issues).toMatchObject([{ path: ["citationIds"], message: "needs_evidence" }]);
    },
  );

  test("rests on the evidence that was chosen, also after that evidence was taken off", async () => {
    const { citationId } = await attach(team.analyst, commitment(5));
    await recordAssessment(team.analyst, judgement(5, { completion: "SUBSTANTIAL", citationIds: citationId }));
    const [before] = await listAssessments(team.analyst, commitment(5));
    expect(before?.restsOn).toMatchObject([{ citationId, removed: false }]);
    await removeEvidence(team.analyst, { citationId, version: 1 });
    const [after] = await listAssessments(team.analyst, commitment(5));
    expect(after?.restsOn).toMatchObject([{ citationId, removed: true }]);
  });

  test("evidence of another commitment, or removed, is refused", async () => {
    const { citationId } = await attach(team.analyst, commitment(6));
    const refused = { code: "invalid", detail: { fields: { citationIds: "evidence_gone" } } };
    await expect(recordAssessment(team.analyst, judgement(7, { citationIds: citationId }))).rejects.toMatchObject(
      refused,
    );
    await removeEvidence(team.analyst, { citationId, version: 1 });
    await expect(recordAssessment(team.analyst, judgement(6, { citationIds: citationId }))).rejects.toMatchObject(
      refused,
    );
    expect(await listAssessments(team.analyst, commitment(7))).toEqual([]);
  });

  test("a date in the future is refused at its field", async () => {
    await expect(recordAssessment(team.analyst, judgement(7, { asOf: "2199-01-01" }))).rejects.toMatchObject({
      code: "invalid",
      detail: { fields: { asOf: "in_future" } },
    });
  });

  test("two people who judge at the same time: one is recorded, the other is shown what was", async () => {
    const outcomes = await Promise.allSettled([
      recordAssessment(team.analyst, judgement(8)),
      recordAssessment(team.editor, judgement(8, { completion: "NO_EVIDENCE" })),
    ]);
    const refused = outcomes.find((each) => each.status === "rejected");
    expect(outcomes.filter((each) => each.status === "fulfilled")).toHaveLength(1);
    expect(refused?.reason).toMatchObject({ code: "conflict", detail: { current: { id: expect.any(String) } } });
    expect(await listAssessments(team.analyst, commitment(8))).toHaveLength(1);
  });

  test("the event says from what to what, by whom, with the whole judgement", async () => {
    const other = await makeTeam();
    const id = other.commitments[0]?.id as string;
    await recordAssessment(other.analyst, { ...judgement(1), commitmentId: id });
    const last = (await eventsOf(other.workspaceId)).at(-1);
    expect(last).toMatchObject({
      type: "assessment.recorded",
      memberId: other.analyst.memberId,
      via: "PAGE",
      commitmentId: id,
      data: { from: null, to: "LIMITED", confidence: "MODERATE", asOf: "2020-06-30", movedStatus: true },
    });
  });

  test("nothing of one workspace is seen or touched from another", async () => {
    const other = await makeTeam();
    await expect(recordAssessment(other.admin, judgement(1))).rejects.toMatchObject({ code: "not_found" });
    await expect(getCommitment(other.admin, commitment(1))).rejects.toMatchObject({ code: "not_found" });
    expect(await listAssessments(other.admin, commitment(1))).toEqual([]);
  });

  test("the database itself refuses to rewrite an assessment", async () => {
    const [recorded] = await listAssessments(team.analyst, commitment(1));
    await expect(
      database().assessment.update({ where: { id: recorded?.id }, data: { completion: "COMPLETE" } }),
    ).rejects.toThrow(/never rewritten/);
  });

  test("somebody who joined later may go on from what stands", async () => {
    const newcomer = await addMember(team.workspaceId, "ANALYST", "Nour");
    const [last] = await listAssessments(newcomer, commitment(1));
    await recordAssessment(newcomer, judgement(1, { asOf: "2021-06-30", basedOnId: last?.id }));
    expect((await listAssessments(newcomer, commitment(1)))[0]?.recordedBy?.name).toBe("Nour");
  });
});
