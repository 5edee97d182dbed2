// Reading pages in Chromium on a slow processor, in Arabic and English: their weight, and how soon they are there and answer.

import { communiqueSlug } from "@/prisma/seed/communique";
import { type App, withApp } from "./app";
import type { Bar, Found, Part } from "./part";
import { inKilobytes, inMilliseconds, inSeconds, median, type Row } from "./table";
import { type Load, slowdown, type Visit, visit, withBrowser } from "./vitals";

const times = 3;
const languages = ["ar", "en"] as const;

export const browserPart: Part = {
  summary: `reading pages in Chromium, ${slowdown} times slower, Arabic and English: bytes, LCP, CLS, INP, long tasks`,
  measure: (say) => withApp(say, (app) => measure(app, say)),
};

type Seen = { name: string; language: string; visits: Visit[] };

async function measure(app: App, say: (line: string) => void): Promise<Found> {
  // Only now: they need the address of the database.
  const { fillThePattern } = await import("./fill");
  const { markerOf } = await import("./fill-annotations");
  const { findCommitmentId } = await import("@/server/commitments");
  await fillThePattern(app.member);
  const marker = await markerOf(app.member);
  await marker.fill(app.member, 0, 3 * marker.passages);
  const pages = {
    overview: "",
    text: `/documents/${communiqueSlug}`,
    commitment: `/commitments/${await findCommitmentId(app.member, { slug: communiqueSlug, number: 3 })}`,
    library: "/evidence",
    reports: "/reports",
    summary: `/summary?document=${communiqueSlug}`,
  };
  const seen = await withBrowser(async (browser) => {
    const seen: Seen[] = [];
    for (const [name, path] of Object.entries(pages)) {
      for (const language of languages) {
        say(`Visiting the ${name} in ${language}.`);
        // Once unmeasured: the server's first answer is no matter of the browser.
        await app.ask(`/${language}${path}`);
        const visits: Visit[] = [];
        for (let count = 0; count < times; count++) visits.push(await visit(browser, app, `/${language}${path}`));
        seen.push({ name, language, visits });
      }
    }
    return seen;
  });
  return { tables: tablesOf(seen), bars: barsOf(seen) };
}

/** The median of the visits; NaN where none of them has it. */
function usual({ visits }: Seen, of: (visit: Visit) => number | undefined): number {
  return median(visits.map(of).filter((value) => value !== undefined));
}

const blocking = ({ longTasks }: Load) => longTasks.reduce((sum, duration) => sum + duration, 0);

function tablesOf(seen: Seen[]) {
  const columns = (each: Seen, of: (visit: Visit) => Load): Row => [
    inKilobytes(usual(each, (visit) => of(visit).scripts)),
    inKilobytes(usual(each, (visit) => of(visit).styles)),
    inSeconds(usual(each, (visit) => of(visit).vitals.LCP)),
    usual(each, (visit) => of(visit).vitals.CLS ?? 0).toFixed(3),
    String(usual(each, (visit) => of(visit).longTasks.length)),
    inMilliseconds(usual(each, (visit) => blocking(of(visit)))),
  ];
  const head = ["JavaScript", "CSS", "LCP", "CLS", "long tasks", "their sum"];
  return [
    {
      title: `First visit: medians of ${times}, processor ${slowdown} times slower, network as fast as it is, bytes as transferred`,
      head: ["page", "", ...head, "INP", "acts"],
      rows: seen.map((each): Row => {
        const inp = usual(each, ({ first }) => first.vitals.INP);
        const acts = usual(each, ({ acts }) => acts);
        return [each.name, each.language, ...columns(each, ({ first }) => first), inpOf(inp, acts), String(acts)];
      }),
    },
    {
      title: "The same browser comes again",
      head: ["page", "", ...head],
      rows: seen.map((each): Row => [each.name, each.language, ...columns(each, ({ repeat }) => repeat)]),
    },
  ];
}

/** The library tells of nothing that took less than 16 ms. */
function inpOf(milliseconds: number, acts: number): string {
  if (acts === 0) return "nothing to use";
  return Number.isNaN(milliseconds) ? "under 16 ms" : inMilliseconds(milliseconds);
}

function barsOf(seen: Seen[]): Bar[] {
  return [
    worst(seen, "JavaScript of a first visit", { of: ({ first }) => first.scripts, most: 170e3, told: inKilobytes }),
    worst(seen, "LCP of a first visit", { of: ({ first }) => first.vitals.LCP, most: 1_500, told: inSeconds }),
    worst(seen, "INP", { of: ({ first }) => first.vitals.INP, most: 100, told: inMilliseconds }),
  ];
}

type Limit = { of: (visit: Visit) => number | undefined; most: number; told: (value: number) => string };

/** Held against the worst page. */
function worst(seen: Seen[], what: string, { of, most, told }: Limit): Bar {
  const ordered = seen
    .map((each) => ({ name: `${each.name}, ${each.language}`, value: usual(each, of) }))
    .filter(({ value }) => !Number.isNaN(value))
    .sort((one, other) => other.value - one.value);
  const [found] = ordered;
  const measured = found ? `${told(found.value)} (${found.name})` : "not measured";
  return {
    what: `${what}, worst page`,
    bar: `under ${told(most)}`,
    measured,
    met: found !== undefined && found.value < most,
  };
}
