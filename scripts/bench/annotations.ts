// Marks in the text: what a thousand of them cost the page, and how soon 500 people and two browsers hear of a new one.

import { setTimeout as pause } from "node:timers/promises";
import type { MemberActor } from "@/server/auth/actor";
import { type App, withApp, withSecondProcess, writeAsTheAppDoes } from "./app";
import type { Crowd, Guest } from "./listeners";
import type { Bar, Found, Part } from "./part";
import type { Painted, Reader, Weight } from "./reader";
import { inKilobytes, inMegabytes, inMilliseconds, median, percentile, type Row } from "./table";

const amounts = [0, 8, 1_000] as const;
const writes = 20;
const guestCount = 500;
const [writers, eachWrites] = [20, 10];

export const annotationsPart: Part = {
  summary: "a text with a thousand marks in a browser; 500 people who hear of a new one, in one process and in two",
  measure: (say) => withApp(say, (app) => measure(app, say)),
};

async function measure(app: App, say: (line: string) => void): Promise<Found> {
  // Only now: they need the address of the database.
  const { markerOf, theText } = await import("./fill-annotations");
  const { scriptsBeyond } = await import("./reader");
  const { addGuests, latestNumber } = await import("./listeners");
  const marker = await markerOf(app.member);
  const path = `/ar/documents/${theText}`;
  const scripts = await scriptsBeyond(app, path, `/ar/commitments/${await someCommitment(app.member)}`);
  const pages = await weighPages(app, { path, marker, say });

  say(`Adding ${guestCount} people.`);
  const guests = await addGuests(app.member, guestCount);
  await writeAsTheAppDoes(app);
  // A way to write, and to know the number that it took; the numbers of the comments go on.
  let next = amounts[2] + 1_000;
  const write: Write = (member) => marker.mark(member, next++);
  const latest = () => latestNumber(app.member);
  say("One process: 500 streams, twenty comments, then twenty people at once.");
  const one = await hearAll([app.address], { guests, write, latest });
  const two = await withSecondProcess(app, (other) => {
    say("Two processes on one database: the same.");
    return hearAll([app.address, other], { guests, write, latest });
  });
  const full = pages.at(-1) as PageOf;
  return {
    tables: [pagesTable(pages, scripts), heardTable(one, two)],
    bars: [
      { ...under("a thousand marks painted, when the page is opened", full.opened.took, 100) },
      { ...under("a thousand marks painted, when one is added", median(full.added.map(({ took }) => took)), 100) },
      { ...under("a colleague's page of a thousand shows a new mark", median(full.seen), 1_000) },
      { ...under("p95 of 500 streams, one process", percentile(one.latencies, 0.95), 150) },
      { ...under("p95 of 500 streams, two processes", percentile(two.latencies, 0.95), 150) },
      nothingLost("one process", one),
      nothingLost("two processes", two),
    ],
  };
}

type Marker = Awaited<ReturnType<typeof import("./fill-annotations").markerOf>>;
type PageOf = { marks: number; page: Weight; heap: number; opened: Painted; added: Painted[]; seen: number[] };

/** The page with each amount of marks, as it is sent and as a browser holds it; then with a few that a colleague adds. */
async function weighPages(
  app: App,
  { path, marker, say }: { path: string; marker: Marker; say: (line: string) => void },
): Promise<PageOf[]> {
  const { pageWeight, withReader } = await import("./reader");
  const { countMarks } = await import("./fill-annotations");
  const pages: PageOf[] = [];
  for (const marks of amounts) {
    await marker.fill(app.member, await countMarks(app.member), marks);
    const page = await pageWeight(app, path);
    say(`Opening the text with ${marks} marks.`);
    pages.push(
      await withReader(app, async (reader) => {
        await reader.open(path);
        const opened = await reader.painted(marks);
        await pause(2_000);
        const heap = await reader.heap();
        return { marks, page, heap, opened, ...(await addFive(app, { reader, marker, shown: marks })) };
      }),
    );
  }
  return pages;
}

