import { beforeEach, describe, expect, test } from "vitest";
import { recordAssessmentInput } from "@/domain/assessment";
import { editProvisionInput, proposeProvisionInput } from "@/domain/provision";
import { recordAssessment } from "@/server/assessments";
import type { MemberActor } from "@/server/auth/actor";
import { getCommitment } from "@/server/commitments";
import { correctPassage } from "@/server/passages";
import {
  acceptProvision,
  dropProvision,
  editProvision,
  listDocumentProvisions,
  listProvisions,
  proposeProvision,
  restoreProvision,
} from "@/server/provisions";
import { eventsOf, makeTeam, type Team } from "../cast";

let team: Team;
let commitmentId: string;
/** The paragraph of the third commitment. */
let passage: { id: string; revision: number; text: string };
beforeEach(async () => {
  team = await makeTeam();
  commitmentId = team.commitments[2]?.id as string;
  passage = (await getCommitment(team.reader, commitmentId)).passages[0] as typeof passage;
});

const fields = { title_ar: "تبادل المعلومات", speechAct: "CONTINUE", verifiability: "VERIFIABLE" };
const sharing = "وسيستمر تبادل المعلومات";
const police = "الإنتربول";

function select(...words: string[]): string {
  return JSON.stringify(
    words.map((exact) => {
      const start = [...passage.text.slice(0, passage.text.indexOf(exact))].length;
      return { passageId: passage.id, start, end: start + [...exact].length, exact };
    }),
  );
}
const propose = (changes: Record<string, unknown> = {}, actor: MemberActor = team.analyst) =>
  proposeProvision(
    actor,
    proposeProvisionInput.parse({ ...fields, commitmentId, targets: select(sharing), ...changes }),
  );
const edited = (provisionId: string, changes: Record<string, unknown> = {}) =>
  editProvisionInput.parse({ ...fields, provisionId, version: 1, ...changes });
const list = () => listProvisions(team.reader, commitmentId);
const lastEvent = async () => (await eventsOf(team.workspaceId)).at(-1);

describe("proposing a provision", () => {
  test("keeps the words that it is read from, in the order of the text, and gives it the next number", async () => {
    await propose();
    const { id, number } = await propose({
      targets: select(police, sharing),
      title_en: "Share information",
      bearer_ar: "الوزراء",
      addressee_fr: "États",
      dueOn: "2021-02-10",
      duePrecision: "MONTH",
      doneOn: "2021-01-05",
    });
    expect(number).toBe("3.2");
    const [, second] = await list();
    expect(second).toMatchObject({
      id,
      number: "3.2",
      title: { ar: "تبادل المعلومات", en: "Share information" },
      bearer: { ar: "الوزراء" },
      addressee: { fr: "États" },
      due: { on: "2021-02-28", precision: "MONTH" },
      doneOn: "2021-01-05",
      state: "PROPOSED",
      proposedBy: { memberId: team.analyst.memberId },
      spans: [{ exact: sharing, isLost: false }, { exact: police }],
    });
    expect(await lastEvent()).toMatchObject({
      type: "provision.proposed",
      commitmentId,
      subjectId: id,
      data: { number: "3.2", quotes: [sharing, police], dueOn: "2021-02-28", state: "PROPOSED" },
    });
  });

  test("two people at the same moment get two numbers", async () => {
    const made = await Promise.all([propose(), propose({}, team.editor), propose({}, team.admin)]);
    expect(made.map(({ number }) => number).sort()).toEqual(["3.1", "3.2", "3.3"]);
  });

  test.each([
    [{ title_ar: " " }, "title_ar", "required"],
    [{ verifiability: "NOT_VERIFIABLE" }, "verifiabilityReason", "required"],
    [{ speechAct: "PROMISE" }, "speechAct", "choose_one"],
    [{ targets: "[]" }, "targets", "required"],
  ])("with %o is refused at its field", (changes, path, message) => {
    const given = { ...fields, commitmentId, targets: select(sharing), ...changes };
    const { error } = proposeProvisionInput.safeParse(given);
    expect(error?.issues).toMatchObject([{ path: [path], message }]);
  });

  test("on the words of another paragraph, or done in the future, is refused", async () => {
    await expect(propose({ commitmentId: team.commitments[0]?.id })).rejects.toMatchObject({
      detail: { fields: { targets: "other_paragraph" } },
    });
    await expect(propose({ doneOn: "2199-01-01" })).rejects.toMatchObject({
      detail: { fields: { doneOn: "done_in_future" } },
    });
    expect(await list()).toEqual([]);
  });

  test("on words that were corrected meanwhile is refused, with where they stand now", async () => {
    const text = `أولاً. ${passage.text}`;
    await correctPassage(team.editor, { passageId: passage.id, revision: 1, text, reason: "…" });
    await expect(propose()).rejects.toMatchObject({
      code: "conflict",
      detail: { reason: "text_changed", current: { stretches: [{ exact: sharing }] } },
    });
  });
});

