// Two judge the same thing, and until both have submitted nobody at all sees what either judged.
import { beforeEach, describe, expect, test } from "vitest";
import { requestDoubleCodingInput, settleDoubleCodingInput, submitCodingInput } from "@/domain/double-coding";
import { publishReleaseInput } from "@/domain/release";
import { listActivity } from "@/server/activity";
import { getReviewDesk, listReviews } from "@/server/assessment-reviews";
import { listAssessments, recordAssessment } from "@/server/assessments";
import type { Actor, MemberActor } from "@/server/auth/actor";
import { getCommitment } from "@/server/commitments";
import { getDashboard } from "@/server/dashboard";
import { database } from "@/server/database";
import { getDocument } from "@/server/documents";
import {
  cancelDoubleCoding,
  getAgreement,
  getDoubleCoding,
  listDoubleCodings,
  requestDoubleCoding,
  settleDoubleCoding,
  submitCoding,
} from "@/server/double-codings";
import { listEvidence } from "@/server/evidence";
import { getReport } from "@/server/export-formats/report";
import { readHistory, standingAt } from "@/server/history";
import { listNotifications } from "@/server/notifications";
import { publishRelease } from "@/server/releases";
import { editWorkspace } from "@/server/workspaces";
import { addMember, attach, eventsOf, makeTeam, type Team, workspaceSettings } from "../cast";

let team: Team;
let commitmentId: string;
/** Analysts both. */
let one: MemberActor;
let other: MemberActor;
beforeEach(async () => {
  team = await makeTeam();
  commitmentId = team.commitments[0]?.id as string;
  one = team.analyst;
  other = await addMember(team.workspaceId, "ANALYST", "Second coder");
});

const secret = "كلام لا يظهر قبل أوانه 7f3a";
const judged = { completion: "SUBSTANTIAL", confidence: "HIGH", rationale: secret } as const;

function request(changes: Record<string, unknown> = {}, actor: Actor = team.editor) {
  const coderIds = [one.memberId, other.memberId];
  const input = { commitmentId, asOf: "2021-06-30", coderIds, ...changes };
  return requestDoubleCoding(actor, requestDoubleCodingInput.parse(input));
}
async function submit(coder: MemberActor, id: string, changes: Record<string, unknown> = {}) {
  const said = { completion: "LIMITED", confidence: "LOW", rationale: "بداية.", ...changes };
  return submitCoding(coder, submitCodingInput.parse({ doubleCodingId: id, ...said }));
}
async function revealed(first: Record<string, unknown> = {}, second: Record<string, unknown> = {}) {
  const { id } = await request();
  await submit(one, id, first);
  await submit(other, id, second);
  return id;
}
async function settle(id: string, changes: Record<string, unknown> = {}, actor: MemberActor = team.editor) {
  const { version, basedOnId } = await getDoubleCoding(actor, id);
  const said = { completion: "LIMITED", confidence: "LOW", rationale: "كما حكم الاثنان." };
  const input = { doubleCodingId: id, version, basedOnId, ...said, ...changes };
  return settleDoubleCoding(actor, settleDoubleCodingInput.parse(input));
}
const toldTo = async (actor: MemberActor) => (await listNotifications(actor)).notifications.map(({ kind }) => kind);
const typesOf = async () => (await eventsOf(team.workspaceId)).map(({ type }) => type).slice(1);

/** Everything that a member can read about the commitment, by whatever way. */
async function everythingFor(actor: MemberActor): Promise<string> {
  const history = await readHistory(actor, team.documentSlug, { until: "2199-01-01" });
  const all = [
    await listDoubleCodings(actor),
    await listDoubleCodings(actor, { commitmentId, provisionId: null }),
    await getAgreement(actor),
    await listActivity(actor, {}),
    await listNotifications(actor),
    await listAssessments(actor, commitmentId),
    await getReviewDesk(actor, { commitmentId, provisionId: null }),
    await listReviews(actor),
    await getCommitment(actor, commitmentId),
    await listEvidence(actor, commitmentId),
    await getDashboard(actor, team.documentSlug),
    await getDocument(actor, team.documentSlug),
    await getReport(actor, { documentSlug: team.documentSlug, locale: "ar" }),
    [history.events, standingAt(history, "2199-01-01", { unreviewed: "with" })],
  ];
  return JSON.stringify(all, (_, value) => (value instanceof Map ? [...value] : value));
}