/** Five comments by a use case, each seen in the open page before the next: from the call until it is painted. */
async function addFive(
  app: App,
  { reader, marker, shown }: { reader: Reader; marker: Marker; shown: number },
): Promise<Pick<PageOf, "added" | "seen">> {
  const added: Painted[] = [];
  const seen: number[] = [];
  for (let count = 1; count <= 5; count++) {
    const begun = performance.timeOrigin + performance.now();
    await marker.mark(app.member, 5_000 + shown + count);
    const painted = await reader.painted(shown + count);
    added.push(painted);
    seen.push(painted.at - begun);
    await pause(500);
  }
  return { added, seen };
}

type Write = (member: MemberActor) => Promise<{ id: string }>;
type Heard = { latencies: number[]; acknowledged: number; kept: number; upToDate: number };

/** How soon all streams hear of each of twenty comments, and whether anything is lost when twenty people write at once. */
async function hearAll(
  addresses: readonly string[],
  { guests, write, latest }: { guests: readonly Guest[]; write: Write; latest: () => Promise<number> },
): Promise<Heard> {
  const { listenAll, howManyAreKept } = await import("./listeners");
  const crowd = await listenAll(addresses, guests);
  try {
    // Who comes is told to all; that is over soon.
    await pause(3_000);
    const [writer] = guests as [Guest];
    const latencies: number[] = [];
    for (let count = 0; count < writes; count++) {
      const begun = performance.now();
      await write(writer.member);
      const number = await latest();
      await crowd.untilAllKnow(number);
      latencies.push(...arrivals(crowd, number).map((at) => at - begun));
      await pause(200);
    }
    const ids = await Promise.all(
      guests.slice(0, writers).map(async ({ member }) => {
        const made: string[] = [];
        for (let count = 0; count < eachWrites; count++) made.push((await write(member)).id);
        return made;
      }),
    );
    const acknowledged = ids.flat();
    const upToDate = await crowd.untilAllKnow(await latest());
    return { latencies, acknowledged: acknowledged.length, kept: await howManyAreKept(acknowledged), upToDate };
  } finally {
    crowd.leave();
  }
}

/** When each stream heard of the event; never, where it did not. */
const arrivals = ({ heard }: Crowd, wanted: number) =>
  heard.map((each) => each.find(({ number }) => number >= wanted)?.at ?? Number.POSITIVE_INFINITY);

async function someCommitment({ workspaceId }: MemberActor): Promise<string> {
  const { database } = await import("@/server/database");
  const { id } = await database().commitment.findFirstOrThrow({ where: { workspaceId }, select: { id: true } });
  return id;
}

function pagesTable(pages: readonly PageOf[], scripts: Weight) {
  const rows = pages.map(({ marks, page, heap, opened, added, seen }): Row => {
    const weight = `${inKilobytes(page.plain)} (${inKilobytes(page.compressed)})`;
    const adding = inMilliseconds(median(added.map(({ took }) => took)));
    return [
      String(marks),
      weight,
      inMegabytes(heap),
      inMilliseconds(opened.took),
      adding,
      inMilliseconds(median(seen)),
    ];
  });
  return {
    title: `The text in Chromium, by marks; scripts that a commitment's page has not: ${inKilobytes(scripts.plain)} (${inKilobytes(scripts.compressed)} compressed)`,
    head: ["marks", "page (compressed)", "heap", "painted at first", "painted again", "from write to seen"],
    rows,
  };
}

function heardTable(one: Heard, two: Heard) {
  const rows = [["one", one] as const, ["two", two] as const].map(([name, { latencies, ...rest }]): Row => {
    const times = [0.5, 0.95, 1].map((share) => inMilliseconds(percentile(latencies, share)));
    return [name, ...times, `${rest.kept} of ${rest.acknowledged}`, `${rest.upToDate} of ${guestCount}`];
  });
  return {
    title: `${guestCount} streams: from the call that writes to each of them hearing of it, over ${writes} comments; then ${writers} people write ${eachWrites} each at once`,
    head: ["processes", "p50", "p95", "max", "kept of acknowledged", "streams that know the last"],
    rows,
  };
}

function under(what: string, measured: number, most: number): Bar {
  return { what, bar: `under ${inMilliseconds(most)}`, measured: inMilliseconds(measured), met: measured < most };
}

function nothingLost(where: string, { acknowledged, kept, upToDate }: Heard): Bar {
  const met = kept === acknowledged && upToDate === guestCount;
  const measured = `${acknowledged - kept} lost, ${guestCount - upToDate} behind`;
  return { what: `written at once, ${where}`, bar: "none lost, nobody behind", measured, met };
}
