import { beforeAll, describe, expect, test } from "vitest";
import { recordAssessmentInput } from "@/domain/assessment";
import { addNoteInput } from "@/domain/note";
import { recordAssessment } from "@/server/assessments";
import { today } from "@/server/calendar-dates";
import { setLead } from "@/server/commitments";
import { getDashboard } from "@/server/dashboard";
import { database } from "@/server/database";
import { removeEvidence } from "@/server/evidence";
import { addNote, completeNote, deleteNote } from "@/server/notes";
import { editWorkspace } from "@/server/workspaces";
import { attach, makeTeam, type Team, workspaceSettings } from "../cast";

let team: Team;
beforeAll(async () => {
  team = await makeTeam();
});

const commitment = (number: number) => team.commitments.find((each) => each.number === number)?.id as string;
const row = async (number: number) => {
  const { rows } = await getDashboard(team.reader, team.documentSlug);
  return rows.find((each) => each.number === number);
};
const note = (number: number, changes: Record<string, unknown> = {}) =>
  addNote(
    team.analyst,
    addNoteInput.parse({ commitmentId: commitment(number), body: "نص", datedOn: "2020-02-01", ...changes }),
  );
const assess = (number: number, changes: Record<string, unknown> = {}) =>
  recordAssessment(
    team.analyst,
    recordAssessmentInput.parse({
      commitmentId: commitment(number),
      completion: "LIMITED",
      confidence: "LOW",
      rationale: "سبب",
      asOf: today(),
      citationIds: [],
      ...changes,
    }),
  );

describe("a fresh document", () => {
  test("has eight rows by number, all waiting for a first assessment", async () => {
    const dashboard = await getDashboard(team.reader, team.documentSlug);
    expect(dashboard.rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    for (const each of dashboard.rows) {
      expect(each).toMatchObject({ status: null, statusSince: null, latestNote: null, evidenceCount: 0 });
      expect(each.attentions).toEqual(each.number === 8 ? ["NEVER_ASSESSED", "OVERDUE"] : ["NEVER_ASSESSED"]);
    }
    expect(dashboard.document).toMatchObject({ slug: team.documentSlug, adoptedOn: "2019-11-14" });
    expect(dashboard.rows[7]).toMatchObject({
      due: { on: "2020-12-31", precision: "YEAR" },
      doneOn: null,
      timeliness: "OVERDUE",
    });
    expect(dashboard.rows[6]).toMatchObject({ due: null, timeliness: "NO_DATE" });
  });

  test("is not found by its neighbours, nor under a name that cannot be one", async () => {
    const other = await makeTeam();
    expect((await getDashboard(other.reader, other.documentSlug)).document.id).not.toBe(
      (await getDashboard(team.reader, team.documentSlug)).document.id,
    );
    await expect(getDashboard(team.reader, "absent")).rejects.toMatchObject({ code: "not_found" });
    await expect(getDashboard(team.reader, "a\0b")).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a silent commitment", () => {
  const monthsAgo = (months: number) => {
    const then = new Date();
    then.setUTCMonth(then.getUTCMonth() - months);
    return then;
  };

  test("is one of which nothing was heard for the months that the workspace allows, counted from when the text was entered", async () => {
    const silent = await makeTeam();
    const attentions = async (number: number) =>
      (await getDashboard(silent.reader, silent.documentSlug)).rows[number - 1]?.attentions;
    await database().document.updateMany({
      where: { workspaceId: silent.workspaceId },
      data: { createdAt: monthsAgo(14) },
    });
    expect(await attentions(1)).toContain("SILENT");
    const { citationId } = await attach(silent.analyst, silent.commitments[0]?.id as string);
    expect(await attentions(1)).not.toContain("SILENT");
    expect(await attentions(2)).toContain("SILENT");
    await database().citation.update({ where: { id: citationId }, data: { createdAt: monthsAgo(13) } });
    expect(await attentions(1)).toContain("SILENT");
    await editWorkspace(silent.admin, workspaceSettings({ silentAfterMonths: 24 }));
    expect(await attentions(1)).not.toContain("SILENT");
  });
});

describe("a row", () => {
  test("tells the status, since when, and that it is fresh and founded", async () => {
    const { citationId } = await attach(team.analyst, commitment(1));
    await assess(1, { completion: "SUBSTANTIAL", citationIds: [citationId] });
    expect(await row(1)).toMatchObject({
      status: "SUBSTANTIAL",
      statusSince: today(),
      counterAction: false,
      evidenceCount: 1,
      attentions: [],
    });
    await removeEvidence(team.analyst, { citationId, version: 1 });
    expect(await row(1)).toMatchObject({ evidenceCount: 0, attentions: ["NO_EVIDENCE_BEHIND_STATUS"] });
  });

  test("of an old judgement is stale", async () => {
    await assess(2, { asOf: "2021-01-01", counterAction: "on" });
    expect(await row(2)).toMatchObject({
      status: "LIMITED",
      counterAction: true,
      statusSince: "2021-01-01",
      attentions: ["STALE", "NO_EVIDENCE_BEHIND_STATUS"],
    });
  });

  test("counts open and overdue follow-ups but neither plain, done nor deleted notes, and shows the latest note", async () => {
    await note(3, { body: "قديمة", datedOn: "2020-01-01", dueOn: "2020-03-01" });
    await note(3, { body: "مكلَّفة بلا موعد", datedOn: "2020-04-01", assigneeId: team.editor.memberId });
    await note(3, { body: "الأحدث", datedOn: "2022-05-05" });
    const done = await note(3, { dueOn: "2020-03-01" });
    await completeNote(team.analyst, { noteId: done.id, version: 1 });
    const gone = await note(3, { datedOn: "2023-01-01", dueOn: "2020-03-01" });
    await deleteNote(team.analyst, { noteId: gone.id, version: 1 });
    expect(await row(3)).toMatchObject({
      noteCount: 4,
      openFollowUps: 2,
      overdueFollowUps: 1,
      latestNote: { body: "الأحدث", datedOn: "2022-05-05" },
      attentions: ["NEVER_ASSESSED", "OVERDUE_FOLLOW_UP"],
    });
  });

  test("names the lead", async () => {
    await setLead(team.editor, { commitmentId: commitment(4), version: 1, leadId: team.analyst.memberId });
    expect(await row(4)).toMatchObject({ lead: { memberId: team.analyst.memberId } });
  });
});
