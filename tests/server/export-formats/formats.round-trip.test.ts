// What a program reads from the JSON and the workbook is, row by row, what stands in the database.
import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { recordAssessmentInput } from "@/domain/assessment";
import { addNoteInput } from "@/domain/note";
import type { ReportV1 } from "@/domain/representation/report-v1";
import { type Locale, locales } from "@/i18n/locales";
import { messagesFor } from "@/i18n/messages";
import { recordAssessment } from "@/server/assessments";
import { database } from "@/server/database";
import { writeJson } from "@/server/export-formats/json";
import { getReport, type Report } from "@/server/export-formats/report";
import { writeWorkbook } from "@/server/export-formats/xlsx";
import { addNote, completeNote } from "@/server/notes";
import { attach, type Team } from "../../cast";
import { hostile, makeWorkedOnTeam } from "./a-full-report";

let team: Team;
let stored: Awaited<ReturnType<typeof rowsOf>>;
beforeAll(async () => {
  team = await makeWorkedOnTeam();
  const [first, , third] = team.commitments;
  const { citationId } = await attach(team.editor, third?.id as string, {
    title: hostile.mail,
    address: "https://example.org/third",
    publisher: hostile.minus,
    accessedOn: "2024-02-29",
    language: "fr",
    kind: "REPORT",
    stance: "CONTEXT",
    reliability: "F",
    credibility: "6",
    quotedPassage: hostile.emoji,
  });
  const before = await database().assessment.findFirstOrThrow({ where: { commitmentId: third?.id } });
  const judged = { commitmentId: third?.id, basedOnId: before.id, asOf: "2022-01-09", completion: "SUBSTANTIAL" };
  const said = { confidence: "LOW", rationale: hostile.markup, citationIds: [citationId] };
  await recordAssessment(team.editor, recordAssessmentInput.parse({ ...judged, ...said }));
  const note = { commitmentId: first?.id, datedOn: "2020-02-29", dueOn: "2020-03-01", body: hostile.hidden };
  const done = await addNote(team.editor, addNoteInput.parse(note));
  await completeNote(team.editor, { noteId: done.id, version: 1 });
  stored = await rowsOf(team.workspaceId);
});

const dayOf = (date: Date | null | undefined) => date?.toISOString().slice(0, 10) ?? null;
const inOrder = <Row>(rows: Row[]) => rows.map((row) => JSON.stringify(row)).sort();

/** The rows themselves, read past everything that the product does with them. */
async function rowsOf(workspaceId: string) {
  const named = { include: { user: true } } as const;
  const where = { workspaceId, deletedAt: null };
  const commitments = await database().commitment.findMany({
    where: { workspaceId },
    include: { currentAssessment: true, lead: named },
  });
  const numbers = new Map(commitments.map(({ id, number }) => [id, number]));
  const assessments = await database().assessment.findMany({
    where: { workspaceId },
    include: { recordedBy: named, restsOn: { include: { citation: { include: { evidence: true } } } } },
  });
  const citations = await database().citation.findMany({ where, include: { evidence: true, supports: true } });
  // A summary tells when the judgement entered history, which is some milliseconds from when its row was written.
  const events = await database().event.findMany({ where: { workspaceId, type: "assessment.recorded" } });
  const recordedAt = new Map(events.map(({ subjectId, at }) => [subjectId, at.toISOString()]));
  const notes = await database().note.findMany({ where, include: { author: named, assignee: named } });
  return {
    commitments: commitments.map((each) => ({
      number: each.number,
      status: each.currentAssessment?.completion ?? ("NOT_ASSESSED" as const),
      since: dayOf(each.statusSince),
      assessedOn: dayOf(each.currentAssessment?.asOf),
      counterAction: each.currentAssessment?.counterAction ?? false,
      lead: each.lead?.user.name ?? null,
    })),
    assessments: assessments.map((each) => ({
      number: numbers.get(each.commitmentId),
      status: each.completion,
      counterAction: each.counterAction,
      confidence: each.confidence,
      asOf: dayOf(each.asOf),
      recordedAt: recordedAt.get(each.id) ?? "",
      by: each.recordedBy?.user.name ?? null,
      rationale: each.rationale,
      inForce: commitments.some(({ currentAssessmentId }) => currentAssessmentId === each.id),
      restsOn: each.restsOn.map(({ citation }) => citation.evidence.address),
    })),
    evidence: citations.map(({ evidence, ...each }) => ({
      number: numbers.get(each.commitmentId),
      title: evidence.title,
      address: evidence.address,
      publisher: evidence.publisher,
      publishedOn: dayOf(evidence.publishedOn),
      accessedOn: dayOf(evidence.accessedOn),
      language: evidence.language,
      kind: evidence.kind,
      grade: evidence.reliability && evidence.credibility ? `${evidence.reliability}${evidence.credibility}` : null,
      stance: each.stance,
      quotedPassage: each.quotedPassage,
      underStatus: commitments.some(({ currentAssessmentId }) =>
        each.supports.some(({ assessmentId }) => assessmentId === currentAssessmentId),
      ),
    })),
    notes: notes.map((each) => ({
      number: numbers.get(each.commitmentId),
      datedOn: dayOf(each.datedOn),
      author: each.author?.user.name ?? null,
      assignee: each.assignee?.user.name ?? null,
      dueOn: dayOf(each.dueOn),
      doneOn: dayOf(each.doneAt),
      body: each.body,
    })),
  };
}

