// A colleague who has the text open in a real Chromium: what the page weighs there, and when what is new is painted.

import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { type CDPSession, chromium, type Page } from "@playwright/test";
import { ensureChromium } from "@/scripts/chromium";
import { Explained } from "@/scripts/command-line";
import type { App } from "./app";

export type Weight = { plain: number; compressed: number };
/** How long painting took, and when it was done on the clock of the day. */
export type Painted = { took: number; at: number };
export type Reader = {
  /** Opens a page afresh and waits until its live updates run. */
  open: (path: string) => Promise<void>;
  /** The latest painting of at least so many marks; waits for it. */
  painted: (marks: number) => Promise<Painted>;
  /** Bytes that the page's scripts hold after all that can go has gone. */
  heap: () => Promise<number>;
};

/** Opens a browser in which the app's member is signed in, does `work`, and closes it. */
export async function withReader<Result>(app: App, work: (reader: Reader) => Promise<Result>): Promise<Result> {
  const browser = await chromium.launch({ executablePath: ensureChromium() ?? undefined, chromiumSandbox: false });
  try {
    const context = await browser.newContext({ locale: "ar", viewport: { width: 1500, height: 950 } });
    await context.addCookies(app.cookie.split("; ").map((each) => cookieOf(each, app.address)));
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send("Performance.enable");
    return await work({
      async open(path) {
        const stream = page.waitForResponse("**/api/live");
        await page.goto(app.address + path);
        await stream;
      },
      painted: (marks) => painted(page, marks),
      heap: () => heapOf(cdp),
    });
  } finally {
    await browser.close();
  }
}

/** A cookie of the header, as Playwright takes it. */
export function cookieOf(pair: string, url: string) {
  const at = pair.indexOf("=");
  return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
}

/** As the page itself measures it (components/annotations/highlight-painter.tsx). */
async function painted(page: Page, marks: number): Promise<Painted> {
  const found = await page.waitForFunction(
    (wanted) => {
      const entries = performance.getEntriesByName("iltizam:marks", "measure") as PerformanceMeasure[];
      const entry = entries.find(({ detail }) => detail.marks >= wanted);
      return entry && { took: entry.duration, at: performance.timeOrigin + entry.startTime + entry.duration };
    },
    marks,
    { polling: 25, timeout: 30_000 },
  );
  return (await found.jsonValue()) as Painted;
}

async function heapOf(cdp: CDPSession): Promise<number> {
  // Twice: what the first round lets go of may hold more.
  for (let round = 0; round < 2; round++) {
    await cdp.send("HeapProfiler.collectGarbage");
    await pause(200);
  }
  const { metrics } = await cdp.send("Performance.getMetrics");
  const size = metrics.find(({ name }) => name === "JSHeapUsedSize")?.value;
  if (size === undefined) throw new Explained("Chromium does not say how large its heap is.");
  return size;
}

/** The page as it is sent. */
export async function pageWeight(app: App, path: string): Promise<Weight> {
  return weightOf(Buffer.from(await (await app.ask(path)).arrayBuffer()));
}

/** The scripts of a page that another page does not have. */
export async function scriptsBeyond(app: App, path: string, other: string): Promise<Weight> {
  const known = new Set(await scriptsOf(app, other));
  const more = (await scriptsOf(app, path)).filter((script) => !known.has(script));
  const weights = await Promise.all(more.map((script) => pageWeight(app, script)));
  return weights.reduce(
    (sum, { plain, compressed }) => ({ plain: sum.plain + plain, compressed: sum.compressed + compressed }),
    { plain: 0, compressed: 0 },
  );
}

async function scriptsOf(app: App, path: string): Promise<string[]> {
  const page = await (await app.ask(path)).text();
  return [...new Set(page.match(/\/_next\/static\/chunks\/[\w.~/-]+\.js/g))];
}

const weightOf = (bytes: Buffer): Weight => ({ plain: bytes.byteLength, compressed: gzipSync(bytes).byteLength });
