// The server under one, ten and fifty people: reads beside their floors in the same run, writes, and a steady rate.

import { setTimeout as pause } from "node:timers/promises";
import { type App, withApp, writeAsTheAppDoes } from "./app";
import { type Answers, askTogether, delays, throughput, together, workTogether } from "./crowd";
import { type BareRead, sizedPage, withBareApi, withBarePage } from "./floors";
import { type Latency, steadily } from "./load";
import type { Bar, Found, Part, Table } from "./part";
import type { ProgramRead, Read } from "./reads";
import { inKilobytes, inMegabytes, inMilliseconds, type Row } from "./table";
import { childOf, processorSeconds, watchMemory } from "./usage";
import { type Write, writesOf } from "./writes";

const crowds = [1, 10, 50] as const;
/** Product and floor in turn, so that a machine that slows down slows both. */
const [rounds, roundSeconds] = [3, 2];
const [writeSeconds, steadySeconds, aSecond] = [6, 30, 20];

export const serverPart: Part = {
  summary: "pages, search, the JSON API and two writes under 1, 10 and 50 people, each read beside its floor",
  measure: (say) => withApp(say, (app) => measure(app, say)),
};

/** What a number of people got, what it cost the web server, and what they got of the floor. */
type Measured = { people: number; answers: Answers; processor: number; memory: number | null; floor?: Answers };
type ReadFound = { read: Read; bytes: number; levels: Measured[] };

async function measure(app: App, say: (line: string) => void): Promise<Found> {
  // Only now: they need the address of the database.
  const { addOthers, fillTheEight } = await import("./fill");
  const { ask, mainStatement, pagesOf, programReadsOf } = await import("./reads");
  await fillTheEight(app.member);
  const others = await addOthers(app.member, 200);
  await writeAsTheAppDoes(app);
  const [pages, programReads] = [await pagesOf(app), await programReadsOf(app)];
  const sizes = new Map<Read, Buffer>();
  for (const read of [...pages, ...programReads]) sizes.set(read, await ask(app.address, read));
  const bytesOf = (read: Read) => sizes.get(read)?.byteLength ?? 0;

  say("Building the bare page.");
  const { ofPages, sameElements } = await withBarePage(async (bare) => {
    const ofPages: ReadFound[] = [];
    const sameElements: Row[] = [];
    for (const page of pages) {
      say(`Measuring the ${page.name}.`);
      const [bytes, elements] = [bytesOf(page), countElements(String(sizes.get(page)))];
      const floor = bare + (await sizedPage(bare, { bytes, elements: 1 }));
      ofPages.push({ read: page, bytes, levels: await beside(app, page, floor) });
      const full = bare + (await sizedPage(bare, { bytes, elements }));
      sameElements.push(await elementsRow(app, page, { bytes, elements, floor, full }));
    }
    return { ofPages, sameElements };
  });

  const reads: Record<string, BareRead> = {};
  for (const [index, read] of programReads.entries()) {
    reads[`/${index}`] = { ...(await mainStatement(read.reading)), bytes: bytesOf(read) };
  }
  const ofPrograms = await withBareApi(app.databaseUrl, reads, async (bare) => {
    const found: ReadFound[] = [];
    for (const [index, read] of (programReads as ProgramRead[]).entries()) {
      say(`Measuring ${read.name}.`);
      found.push({ read, bytes: bytesOf(read), levels: await beside(app, read, `${bare}/${index}`) });
    }
    return found;
  });

  const all = [...pages, ...programReads];
  say(`Measuring a steady ${aSecond} requests a second.`);
  const steady = await steadily(
    all.map((read) => () => ask(app.address, read)),
    pause(steadySeconds * 1000),
    aSecond,
  );
  say("Measuring the writes.");
  const writes = writesOf(app, others);
  const written: { write: Write; levels: Measured[] }[] = [];
  for (const write of writes) written.push({ write, levels: await ofWrite(app, write) });

  const [dashboard, text] = ofPages;
  return {
    tables: [
      crowdTable([...ofPages, ...ofPrograms]),
      {
        title: "Pages under ten people beside bare pages of as many bytes: one of a single element, one of as many",
        head: ["page", "size", "elements", "Iltizam", "bare, one element", "bare, as many"],
        rows: sameElements,
      },
      steadyTable(all, steady),
      writesTable(written),
    ],
    bars: [
      ...[dashboard, text].flatMap((found) => (found ? [ratioBar(found, 0.6, "the bare page")] : [])),
      ...ofPrograms.map((found) => ratioBar(found, 0.4, "node:http + pg")),
    ],
  };
}

