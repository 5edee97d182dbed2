// The files of a summary: how long each takes from click to file, how much memory, and what others notice meanwhile.

import { setTimeout as pause } from "node:timers/promises";
import { type ReportFormat, reportFormats } from "@/domain/report";
import { type App, withApp } from "./app";
import { type Latency, steadily } from "./load";
import type { Bar, Found, Part } from "./part";
import { submit } from "./submit";
import { inKilobytes, inMegabytes, inMilliseconds, inSeconds, median, type Row } from "./table";
import { childOf, watchMemory } from "./usage";

/** The lightest first: a process keeps the memory that it once had. */
const formats = [...reportFormats].reverse();
const idleFor = 20_000;
type Measured = { first: number; usual: number; size: number; memory: number | null };
/** A file that came; the page that it was asked for on may still be read again until `settled`. */
type Came = { size: number; settled?: Promise<void> };
type ByFormat = Record<ReportFormat, Measured>;

export const exportsPart: Part = {
  summary: "eight commitments and a thousand with 5,000 notes in each format; the latency of other requests meanwhile",
  measure: (say) => withApp(say, (app) => measure(app, say)),
};

async function measure(app: App, say: (line: string) => void): Promise<Found> {
  // Only now: it needs the address of the database.
  const { fillTheEight, fillTheThousand, theEight, theThousand } = await import("./fill");
  say("Filling the eight commitments and the thousand.");
  const begun = performance.now();
  await fillTheEight(app.member);
  await fillTheThousand(app.member);
  say(`Filled in ${inSeconds(performance.now() - begun)}. Measuring the formats of the eight.`);

  const now = (format: ReportFormat) => `/api/v1/documents/${theEight}/summary?format=${format}&language=ar`;
  const eight = await eachFormat({ times: 9, group: childOf(app.pid, "next-server") }, (format) =>
    fetched(app, now(format)),
  );
  say("Measuring the formats of the thousand.");
  const byJob = (format: ReportFormat, askAgain: number) =>
    written(app, { documentSlug: theThousand, format }, askAgain);
  const thousand = await eachFormat({ times: 3, group: childOf(app.pid, "worker.ts") }, (format) => byJob(format, 25));

  say("Measuring other requests before and while files of the thousand are written.");
  const others = [() => fetched(app, "/ar"), () => fetched(app, now("json"))];
  const before = await steadily(others, pause(idleFor));
  const meanwhile = await steadily(
    others,
    oneAfterAnother(["pdf", "docx", "xlsx"] as const, (format) => byJob(format, 1_000)),
  );
  return {
    tables: [
      filesTable(
        "Eight commitments with 112 notes, each file while the reader waits (HTTP request to last byte)",
        eight,
      ),
      filesTable("A thousand commitments with 5,000 notes, each file by a job (click to last byte)", thousand),
      othersTable(before, meanwhile),
    ],
    bars: [
      timeBar("PDF of the eight", eight.pdf, 500),
      timeBar("PDF of the thousand", thousand.pdf, 10_000),
      timeBar("XLSX of the thousand", thousand.xlsx, 1_000),
      ...othersOf.map((what, index) => latencyBar(what, before[index], meanwhile[index])),
    ],
  };
}

async function eachFormat(
  { times, group }: { times: number; group: number | null },
  make: (format: ReportFormat) => Promise<Came>,
): Promise<ByFormat> {
  const found: Partial<ByFormat> = {};
  for (const format of formats) {
    const taken: number[] = [];
    let size = 0;
    const memory = watchMemory(group);
    for (let count = 0; count <= times; count++) {
      const begun = performance.now();
      const came = await make(format);
      taken.push(performance.now() - begun);
      size = came.size;
      await came.settled;
    }
    const [first = Number.NaN, ...usual] = taken;
    found[format] = { first, usual: median(usual), size, memory: memory() };
  }
  return found as ByFormat;
}

async function fetched(app: App, path: string): Promise<Came> {
  return { size: (await (await app.ask(path)).arrayBuffer()).byteLength };
}

/** From the click on a format of a large document to the whole file; `askAgain` is how often it asks whether it is there. */
async function written(app: App, request: { documentSlug: string; format: string }, askAgain: number): Promise<Came> {
  const { id, settled } = await submit(app, {
    page: `/ar/reports?document=${request.documentSlug}`,
    action: "exports.requestExport",
    values: { ...request, language: "ar" },
  });
  for (;;) {
    const { state, failure } = (await (await app.ask(`/api/v1/exports/${id}`)).json()) as Record<string, string>;
    if (state === "DONE") return { ...(await fetched(app, `/api/v1/exports/${id}/file`)), settled };
    if (state !== "QUEUED" && state !== "RUNNING") throw new Error(`The export is ${state}: ${failure}`);
    await pause(askAgain);
  }
}

async function oneAfterAnother<Value>(
  values: readonly Value[],
  work: (value: Value) => Promise<unknown>,
): Promise<void> {
  for (const value of values) await work(value);
}

function filesTable(title: string, found: ByFormat) {
  const rows = reportFormats.map((format): Row => {
    const { first, usual, size, memory } = found[format];
    return [format, inSeconds(first), inSeconds(usual), inKilobytes(size), inMegabytes(memory)];
  });
  return { title, head: ["format", "first", "median after", "size", "peak memory"], rows };
}

const othersOf = ["overview page", "JSON of the eight"];

function othersTable(before: Latency[], meanwhile: Latency[]) {
  const rows = othersOf.flatMap((what, index) =>
    [["idle", before[index]] as const, ["PDF, DOCX, XLSX of the thousand", meanwhile[index]] as const].map(
      ([when, latency]): Row => {
        const { p50, p95, count, failed } = latency as Latency;
        return [what, when, String(count), String(failed), inMilliseconds(p50), inMilliseconds(p95)];
      },
    ),
  );
  return {
    title: "Other requests, ten a second, before and while files of the thousand are written",
    head: ["request", "meanwhile", "answered", "failed", "p50", "p95"],
    rows,
  };
}

function timeBar(what: string, { usual }: Measured, most: number): Bar {
  return { what, bar: `under ${inSeconds(most)}`, measured: inSeconds(usual), met: usual < most };
}

function latencyBar(what: string, before?: Latency, meanwhile?: Latency): Bar {
  const ratio = (meanwhile?.p95 ?? Number.NaN) / (before?.p95 ?? Number.NaN);
  const failed = meanwhile?.failed ?? 0;
  const measured = `${ratio.toFixed(1)} times${failed > 0 ? `, ${failed} failed` : ""}`;
  return { what: `p95 of the ${what} meanwhile`, bar: "at most 2 times", measured, met: ratio <= 2 && failed === 0 };
}