describe("editing a provision", () => {
  test("changes what is said of it and the words that it is on, and history keeps both", async () => {
    const { id } = await propose();
    await editProvision(
      team.editor,
      edited(id, { title_ar: "تبادل المعلومات مع الإنتربول", bearer_ar: "الوزراء", targets: select(police) }),
    );
    expect(await list()).toMatchObject([
      { version: 2, title: { ar: "تبادل المعلومات مع الإنتربول" }, spans: [{ exact: police }] },
    ]);
    expect(await lastEvent()).toMatchObject({
      type: "provision.edited",
      data: {
        number: "3.1",
        changes: {
          title: { from: { ar: "تبادل المعلومات" }, to: { ar: "تبادل المعلومات مع الإنتربول" } },
          bearer: { from: null, to: { ar: "الوزراء" } },
          quotes: { from: [sharing], to: [police] },
        },
      },
    });
  });

  test("without other words it stays on those that it is on; what is cleared is cleared; nothing new is no change", async () => {
    const { id } = await propose({ bearer_ar: "الوزراء", dueOn: "2020-12-31" });
    await editProvision(team.analyst, edited(id));
    expect(await list()).toMatchObject([{ version: 2, bearer: null, due: null, spans: [{ exact: sharing }] }]);
    await editProvision(team.analyst, edited(id, { version: 2 }));
    expect(await list()).toMatchObject([{ version: 2 }]);
  });

  test("on top of a newer version is refused, with what stands", async () => {
    const { id } = await propose();
    await editProvision(team.editor, edited(id, { title_ar: "صيغة المحررة" }));
    await expect(editProvision(team.analyst, edited(id, { title_ar: "صيغة أخرى" }))).rejects.toMatchObject({
      code: "conflict",
      detail: { current: { version: 2, title: { ar: "صيغة المحررة" } } },
    });
  });

  test("an accepted one stays accepted; a dropped one has to be brought back first", async () => {
    const { id } = await propose();
    await acceptProvision(team.editor, { provisionId: id, version: 1 });
    await editProvision(team.analyst, edited(id, { version: 2, title_ar: "أدق" }));
    expect(await list()).toMatchObject([{ state: "ACCEPTED", version: 3 }]);
    await dropProvision(team.editor, { provisionId: id, version: 3, reason: "مكرر" });
    await expect(editProvision(team.analyst, edited(id, { version: 4 }))).rejects.toMatchObject({
      detail: { reason: "provision_dropped" },
    });
  });
});

describe("deciding on a provision", () => {
  test("each decision is a line of history; a dropped one stays listed with the reason until it is a proposal again", async () => {
    const { id: provisionId } = await propose();
    const { version } = await acceptProvision(team.editor, { provisionId, version: 1 });
    await dropProvision(team.editor, { provisionId, version, reason: "مكرر مع غيره" });
    expect(await list()).toMatchObject([{ number: "3.1", state: "DROPPED", dropReason: "مكرر مع غيره" }]);
    await restoreProvision(team.admin, { provisionId, version: 3 });
    expect(await list()).toMatchObject([{ state: "PROPOSED", dropReason: null, version: 4 }]);
    const events = (await eventsOf(team.workspaceId)).slice(-3);
    expect(events).toMatchObject([
      { type: "provision.accepted", subjectId: provisionId, commitmentId, data: { number: "3.1" } },
      { type: "provision.dropped", data: { number: "3.1", reason: "مكرر مع غيره" } },
      { type: "provision.restored", memberId: team.admin.memberId },
    ]);
  });

  test("the number of a dropped one is given to no other", async () => {
    const { id: provisionId } = await propose();
    await dropProvision(team.editor, { provisionId, version: 1, reason: "…" });
    expect((await propose()).number).toBe("3.2");
  });

  test("at an older version is refused, and so is accepting or judging what was dropped", async () => {
    const { id: provisionId } = await propose();
    await dropProvision(team.editor, { provisionId, version: 1, reason: "…" });
    await expect(acceptProvision(team.editor, { provisionId, version: 1 })).rejects.toMatchObject({
      detail: { current: { state: "DROPPED" } },
    });
    await expect(acceptProvision(team.editor, { provisionId, version: 2 })).rejects.toMatchObject({
      detail: { reason: "provision_dropped" },
    });
    await expect(judge(provisionId)).rejects.toMatchObject({ detail: { reason: "provision_dropped" } });
  });
});

function judge(provisionId: string, changes: Record<string, unknown> = {}) {
  const judgement = { completion: "LIMITED", confidence: "LOW", rationale: "خطوات أولى", asOf: "2021-01-01" };
  return recordAssessment(
    team.analyst,
    recordAssessmentInput.parse({ commitmentId, provisionId, ...judgement, ...changes }),
  );
}

test("a provision is judged by itself: its status moves, and that of the commitment does not", async () => {
  const { id } = await propose();
  await judge(id);
  expect(await list()).toMatchObject([{ status: "LIMITED", counterAction: false, statusSince: "2021-01-01" }]);
  expect((await getCommitment(team.reader, commitmentId)).status).toBeNull();
});

test("provisions of another workspace are not there", async () => {
  const { id: provisionId } = await propose();
  const other = await makeTeam();
  const at = { provisionId, version: 1 };
  expect(await listProvisions(other.admin, commitmentId)).toEqual([]);
  await expect(editProvision(other.admin, edited(provisionId))).rejects.toMatchObject({ code: "not_found" });
  await expect(acceptProvision(other.admin, at)).rejects.toMatchObject({ code: "not_found" });
  await expect(dropProvision(other.admin, { ...at, reason: "…" })).rejects.toMatchObject({ code: "not_found" });
  await expect(restoreProvision(other.admin, at)).rejects.toMatchObject({ code: "not_found" });
  await expect(propose({}, other.admin)).rejects.toMatchObject({ code: "not_found" });
  await expect(listDocumentProvisions(other.admin, "no-such-text")).rejects.toMatchObject({ code: "not_found" });
});