describe("asking for it", () => {
  test("names two who may judge, tells them, and says so in history", async () => {
    const { id } = await request();
    expect(await getDoubleCoding(team.reader, id)).toMatchObject({
      state: "OPEN",
      asOf: "2021-06-30",
      coders: [
        { memberId: one.memberId, hasSubmitted: false },
        { memberId: other.memberId, hasSubmitted: false },
      ],
    });
    for (const coder of [one, other]) expect(await toldTo(coder)).toEqual(["CODING_REQUESTED"]);
    expect(await toldTo(team.admin)).toEqual([]);
    expect((await eventsOf(team.workspaceId)).at(-1)).toMatchObject({
      type: "double_coding.requested",
      subjectId: id,
      data: { asOf: "2021-06-30", coders: [{ memberId: one.memberId }, { memberId: other.memberId }] },
    });
  });

  test("is refused of readers, of strangers, of those who left, and for a day to come", async () => {
    const stranger = (await makeTeam()).analyst;
    const gone = await addMember(team.workspaceId, "ANALYST", "Gone");
    await database().member.update({ where: { id: gone.memberId }, data: { removedAt: new Date() } });
    for (const { memberId } of [team.reader, stranger, gone])
      await expect(request({ coderIds: [one.memberId, memberId] })).rejects.toMatchObject({
        detail: { fields: { coderIds: "not_a_coder" } },
      });
    await expect(request({ asOf: "2199-01-01" })).rejects.toMatchObject({ detail: { fields: { asOf: "in_future" } } });
    await expect(request({}, stranger)).rejects.toMatchObject({ code: "not_found" });
  });

  test("there is one at a time: a second is refused until the first is over", async () => {
    const { id } = await request();
    await expect(request()).rejects.toMatchObject({ code: "conflict", detail: { reason: "already_double_coded" } });
    await cancelDoubleCoding(team.editor, { doubleCodingId: id, version: 1 });
    await request();
  });
});

