import { beforeAll, describe, expect, test } from "vitest";
import { type ReportFormat, reportFormats } from "@/domain/report";
import { systemActor } from "@/server/auth/actor";
import { exportReport, formats, writeReport } from "@/server/export-formats/formats";
import { getReport, type ReportRequest } from "@/server/export-formats/report";
import { makeTeam, type Team } from "../../cast";
import { makeWorkedOnTeam } from "./a-full-report";

let team: Team;
beforeAll(async () => {
  team = await makeWorkedOnTeam();
});

const make = (format: ReportFormat, request: Partial<ReportRequest> = {}) =>
  exportReport(team.reader, { documentSlug: team.documentSlug, locale: "fr", ...request }, format);

/** The first bytes by which a program knows what it has. */
const beginnings: Partial<Record<ReportFormat, string>> = {
  pdf: "%PDF-",
  docx: "PK\u0003\u0004",
  xlsx: "PK\u0003\u0004",
  "csv-tables": "PK\u0003\u0004",
  markdown: "# ",
  json: "{\n",
};

describe.each(reportFormats)("the format %s", (format) => {
  test("makes a file of its kind, named in the language of the summary and in plain letters", async () => {
    const { bytes, mediaType, name, plainName } = await make(format, { choices: { asOf: "2024-02-01" } });
    const { extension } = formats[format];
    expect(Buffer.from(bytes.slice(0, 5)).toString("latin1")).toContain(beginnings[format] ?? "");
    expect(mediaType).toBe(formats[format].mediaType);
    expect(name).toBe(`Synthèse de la mise en œuvre 2024-02-01.${extension}`);
    expect(plainName).toBe(`${team.documentSlug}-2024-02-01-fr.${extension}`);
  });
});

test("a report that was read once is written as any of them", async () => {
  const report = await getReport(team.reader, { documentSlug: team.documentSlug, locale: "en" });
  const [json, text] = [await writeReport(report, "json"), await writeReport(report, "markdown")];
  expect(JSON.parse(new TextDecoder().decode(json.bytes)).madeAt).toEqual(report.madeAt);
  expect(new TextDecoder().decode(text.bytes)).toContain(report.madeAt.text);
});

describe("a summary is refused", () => {
  const field = (name: string, key: string) => ({ code: "invalid", detail: { fields: { [name]: key } } });

  test.each<[string, ReportRequest["choices"], object]>([
    ["for a day to come", { asOf: "2199-01-01" }, field("asOf", "summary_in_future")],
    ["beside a later day", { asOf: "2024-01-01", comparedWith: "2024-01-02" }, field("comparedWith", "not_earlier")],
    ["beside the same day", { asOf: "2024-01-01", comparedWith: "2024-01-01" }, field("comparedWith", "not_earlier")],
    ["beside a day to come", { comparedWith: "2199-01-01" }, field("comparedWith", "not_earlier")],
    ["of commitments that there are not", { commitments: [1, 9] }, field("commitments", "no_such_commitment")],
  ])("%s", async (_, choices, refusal) => {
    await expect(make("json", { choices })).rejects.toMatchObject(refusal);
  });

  test("of a document that is not there, or is another team's", async () => {
    await expect(make("json", { documentSlug: "absent" })).rejects.toMatchObject({ code: "not_found" });
    const stranger = systemActor("00000000-0000-0000-0000-000000000000", "JOB");
    const request = { documentSlug: team.documentSlug, locale: "ar" } as const;
    await expect(exportReport(stranger, request, "csv")).rejects.toMatchObject({ code: "not_found" });
  });
});

test("every member may export, and so may the product itself; each sees the own team alone", async () => {
  const other = await makeTeam();
  const request = { documentSlug: team.documentSlug, locale: "en" } as const;
  for (const actor of [team.reader, team.analyst, team.editor, team.admin, systemActor(team.workspaceId, "JOB")])
    expect((await getReport(actor, request)).assessed).toBe("2 of 8 commitments are assessed");
  expect((await getReport(other.admin, request)).assessed).toBe("None of the 8 commitments is assessed yet");
});
