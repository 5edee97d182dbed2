import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { addNoteInput } from "@/domain/note";
import { type ReportV1, reportV1, reportV1Path } from "@/domain/representation/report-v1";
import { locales } from "@/i18n/locales";
import { listAssessments } from "@/server/assessments";
import { listEvidence } from "@/server/evidence";
import { representationOf, writeJson } from "@/server/export-formats/json";
import { getReport, type Report, type ReportRequest } from "@/server/export-formats/report";
import { addNote, deleteNote, listNotes } from "@/server/notes";
import { editWorkspace, getWorkspace } from "@/server/workspaces";
import { type Team, workspaceSettings } from "../../cast";
import { happenedOn } from "../../past";
import { hostile, makeWorkedOnTeam } from "./a-full-report";

let team: Team;
beforeAll(async () => {
  team = await makeWorkedOnTeam();
});

const reportWith = (choices: ReportRequest["choices"] = {}, locale: Report["language"] = "ar") =>
  getReport(team.reader, { documentSlug: team.documentSlug, locale, choices });
const parsed = (report: Report) => JSON.parse(new TextDecoder().decode(writeJson(report))) as ReportV1;
const idOf = (number: number) => team.commitments[number - 1]?.id as string;

describe.each(locales)("the file in %s", (locale) => {
  test("is what the schema describes, the committed file of it too, with nothing besides", async () => {
    const json = parsed(await reportWith({ comparedWith: "2019-12-01" }, locale));
    expect(json.$schema).toBe(reportV1Path);
    expect(reportV1.parse(json)).toEqual(json);
    const published = z.fromJSONSchema(JSON.parse(await readFile(`public${reportV1Path}`, "utf8")));
    expect(published.safeParse(json).success).toBe(true);
    expect(published.safeParse({ ...json, schemaVersion: 2 }).success).toBe(false);
    expect(published.safeParse({ ...json, added: "later" }).success).toBe(true);
  });
});

test("the words of tables are not in it", async () => {
  const json = parsed(await reportWith());
  for (const name of ["heads", "sheets", "yes", "no"]) expect(json).not.toHaveProperty(name);
});

describe("what it says", () => {
  test("is what the database says", async () => {
    const json = parsed(await reportWith());
    for (const number of [1, 3, 8]) {
      const said = json.commitments?.[number - 1];
      const [assessments, evidence, notes] = await Promise.all([
        listAssessments(team.reader, idOf(number)),
        listEvidence(team.reader, idOf(number)),
        listNotes(team.reader, idOf(number)),
      ]);
      expect(
        said?.history?.map((each) => [
          each.id,
          each.status.code,
          each.counterAction,
          each.confidence.code,
          each.rationale,
          each.asOf.iso,
        ]),
      ).toEqual(
        assessments.map((each) => [
          each.id,
          each.completion,
          each.counterAction,
          each.confidence,
          each.rationale,
          each.asOf,
        ]),
      );
      expect(
        said?.evidence?.map((each) => [
          each.id,
          each.title,
          each.address,
          each.stance.code,
          each.kind.code,
          each.publishedOn?.iso ?? null,
          each.quotedPassage,
        ]),
      ).toEqual(
        evidence.map((each) => [
          each.citationId,
          each.title,
          each.address,
          each.stance,
          each.kind,
          each.publishedOn,
          each.quotedPassage,
        ]),
      );
      expect(said?.notes?.map((each) => [each.id, each.body, each.datedOn.iso, each.dueOn?.iso ?? null])).toEqual(
        notes.map((each) => [each.id, each.body, each.datedOn, each.dueOn]),
      );
    }
  });

  test("is to the letter what people wrote", async () => {
    const json = parsed(await reportWith());
    const notes = json.commitments?.[0]?.notes?.map(({ body }) => body);
    expect(notes).toEqual([hostile.formula, hostile.wide, hostile.mail, hostile.emoji]);
    expect(json.commitments?.[1]?.notes?.[0]?.body).toHaveLength(40_000);
    expect(json.commitments?.[7]?.assessment?.rationale).toBe(hostile.hidden);
    expect(json.commitments?.[7]?.evidence?.[1]?.title).toBe(hostile.markup);
  });

  test("may hold anything: it can always be read", async () => {
    const report = await reportWith();
    const team = "\ud83d \u0000\u2028</script> \udc4d";
    expect(parsed({ ...report, team }).team).toBe(team);
  });
});

describe("what the reader leaves out", () => {
  test("is not in it: notes, the details, the parts", async () => {
    const withoutNotes = parsed(await reportWith({ notes: "without" }));
    expect(withoutNotes.commitments?.[0]).not.toHaveProperty("notes");
    expect(withoutNotes.commitments?.[0]).not.toHaveProperty("noteCount");
    expect(JSON.stringify(withoutNotes)).not.toContain(hostile.emoji);

    const table = parsed(await reportWith({ sections: ["table"] }));
    expect(table.commitments?.[7]).toMatchObject({ number: 8, status: { code: "COMPLETE" }, evidenceCount: 2 });
    expect(table.commitments?.[7]).not.toHaveProperty("text");
    expect(table.commitments?.[7]).not.toHaveProperty("history");
    for (const name of ["method", "unknown", "changes"]) expect(table).not.toHaveProperty(name);
    expect(parsed(await reportWith({ sections: [] }))).not.toHaveProperty("commitments");

    const few = parsed(await reportWith({ commitments: [8, 3] }));
    expect(few.commitments?.map(({ number }) => number)).toEqual([3, 8]);
    expect(few.counts.reduce((sum, { count }) => sum + count, 0)).toBe(2);
  });
});

describe("a past day", () => {
  test("is told by the same bytes whatever comes later, but for the moment they were made", async () => {
    await happenedOn(team.workspaceId, "2024-03-01");
    const bytes = async () => {
      const report = await reportWith({ asOf: "2024-03-01", comparedWith: "2024-02-29" });
      return new TextDecoder().decode(writeJson({ ...report, madeAt: { iso: "2024-03-02T00:00:00.000Z", text: "" } }));
    };
    const before = await bytes();
    const note = { body: "لاحقة", datedOn: "2024-01-01" };
    await addNote(team.analyst, addNoteInput.parse({ commitmentId: idOf(4), ...note }));
    const [first] = await listNotes(team.reader, idOf(1));
    await deleteNote(team.analyst, { noteId: first?.id as string, version: 1 });
    const { version } = await getWorkspace(team.admin);
    await editWorkspace(team.admin, workspaceSettings({ version, name: "فريق باسم آخر", staleAfterDays: 7 }));
    expect(await bytes()).toBe(before);
    expect(before).toContain("فريق المتابعة");
    expect((await reportWith()).team).toBe("فريق باسم آخر");
  });

  test("has the state of its end, and what moved until then", async () => {
    const report = await reportWith({ asOf: "2024-03-01", comparedWith: "2024-02-29" });
    expect(representationOf(report)).toMatchObject({
      asOf: { iso: "2024-03-01" },
      comparedWith: { iso: "2024-02-29" },
      changes: [
        { number: 3, movement: "FIRST" },
        { number: 8, movement: "FIRST", to: { code: "COMPLETE" } },
      ],
    });
    const earlier = representationOf(await reportWith({ asOf: "2024-02-29" }));
    expect(earlier.counts.find(({ code }) => code === "NOT_ASSESSED")?.count).toBe(8);
    expect(earlier.commitments?.every(({ noteCount }) => noteCount === 0)).toBe(true);
  });
});
