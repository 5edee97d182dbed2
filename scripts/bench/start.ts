// A start on a database that is there already: how soon the first page is answered, and what all processes hold when idle.

import { rm } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { freshSettings, launch, type Settings, stop, untilReady } from "./app";
import type { Found, Part } from "./part";
import { inMegabytes, inSeconds, median, type Row } from "./table";
import { type Held, heldBelow } from "./usage";

const starts = 5;
const idleFor = 30_000;

export const startPart: Part = {
  summary: `from a start on an existing database to the first page, ${starts} times; what each process holds when idle`,
  measure,
};

async function measure(say: (line: string) => void): Promise<Found> {
  const settings = await freshSettings();
  try {
    say("The first start makes the database, and builds the pages where they are not current.");
    const first = launch(settings);
    try {
      await untilReady(first, say);
    } finally {
      await stop(first);
    }
    const taken: number[] = [];
    for (let count = 1; count < starts; count++) taken.push((await started(settings, async () => {})).took);
    say(`Idle for ${inSeconds(idleFor)} after the last start and one page.`);
    const last = await started(settings, async (pid) => {
      await pause(idleFor);
      return heldBelow(pid);
    });
    return found([...taken, last.took], last.result);
  } finally {
    await rm(settings.DATA_DIR, { recursive: true, force: true });
  }
}

/** Starts it, takes the time until a whole page has come, does `work`, and stops it. */
async function started<Result>(
  settings: Settings,
  work: (pid: number) => Promise<Result>,
): Promise<{ took: number; result: Result }> {
  const begun = performance.now();
  const server = launch(settings);
  try {
    await Promise.race([firstAnswer(`${settings.BASE_URL}/ar/sign-in`), failed(untilReady(server, () => {}))]);
    return { took: performance.now() - begun, result: await work(server.pid ?? 0) };
  } finally {
    await stop(server);
  }
}

async function firstAnswer(url: string): Promise<void> {
  for (;;) {
    const page = await fetch(url).catch(() => null);
    if (page?.ok && (await page.text()).includes("</html>")) return;
    await pause(10);
  }
}

/** Never but by a failure. */
const failed = (ready: Promise<void>) => ready.then(() => new Promise<never>(() => {}));

/** What each process is for, told by its command. */
const kinds = [
  ["web server", /next-server|next start/],
  ["worker", /worker\.ts/],
  ["start script", /start\.ts/],
  ["PostgreSQL", /postgres/],
] as const;

const kindOf = ({ command }: Held) => kinds.find(([, words]) => words.test(command))?.[0] ?? "others";

function found(taken: number[], held: Held[]): Found {
  const names = [...kinds.map(([name]) => name), "others"];
  const rows = names.flatMap((name): Row[] => {
    const members = held.filter((each) => kindOf(each) === name);
    return members.length === 0 ? [] : [[name, String(members.length), inMegabytes(sumOf(members))]];
  });
  const all = held.length > 0 ? sumOf(held) : null;
  const start = median(taken);
  return {
    tables: [
      {
        title: "From the start of the process to the last byte of the sign-in page, on an existing database",
        head: ["starts", "median", "longest"],
        rows: [[String(taken.length), inSeconds(start), inSeconds(Math.max(...taken))]],
      },
      {
        title: "Held when idle; of memory that n processes share, an nth counts for each",
        head: ["what", "processes", "memory"],
        rows: [...rows, ["all", String(held.length), inMegabytes(all)]],
      },
    ],
    bars: [
      { what: "first page after a start, median", bar: "under 4.00 s", measured: inSeconds(start), met: start < 4_000 },
      {
        what: "idle memory of all processes, PostgreSQL included",
        bar: "under 250 MB",
        measured: inMegabytes(all),
        met: all !== null && all < 250e6,
      },
    ],
  };
}

const sumOf = (held: Held[]) => held.reduce((sum, { bytes }) => sum + bytes, 0);