/** A read and its floor under each crowd, both warm. */
async function beside(app: App, { path, headers }: Read, floor: string): Promise<Measured[]> {
  const url = app.address + path;
  await askTogether(url, { people: 4, seconds: roundSeconds, headers });
  await askTogether(floor, { people: 4, seconds: roundSeconds });
  const levels: Measured[] = [];
  for (const people of crowds) {
    const ofProduct: Omit<Measured, "people">[] = [];
    const ofFloor: Answers[] = [];
    for (let round = 0; round < rounds; round++) {
      ofProduct.push(await watched(app, () => askTogether(url, { people, seconds: roundSeconds, headers })));
      ofFloor.push(await askTogether(floor, { people, seconds: roundSeconds }));
    }
    levels.push({
      people,
      answers: together(ofProduct.map(({ answers }) => answers)),
      processor: ofProduct.reduce((sum, { processor }) => sum + processor, 0),
      memory: Math.max(...ofProduct.map(({ memory }) => memory ?? Number.NaN)),
      floor: together(ofFloor),
    });
  }
  return levels;
}

async function ofWrite(app: App, { act }: Write): Promise<Measured[]> {
  const levels: Measured[] = [];
  for (const people of crowds) {
    levels.push({ people, ...(await watched(app, () => workTogether({ people, seconds: writeSeconds }, act))) });
  }
  return levels;
}

/** With the seconds of processor time and the memory that the web server took for it. */
async function watched(app: App, work: () => Promise<Answers>): Promise<Omit<Measured, "people">> {
  const group = childOf(app.pid, "next-server");
  const memory = watchMemory(group);
  const before = processorSeconds(group);
  const answers = await work();
  return { answers, processor: processorSeconds(group) - before, memory: memory() };
}

type Bare = { bytes: number; elements: number; floor: string; full: string };

async function elementsRow(app: App, { name, path, headers }: Read, bare: Bare): Promise<Row> {
  const asked = [{ url: app.address + path, headers }, { url: bare.floor }, { url: bare.full }];
  const found: Answers[][] = asked.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, { url, ...rest }] of asked.entries()) {
      found[index]?.push(await askTogether(url, { people: 10, seconds: roundSeconds, ...rest }));
    }
  }
  const rates = found.map((each) => aSecondOf(together(each)));
  return [name, inKilobytes(bare.bytes), String(bare.elements), ...rates];
}

/** The elements of a page as it is sent, scripts left out. */
export function countElements(html: string): number {
  return html.replace(/<script\b[^>]*>.*?<\/script>/gs, "").match(/<[a-z]/g)?.length ?? 0;
}

const aSecondOf = (answers: Answers) => `${throughput(answers).toFixed(1)}/s`;
const ratioOf = ({ answers, floor }: Measured) => throughput(answers) / (floor ? throughput(floor) : Number.NaN);
const inPercent = (ratio: number) => `${(ratio * 100).toFixed(0)} %`;

const costs = ({ people, answers, processor, memory }: Measured): Row => [
  String(people),
  aSecondOf(answers),
  ...delays(answers).map(inMilliseconds),
  String(answers.failed),
  `${((processor * 1000) / (answers.times.length + answers.failed)).toFixed(1)} ms`,
  inMegabytes(memory),
];
const costsHead = ["people", "answers", "p50", "p95", "p99", "failed", "processor each", "memory"];

function crowdTable(found: ReadFound[]): Table {
  const rows = found.flatMap(({ read, levels }) =>
    levels.map((level): Row => {
      const floor = level.floor as Answers;
      return [
        read.name,
        ...costs(level),
        aSecondOf(floor),
        inMilliseconds(delays(floor)[1] ?? Number.NaN),
        inPercent(ratioOf(level)),
      ];
    }),
  );
  return {
    title:
      "Each asks again as soon as answered; processor time and memory of the web server. Floors, in turn with it: of pages a bare\n" +
      "  Next.js page of as many bytes in one element; of the API node:http + pg with its main statement and as many bytes",
    head: ["read", ...costsHead, "floor", "floor p95", "of floor"],
    rows,
  };
}

function steadyTable(reads: Read[], steady: Latency[]): Table {
  return {
    title: `All reads in turn at a steady ${aSecond} a second, whether or not the server keeps up; the clock runs from when each was due`,
    head: ["read", "answered", "failed", "p50", "p95", "p99"],
    rows: steady.map(({ count, failed, p50, p95, p99 }, index) => [
      reads[index]?.name ?? "",
      String(count),
      String(failed),
      ...[p50, p95, p99].map(inMilliseconds),
    ]),
  };
}

function writesTable(written: { write: Write; levels: Measured[] }[]): Table {
  return {
    title: "Writes by server actions over HTTP, until the page that is read again after them has come whole; no floor",
    head: ["write", ...costsHead],
    rows: written.flatMap(({ write, levels }) => levels.map((level): Row => [write.name, ...costs(level)])),
  };
}

/** Held against the worst of the crowds. */
function ratioBar({ read, levels }: ReadFound, least: number, floor: string): Bar {
  const ratio = Math.min(...levels.map(ratioOf));
  const failed = levels.reduce((sum, { answers }) => sum + answers.failed, 0);
  const measured = `${inPercent(ratio)}${failed > 0 ? `, ${failed} failed` : ""}`;
  const bar = `at least ${inPercent(least)} of ${floor}`;
  return {
    what: `${read.name}, throughput, worst of ${crowds.join(", ")} people`,
    bar,
    measured,
    met: ratio >= least && failed === 0,
  };
}