const reportIn = (locale: Locale) => getReport(team.reader, { documentSlug: team.documentSlug, locale });

test("there is something of everything to compare", () => {
  expect(stored.commitments).toHaveLength(8);
  expect(stored.assessments).toHaveLength(3);
  expect(stored.evidence).toHaveLength(3);
  expect(stored.notes).toHaveLength(6);
});

test.each(locales)("the JSON in %s says what the database says", async (locale) => {
  const json = JSON.parse(new TextDecoder().decode(writeJson(await reportIn(locale)))) as ReportV1;
  const all = json.commitments ?? [];
  const parts = <Part, Row>(of: (each: (typeof all)[number]) => Part[], row: (part: Part, number: number) => Row) =>
    inOrder(all.flatMap((each) => of(each).map((part) => row(part, each.number))));
  const addresses = (number: number, positions: number[]) =>
    positions.map((position) => all[number - 1]?.evidence?.find((each) => each.position === position)?.address);

  expect(
    inOrder(
      all.map(({ number, status, since, assessment, counterAction, lead }) => {
        return {
          number,
          status: status.code,
          since: since?.iso ?? null,
          assessedOn: assessment?.asOf.iso ?? null,
          ...{ counterAction, lead },
        };
      }),
    ),
  ).toEqual(inOrder(stored.commitments));
  expect(
    parts(
      ({ history = [] }) => history,
      (each, number) => ({
        number,
        status: each.status.code,
        counterAction: each.counterAction,
        confidence: each.confidence.code,
        asOf: each.asOf.iso,
        recordedAt: each.recordedAt.iso,
        by: each.by,
        rationale: each.rationale,
        inForce: each.id === all[number - 1]?.assessment?.id,
        restsOn: addresses(number, each.restsOn),
      }),
    ),
  ).toEqual(inOrder(stored.assessments));
  expect(
    parts(
      ({ evidence = [] }) => evidence,
      (each, number) => ({
        number,
        title: each.title,
        address: each.address,
        publisher: each.publisher,
        publishedOn: each.publishedOn?.iso ?? null,
        accessedOn: each.accessedOn?.iso ?? null,
        language: each.language?.code ?? null,
        kind: each.kind.code,
        grade: each.grade,
        stance: each.stance.code,
        quotedPassage: each.quotedPassage,
        underStatus: each.underStatus,
      }),
    ),
  ).toEqual(inOrder(stored.evidence));
  expect(
    parts(
      ({ notes = [] }) => notes,
      ({ datedOn, author, assignee, dueOn, doneOn, body }, number) => ({
        ...{ number, datedOn: datedOn.iso, author, assignee, dueOn: dueOn?.iso ?? null, doneOn: doneOn?.iso ?? null },
        body,
      }),
    ),
  ).toEqual(inOrder(stored.notes));
});

