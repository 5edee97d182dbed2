import { beforeAll, describe, expect, test } from "vitest";
import { recordAssessmentInput } from "@/domain/assessment";
import { attentionsOf } from "@/domain/commitment";
import { commitmentFilters } from "@/domain/commitment-list";
import { addNoteInput } from "@/domain/note";
import { completions } from "@/domain/scales";
import { communique } from "@/prisma/seed/communique";
import { recordAssessment } from "@/server/assessments";
import { systemActor } from "@/server/auth/actor";
import { dateColumn, today } from "@/server/calendar-dates";
import { setLead } from "@/server/commitments";
import { getDashboard } from "@/server/dashboard";
import { database } from "@/server/database";
import { createDocument } from "@/server/documents";
import { removeEvidence } from "@/server/evidence";
import { workInHand } from "@/server/log";
import { addNote, completeNote, deleteNote } from "@/server/notes";
import { editWorkspace } from "@/server/workspaces";
import { attach, makeTeam, names, type Team, workspaceSettings } from "../cast";

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

describe("the table", () => {
  let listed: Team;
  beforeAll(async () => {
    listed = await makeTeam();
    const of = (number: number) => listed.commitments[number - 1]?.id as string;
    const judge = (number: number, changes: Record<string, unknown>) =>
      recordAssessment(
        listed.analyst,
        recordAssessmentInput.parse({
          commitmentId: of(number),
          confidence: "LOW",
          rationale: "سبب",
          citationIds: [],
          ...changes,
        }),
      );
    let sources = 0;
    const cite = async (number: number) =>
      (await attach(listed.analyst, of(number), { address: `https://example.org/${sources++}` })).citationId;
    await judge(1, { completion: "COMPLETE", asOf: "2021-06-28", citationIds: [await cite(1)] });
    await judge(3, { completion: "LIMITED", asOf: "2020-01-01" });
    await judge(5, { completion: "NO_EVIDENCE", asOf: "2026-01-01" });
    for (const number of [3, 3, 3, 5, 5]) await cite(number);
    const tell = (number: number, changes: Record<string, unknown>) =>
      addNote(
        listed.analyst,
        addNoteInput.parse({ commitmentId: of(number), body: "نص", datedOn: "2020-02-01", ...changes }),
      );
    await tell(3, { dueOn: "2020-03-01" });
    await tell(5, { body: "الْتِزَامٌ بالمساءلة", datedOn: "2022-01-01", dueOn: "2099-01-01" });
    await setLead(listed.editor, { commitmentId: of(2), version: 1, leadId: listed.analyst.memberId });
  });
  const numbers = async (query: Record<string, unknown>) => {
    const view = { filters: commitmentFilters.parse(query) };
    const { rows, found, total } = await getDashboard(listed.reader, listed.documentSlug, view);
    expect({ found, total }).toEqual({ found: rows.length, total: 8 });
    return rows.map(({ number }) => number);
  };

  test("is narrowed to a status, never assessed being one, to a lead or none, and to what needs attention", async () => {
    expect(await numbers({ status: "NOT_ASSESSED" })).toEqual([2, 4, 6, 7, 8]);
    expect(await numbers({ status: "NO_EVIDENCE" })).toEqual([5]);
    expect(await numbers({ lead: listed.analyst.memberId })).toEqual([2]);
    expect(await numbers({ lead: "none" })).toEqual([1, 3, 4, 5, 6, 7, 8]);
    expect(await numbers({ attention: "OVERDUE_FOLLOW_UP" })).toEqual([3]);
    expect(await numbers({ attention: "OVERDUE" })).toEqual([8]);
    expect(await numbers({ attention: "ANY", status: "COMPLETE" })).toEqual([]);
    expect(await numbers({ attention: "ANY", status: "LIMITED", lead: "none" })).toEqual([3]);
  });

  test("finds words of titles, of the latest note and of the lead, and numbers, however they are spelt", async () => {
    expect(await numbers({ q: "المساءله  الْتِزام" })).toEqual([5]);
    expect(await numbers({ q: "ليلي" })).toEqual([2]);
    expect(await numbers({ q: "٧" })).toEqual([7]);
    expect(await numbers({ q: "no such words" })).toEqual([]);
  });

  test("is ordered by every column, what is empty last in either direction", async () => {
    expect((await numbers({ sort: "since" })).slice(0, 3)).toEqual([3, 1, 5]);
    expect((await numbers({ sort: "since", order: "desc" })).slice(0, 4)).toEqual([5, 1, 3, 2]);
    expect((await numbers({ sort: "status" })).slice(0, 4)).toEqual([5, 3, 1, 2]);
    expect((await numbers({ sort: "evidence", order: "desc" })).slice(0, 3)).toEqual([3, 5, 1]);
    expect((await numbers({ sort: "followUps", order: "desc" })).slice(0, 3)).toEqual([3, 5, 1]);
    expect((await numbers({ sort: "lead" })).slice(0, 2)).toEqual([2, 1]);
    expect((await numbers({ sort: "note" })).slice(0, 3)).toEqual([3, 5, 1]);
    expect(await numbers({ order: "desc" })).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    expect((await numbers({ sort: "title" })).length).toBe(8);
  });

  test("counts all of them by status and by reason, whatever it is narrowed to", async () => {
    const view = { filters: commitmentFilters.parse({ status: "LIMITED" }) };
    const { statuses, attention, strip, leads } = await getDashboard(listed.reader, listed.documentSlug, view);
    expect(statuses).toEqual({ NOT_ASSESSED: 5, COMPLETE: 1, LIMITED: 1, NO_EVIDENCE: 1 });
    expect(attention.find((each) => each.attention === "OVERDUE_FOLLOW_UP")).toMatchObject({
      count: 1,
      first: [{ number: 3 }],
    });
    expect(strip?.map(({ number, status }) => [number, status]).slice(0, 3)).toEqual([
      [1, "COMPLETE"],
      [2, null],
      [3, "LIMITED"],
    ]);
    expect(leads).toEqual([{ memberId: listed.analyst.memberId, name: names.ANALYST }]);
  });
});

