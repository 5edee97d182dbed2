import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { locales } from "@/i18n/locales";
import { messagesFor } from "@/i18n/messages";
import { writeJson } from "@/server/export-formats/json";
import { getReport, type Report, type ReportRequest } from "@/server/export-formats/report";
import { makeTeam, type Team } from "../../cast";
import { hostile, makeWorkedOnTeam, sha256, tellFurther } from "./a-full-report";

let team: Team;
let report: Report;
beforeAll(async () => {
  team = await makeWorkedOnTeam();
  await tellFurther(team);
  report = await reportWith();
});

const reportWith = (choices: ReportRequest["choices"] = {}, locale: Report["language"] = "en") =>
  getReport(team.reader, { documentSlug: team.documentSlug, locale, choices });
const commitment = (number: number, of = report) => of.commitments[number - 1];

describe("provisions", () => {
  test("stand in the order of their numbers, dropped ones with the reason, each with its own judgement", () => {
    const [first, second, tenth] = commitment(3)?.provisions ?? [];
    expect([first, second, tenth].map((each) => each?.number)).toEqual(["3.1", "3.2", "3.10"]);
    expect(first).toMatchObject({
      quotes: [hostile.formula],
      speechAct: { code: "COMMIT" },
      bearer: hostile.mail,
      due: { text: "2020", precision: "YEAR" },
      done: { iso: "2021-06-28" },
      timeliness: { code: "LATE" },
      status: { code: "SUBSTANTIAL" },
      assessment: { confidence: { code: "HIGH" } },
    });
    expect(second).toMatchObject({ state: { code: "DROPPED" }, dropReason: hostile.wide, assessment: null });
    // Of words that the reader's language lacks, the Arabic ones.
    expect(tenth).toMatchObject({ title: "العاشر", timeliness: { code: "NO_DATE" } });
  });

  test("leave the commitment's own status as it is", () => {
    expect(commitment(3)?.status.code).toBe("LIMITED");
    expect(commitment(3)?.history).toHaveLength(1);
  });

  test("and contributions are in the JSON only where they are chosen", async () => {
    const json = async (sections: Report["sections"]) =>
      JSON.parse(new TextDecoder().decode(writeJson(await reportWith({ sections }))));
    const chosen = await json(["commitments", "provisions"]);
    expect(chosen.commitments[2].provisions).toHaveLength(3);
    expect(chosen.commitments[2]).not.toHaveProperty("contributions");
    expect((await json(["table", "provisions"])).commitments[2]).not.toHaveProperty("provisions");
  });
});

describe("a judgement that waits for review", () => {
  test("does not count", () => {
    expect(commitment(2)).toMatchObject({ status: { code: "NOT_ASSESSED" }, awaitsReview: false, history: [] });
  });

  test.each(locales)("counts where the reader asks for it, and says in %s that it is not approved", async (locale) => {
    const all = await reportWith({ unreviewed: "with" }, locale);
    const { scales, summary } = messagesFor(locale);
    expect(commitment(2, all)).toMatchObject({
      status: { code: "LIMITED" },
      awaitsReview: true,
      statusText: scales.statusNotApproved.replace("{status}", scales.completion.LIMITED),
      assessment: { review: { code: "SUBMITTED", text: scales.reviewState.SUBMITTED } },
    });
    expect(all.method).toContain(summary.method.unreviewed);
    expect(all.counts.find(({ code }) => code === "LIMITED")?.count).toBe(2);
  });
});

describe("other scales", () => {
  test("stand beside the stored one where they are chosen, by the codebook of the judgement", async () => {
    expect(commitment(3)?.otherScales).toEqual([]);
    const all = await reportWith({ scales: ["un", "g7", "promise"] }, "fr");
    const values = (number: number) => commitment(number, all)?.otherScales.map(({ value }) => value?.text ?? null);
    expect(values(8)).toEqual(["A", "+1", messagesFor("fr").scales.promise.KEPT]);
    // Somebody acted against the third.
    expect(values(3)?.slice(0, 2)).toEqual(["E", "\u22121"]);
    expect(values(1)).toEqual([]);
    const arabic = commitment(3, await reportWith({ scales: ["g7"] }, "ar"))?.otherScales[0];
    expect(arabic?.value).toEqual({ code: "-1", text: "\u200e\u22121" });
    expect(commitment(8, all)?.otherScales[0]).toMatchObject({ scale: { code: "un" }, codebookVersion: 1 });
    expect(commitment(3, all)?.provisions[0]?.otherScales.map(({ value }) => value?.code)).toEqual([
      "B",
      "0",
      "IN_THE_WORKS",
    ]);
  });
});

test("evidence says whether its source is still there, what is kept of it, and by which words it is sorted", () => {
  expect(commitment(8)?.evidence[0]).toMatchObject({
    health: { code: "GONE" },
    quoteState: { code: "LOST" },
    copy: { number: 1, sha256, takenAt: { iso: "2024-01-02T03:04:05.000Z" }, mediaType: "text/html" },
    tags: [{ id: "t1", text: hostile.minus }],
  });
  expect(commitment(8)?.evidence[1]).toMatchObject({ health: { code: "UNCHECKED" }, copy: null, tags: [] });
});

test("what parties did stands with the evidence for it, and the day on which a commitment was done with whether in time", () => {
  expect(commitment(8)).toMatchObject({ done: { iso: "2021-06-28" }, timeliness: { code: "LATE" } });
  expect(commitment(8)?.contributions).toMatchObject([
    { party: { name: "Italy", kind: "STATE", code: "IT" }, datedOn: { iso: "2021-06-28" }, restsOn: [1] },
  ]);
});

test("how far those agree who judged blind stands in the method, also for programs", () => {
  expect(report.agreement).toEqual({ units: 1, alike: 1, raw: 1, alpha: null, alphaUnits: 1 });
  expect(report.method.at(-1)).toMatch(/^1 judgement was made blind/);
});

test("is read by the same number of statements however much there is to tell", async () => {
  const bare = await makeTeam();
  const spied = vi.spyOn(pg.Client.prototype, "query");
  const statements = async (actor: Team["reader"]) => {
    spied.mockClear();
    await getReport(actor, { documentSlug: team.documentSlug, locale: "en" });
    return spied.mock.calls.length;
  };
  const few = await statements(bare.reader);
  expect(few).toBeGreaterThan(5);
  expect(await statements(team.reader)).toBe(few);
  expect(few).toBeLessThanOrEqual(20);
  spied.mockRestore();
});