type Rows = (string | number | boolean | Date | null | undefined)[][];
type Cell = Rows[number][number];
const longestCell = 32_767;

describe.each(locales)("the workbook in %s says what the database says", (locale) => {
  const { scales } = messagesFor(locale);
  let report: Report;
  let sheets: Map<string, Rows>;
  beforeAll(async () => {
    report = await reportIn(locale);
    const { sheets: all } = await readXlsx(await writeWorkbook(report));
    sheets = new Map(all.map(({ name, rows }) => [name, rows as Rows]));
  });

  /** Each row by the heads that are asked for. */
  function table<Name extends keyof Report["heads"]>(sheet: keyof Report["sheets"], names: readonly Name[]) {
    const [heads = [], ...rows] = sheets.get(report.sheets[sheet]) ?? [];
    const column = (name: Name) => heads.indexOf(report.heads[name]);
    for (const name of names) expect(column(name), name).toBeGreaterThanOrEqual(0);
    return inOrder(rows.map((row) => names.map((name) => plain(row[column(name)]))));
  }
  /** A spreadsheet counts time in days, of which a millisecond is a small part. */
  function plain(cell: Cell): string | number | boolean | null {
    if (!(cell instanceof Date)) return cell ?? null;
    const isNear = (iso: string) => Math.abs(Date.parse(iso) - cell.getTime()) < 2;
    const moment = stored.assessments.map(({ recordedAt }) => recordedAt).find(isNear);
    return moment ?? cell.toISOString().replace("T00:00:00.000Z", "");
  }
  const yesOrNo = (value: boolean) => (value ? report.yes : report.no);
  const clipped = (text: string | null) =>
    text && text.length > longestCell ? `${text.slice(0, longestCell - 1)}…` : text;

  test("of commitments", () => {
    const heads = ["number", "status", "statusCode", "counterAction", "since", "assessedOn", "lead"] as const;
    expect(table("commitments", heads)).toEqual(
      inOrder(
        stored.commitments.map((each) => [
          each.number,
          scales.completion[each.status],
          each.status,
          yesOrNo(each.counterAction),
          each.since,
          each.assessedOn,
          each.lead,
        ]),
      ),
    );
  });

  test("of assessments", () => {
    const judged = ["number", "statusCode", "counterAction", "confidence", "assessedOn", "recordedAt"] as const;
    expect(table("assessments", [...judged, "assessedBy", "rationale", "inForce"])).toEqual(
      inOrder(
        stored.assessments.map((each) => [
          ...[each.number, each.status, yesOrNo(each.counterAction), scales.confidence[each.confidence], each.asOf],
          ...[each.recordedAt, each.by, each.rationale, yesOrNo(each.inForce)],
        ]),
      ),
    );
  });

  test("of evidence", () => {
    const source = ["number", "source", "address", "publisher", "publishedOn", "accessedOn"] as const;
    expect(table("evidence", [...source, "kind", "grade", "stance", "quotedPassage", "underStatus"])).toEqual(
      inOrder(
        stored.evidence.map((each) => [
          ...[each.number, each.title, each.address, each.publisher, each.publishedOn, each.accessedOn],
          ...[scales.evidenceKind[each.kind], each.grade, scales.stance[each.stance], each.quotedPassage],
          yesOrNo(each.underStatus),
        ]),
      ),
    );
  });

  test("of notes", () => {
    const heads = ["number", "datedOn", "author", "assignee", "dueOn", "doneOn", "body"] as const;
    expect(table("notes", heads)).toEqual(
      inOrder(
        stored.notes.map(({ number, datedOn, author, assignee, dueOn, doneOn, body }) => [
          ...[number, datedOn, author, assignee, dueOn, doneOn],
          clipped(body),
        ]),
      ),
    );
  });
});