describe("until both have submitted", () => {
  test("nobody but its author sees a coding, by whatever way they look", async () => {
    const { citationId } = await attach(team.analyst, commitmentId);
    const { id } = await request();
    await submit(one, id, { ...judged, counterAction: true, citationIds: citationId });
    for (const actor of [other, team.reader, team.editor, team.admin]) {
      const text = await everythingFor(actor);
      // As a question, since a text of such length tells nobody anything.
      expect(text.includes(secret), actor.role).toBe(false);
      expect(/"(completion|to)":"SUBSTANTIAL"/.test(text), actor.role).toBe(false);
      expect(await getDoubleCoding(actor, id)).toMatchObject({
        state: "OPEN",
        codings: null,
        own: null,
        agreed: null,
        coders: [{ hasSubmitted: true }, { hasSubmitted: false }],
      });
      expect(await getAgreement(actor)).toMatchObject({ units: 0, missing: 1, pairs: [] });
      expect(await listEvidence(actor, commitmentId)).toMatchObject([{ supports: 0 }]);
    }
    expect((await getDoubleCoding(one, id)).own).toMatchObject({ ...judged, counterAction: true });
    const release = await publishRelease(team.editor, publishReleaseInput.parse({ documentSlug: team.documentSlug }));
    for (const { json } of await database().releaseSummary.findMany({ where: { releaseId: release.id } }))
      expect(Buffer.from(json).toString()).not.toContain(secret);
    expect(JSON.stringify(await eventsOf(team.workspaceId)), "not even the events hold it").not.toContain(secret);
  });

  test("a coder submits once, and only who was asked", async () => {
    const { id } = await request();
    await submit(one, id);
    await expect(submit(one, id)).rejects.toMatchObject({ code: "conflict", detail: { reason: "coding_closed" } });
    for (const actor of [team.reader, team.editor, team.admin])
      await expect(submit(actor, id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(submit((await makeTeam()).analyst, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(
      database().coding.updateMany({ where: { doubleCodingId: id, coderId: one.memberId }, data: { rationale: "x" } }),
    ).rejects.toThrow(/never rewritten/);
  });

  test("a high value needs evidence of this commitment, as with any judgement", async () => {
    const { id } = await request();
    const parsed = submitCodingInput.safeParse({ doubleCodingId: id, ...judged });
    expect(parsed.error?.issues).toMatchObject([{ path: ["citationIds"], message: "needs_evidence" }]);
    const { citationId } = await attach(team.analyst, team.commitments[1]?.id as string);
    await expect(submit(one, id, { citationIds: citationId })).rejects.toMatchObject({
      detail: { fields: { citationIds: "evidence_gone" } },
    });
  });

  test("there is nothing to settle", async () => {
    const { id } = await request();
    await submit(one, id);
    await expect(settle(id)).rejects.toMatchObject({ code: "conflict", detail: { reason: "coding_closed" } });
  });

  test("it can be cancelled by who asked or an editor, and what was submitted stays hidden for good", async () => {
    const { id } = await request({}, one);
    await submit(other, id, { rationale: secret });
    const atVersion = { doubleCodingId: id, version: 2 };
    for (const actor of [team.reader, other])
      await expect(cancelDoubleCoding(actor, atVersion)).rejects.toMatchObject({ code: "forbidden" });
    await expect(cancelDoubleCoding(one, { ...atVersion, version: 1 })).rejects.toMatchObject({ code: "conflict" });
    await cancelDoubleCoding(one, atVersion);
    expect(await getDoubleCoding(one, id)).toMatchObject({ state: "CANCELLED", codings: null });
    for (const actor of [one, team.reader, team.editor, team.admin])
      expect((await everythingFor(actor)).includes(secret), actor.role).toBe(false);
    await expect(submit(one, id)).rejects.toMatchObject({ code: "conflict" });
    await expect(cancelDoubleCoding(one, { ...atVersion, version: 3 })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("once both have submitted", () => {
  test("both are revealed at once to everybody, in history too, and those concerned are told", async () => {
    const { citationId } = await attach(team.analyst, commitmentId);
    const { id } = await request();
    expect(await submit(one, id, { ...judged, citationIds: citationId })).toEqual({ revealed: false });
    expect(await submit(other, id)).toEqual({ revealed: true });
    const view = await getDoubleCoding(team.reader, id);
    expect(view).toMatchObject({
      state: "REVEALED",
      agreed: false,
      codings: [
        { coder: { memberId: one.memberId }, ...judged, restsOn: [{ citationId }] },
        { coder: { memberId: other.memberId }, completion: "LIMITED", rationale: "بداية." },
      ],
    });
    const last = (await eventsOf(team.workspaceId)).at(-1);
    expect(last).toMatchObject({ type: "double_coding.revealed", data: { asOf: "2021-06-30" } });
    expect(last?.data).toMatchObject({
      codings: [{ ...judged, citationIds: [citationId] }, { completion: "LIMITED" }],
    });
    expect(await toldTo(one)).toEqual(["CODING_REVEALED", "CODING_REQUESTED"]);
    expect(await toldTo(team.editor)).toEqual(["CODING_REVEALED"]);
    expect(await toldTo(team.reader)).toEqual([]);
    expect((await getCommitment(team.reader, commitmentId)).status, "a coding is no assessment").toBeNull();
  });

  test("two who submit at the same moment reveal it once", async () => {
    const { id } = await request();
    const outcomes = await Promise.all([submit(one, id), submit(other, id)]);
    expect(outcomes.map((each) => each.revealed).sort()).toEqual([false, true]);
    expect((await typesOf()).filter((type) => type === "double_coding.revealed")).toHaveLength(1);
  });

  test("it is too late to cancel", async () => {
    const id = await revealed();
    await expect(cancelDoubleCoding(team.admin, { doubleCodingId: id, version: 3 })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

describe("settling", () => {
  test("records the assessment that follows, which counts at once, also where review is required", async () => {
    await editWorkspace(team.admin, workspaceSettings({ requiresReview: true }));
    const id = await revealed();
    const { assessmentId } = await settle(id);
    expect(await getCommitment(team.reader, commitmentId)).toMatchObject({
      status: "LIMITED",
      statusSince: "2021-06-30",
    });
    expect(await listAssessments(team.reader, commitmentId)).toMatchObject([
      { id: assessmentId, asOf: "2021-06-30", recordedBy: { memberId: team.editor.memberId } },
    ]);
    expect(await getDoubleCoding(team.reader, id)).toMatchObject({ state: "SETTLED", assessmentId, agreed: true });
    expect((await typesOf()).slice(-2)).toEqual(["assessment.recorded", "double_coding.settled"]);
    expect((await eventsOf(team.workspaceId)).at(-1)?.data).toEqual({
      assessmentId,
      to: "LIMITED",
      counterAction: false,
      reason: null,
      agreed: true,
    });
  });

  test.each([
    ["the coders disagree", { completion: "NOT_STARTED" }, {}],
    ["one of them sees counter-action", { counterAction: true }, {}],
    ["the editor judges otherwise than both", {}, { completion: "NOT_STARTED" }],
  ])("needs a written reason where %s", async (_, second, decision) => {
    const id = await revealed({}, second);
    await expect(settle(id, decision)).rejects.toMatchObject({ detail: { fields: { reason: "needs_reason" } } });
    expect(await listAssessments(team.reader, commitmentId)).toEqual([]);
    await settle(id, { ...decision, reason: "الدليل الثاني أحدث." });
    expect(await getDoubleCoding(team.reader, id)).toMatchObject({ settledReason: "الدليل الثاني أحدث." });
  });

  test("is for an editor who was not one of the two, and once", async () => {
    const { id } = await request({ coderIds: [one.memberId, team.editor.memberId] });
    await submit(one, id);
    await submit(team.editor, id);
    for (const actor of [team.reader, one, team.editor])
      await expect(settle(id, {}, actor)).rejects.toMatchObject({ code: "forbidden" });
    const { version, basedOnId } = await getDoubleCoding(team.admin, id);
    await settle(id, {}, team.admin);
    await expect(settle(id, { version, basedOnId }, team.admin)).rejects.toMatchObject({ code: "conflict" });
  });

  test("on top of an assessment that came meanwhile is a conflict, which shows it", async () => {
    const id = await revealed();
    const { basedOnId } = await getDoubleCoding(team.editor, id);
    const said = { completion: "NOT_STARTED", counterAction: false, confidence: "LOW", rationale: "جديد." } as const;
    const rest = { provisionId: null, asOf: "2022-01-01", citationIds: [], basedOnId: null, draftSavedAt: null };
    await recordAssessment(one, { commitmentId, ...said, ...rest });
    await expect(settle(id, { basedOnId })).rejects.toMatchObject({
      code: "conflict",
      detail: { current: { rationale: "جديد." } },
    });
  });
});

test("agreement is measured over what was revealed, and the others are counted as missing", async () => {
  await settle(await revealed());
  await revealed({ completion: "NOT_STARTED" }, { completion: "LIMITED" });
  const { id } = await request();
  await submit(one, id);
  expect(await getAgreement(team.reader)).toMatchObject({
    units: 2,
    alike: 1,
    raw: 0.5,
    missing: 1,
    pairs: [{ units: 2, coders: expect.arrayContaining([{ memberId: one.memberId, name: expect.any(String) }]) }],
  });
  expect(await getAgreement((await makeTeam()).admin)).toMatchObject({ units: 0, missing: 0 });
});

test("nothing of it is found from another workspace", async () => {
  const { id } = await request();
  const stranger = (await makeTeam()).admin;
  expect(await listDoubleCodings(stranger)).toEqual([]);
  await expect(getDoubleCoding(stranger, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(cancelDoubleCoding(stranger, { doubleCodingId: id, version: 1 })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(settle(id, {}, stranger)).rejects.toMatchObject({ code: "not_found" });
});