describe("a long document", () => {
  let long: Team;
  const slug = "a-long-document";
  beforeAll(async () => {
    long = await makeTeam();
    const source = communique();
    const [commitment] = source.paragraphs.filter((paragraph) => paragraph.commitment);
    const paragraphs = Array.from({ length: 60 }, (_, index) => ({
      ...(commitment as (typeof source.paragraphs)[number]),
      printedNumber: String(index + 1),
      commitment: { number: index + 1, title: { ar: "عنوان", en: "Title", fr: "Titre" }, due: null },
    }));
    await createDocument(systemActor(long.workspaceId, "SEED"), { ...source, slug, paragraphs });
  });
  const page = (number?: number) =>
    getDashboard(long.reader, slug, { filters: commitmentFilters.parse({ page: number }) });

  test("is shown page by page, a page too far being the last", async () => {
    const numbersOn = async (number?: number) => (await page(number)).rows.map((each) => each.number);
    expect(await numbersOn()).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
    expect((await numbersOn(2))[0]).toBe(26);
    expect(await numbersOn(3)).toEqual([51, 52, 53, 54, 55, 56, 57, 58, 59, 60]);
    expect(await numbersOn(99)).toEqual(await numbersOn(3));
    expect(await page(99)).toMatchObject({ page: 3, pages: 3, found: 60, total: 60 });
  });

  test("has no cell for each commitment, and names the first of those that need attention", async () => {
    const { strip, attention } = await page();
    expect(strip).toBeNull();
    expect(attention).toMatchObject([{ attention: "NEVER_ASSESSED", count: 60 }]);
    expect(attention[0]?.first.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test("asks as many statements as a short one, whatever hangs on its commitments", async () => {
    const count = async (read: () => Promise<unknown>) => {
      const work = { id: "count", kind: "job" as const, statements: 0 };
      await workInHand().run(work, read);
      return work.statements;
    };
    const short = await count(() => getDashboard(team.reader, team.documentSlug));
    expect(await count(() => page())).toBe(short);
    expect(short).toBeLessThanOrEqual(4);
  });
});

test("what needs attention is in the database what the domain's rule says, whatever stands about a commitment", async () => {
  const many = await makeTeam();
  const moments = ["2019-01-31", "2024-02-29", "2025-05-27", "2025-11-28", "2026-05-31", "2026-06-01", today()];
  let seed = 1;
  const pick = <Value>(values: readonly Value[]) => {
    seed = (seed * 48271) % 2147483647;
    return values[seed % values.length] as Value;
  };
  await database().document.updateMany({
    where: { workspaceId: many.workspaceId },
    data: { createdAt: new Date("2019-01-01T00:00:00Z") },
  });
  for (let round = 0; round < 12; round++) {
    const limits = { staleAfterDays: pick([1, 90, 180, 365]), silentAfterMonths: pick([1, 6, 12, 24]) };
    await database().workspace.update({ where: { id: many.workspaceId }, data: limits });
    const expected: string[][] = [];
    for (const { id } of many.commitments) {
      const completion = pick([null, ...completions]);
      const [asOf, heard] = [pick(moments), pick(moments)];
      const [dueOn, doneOn, noteDueOn] = [
        pick([null, ...moments]),
        pick([null, null, ...moments]),
        pick([null, ...moments]),
      ];
      const foundedOn = pick([null, "cited", "removed"] as const);
      await database().note.deleteMany({ where: { commitmentId: id } });
      const common = { workspaceId: many.workspaceId, commitmentId: id };
      if (noteDueOn) {
        const dates = { datedOn: dateColumn("2019-01-01"), dueOn: dateColumn(noteDueOn) };
        await database().note.create({ data: { ...common, body: "نص", ...dates } });
      }
      const assessment =
        completion &&
        (await database().assessment.create({
          data: {
            ...common,
            completion,
            confidence: "LOW",
            rationale: "سبب",
            asOf: dateColumn(asOf),
            recordedAt: new Date(`${heard}T12:00:00Z`),
          },
        }));
      if (assessment && foundedOn) {
        const address = `https://example.org/${id}/${round}`;
        const { citationId } = await attach(many.analyst, id, { address });
        await database().citation.update({
          where: { id: citationId },
          data: { createdAt: new Date("2019-01-02"), deletedAt: foundedOn === "removed" ? new Date() : null },
        });
        await database().assessmentCitation.create({ data: { assessmentId: assessment.id, citationId } });
      }
      await database().commitment.update({
        where: { id },
        data: { currentAssessmentId: assessment?.id ?? null, dueOn: dateColumn(dueOn), doneOn: dateColumn(doneOn) },
      });
      const latest = await database().assessment.findFirst({
        where: { commitmentId: id },
        orderBy: { recordedAt: "desc" },
      });
      const cited = await database().citation.count({ where: { commitmentId: id } });
      const heardOn = latest?.recordedAt.toISOString().slice(0, 10) ?? (cited > 0 ? "2019-01-02" : "2019-01-01");
      expected.push(
        attentionsOf(
          {
            assessedOn: completion ? asOf : null,
            completion,
            restsOnCount: completion && foundedOn === "cited" ? 1 : 0,
            overdueCount: noteDueOn && noteDueOn < today() ? 1 : 0,
            dueOn,
            doneOn,
            heardOn: heardOn < "2019-01-02" && cited > 0 ? "2019-01-02" : heardOn,
          },
          today(),
          limits,
        ),
      );
    }
    const { rows } = await getDashboard(many.reader, many.documentSlug);
    expect(rows.map(({ attentions }) => attentions)).toEqual(expected);
  }
});
