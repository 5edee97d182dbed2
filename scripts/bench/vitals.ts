// One visit to a page in Chromium on a slow processor: what was transferred, and the web vitals as their library tells them.

import { createRequire } from "node:module";
import { setTimeout as pause } from "node:timers/promises";
import { type Browser, chromium, type Locator, type Page } from "@playwright/test";
import type { Metric } from "web-vitals";
import { ensureChromium } from "@/scripts/chromium";
import type { App } from "./app";
import { cookieOf } from "./reader";

/** How many times slower than it is the processor is made. */
export const slowdown = 4;
/** After the page has loaded: what its scripts still do then belongs to it. */
const settling = 2_500;

export type Load = {
  /** Bytes as transferred, headers included. */
  scripts: number;
  styles: number;
  vitals: Partial<Record<Metric["name"], number>>;
  longTasks: number[];
};
export type Visit = { first: Load; repeat: Load; acts: number };

/** Opens a Chromium, does `work` and closes it. */
export async function withBrowser<Result>(work: (browser: Browser) => Promise<Result>): Promise<Result> {
  const browser = await chromium.launch({ executablePath: ensureChromium() ?? undefined, chromiumSandbox: false });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** The app's member comes for the first time, uses what the page has to use, and comes again. */
export async function visit(browser: Browser, app: App, path: string): Promise<Visit> {
  const context = await browser.newContext({ locale: path.slice(1, 3), viewport: { width: 1440, height: 900 } });
  try {
    // Only against what hangs.
    context.setDefaultNavigationTimeout(120_000);
    await context.addCookies(app.cookie.split("; ").map((each) => cookieOf(each, app.address)));
    await context.addInitScript({ path: createRequire(import.meta.url).resolve("web-vitals") });
    await context.addInitScript({ content: watching });
    const page = await context.newPage();
    const transferred = await watchTransfers(page);
    const load = async () => {
      transferred.clear();
      await page.goto(app.address + path);
      await pause(settling);
      return { scripts: transferred.sum("Script"), styles: transferred.sum("Stylesheet"), ...(await told(page)) };
    };
    const first = await load();
    const acts = await use(page);
    const { vitals } = await told(page);
    await page.goto("about:blank");
    return { first: { ...first, vitals: { ...first.vitals, INP: vitals.INP } }, repeat: await load(), acts };
  } finally {
    await context.close();
  }
}

/** Runs in the page, before anything of its own. */
const watching = `
  window.seen = { vitals: {}, longTasks: [] };
  const keep = ({ name, value }) => { seen.vitals[name] = value; };
  webVitals.onLCP(keep, { reportAllChanges: true });
  webVitals.onCLS(keep, { reportAllChanges: true });
  webVitals.onINP(keep, { reportAllChanges: true, durationThreshold: 16 });
  new PerformanceObserver((list) => seen.longTasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type: "longtask", buffered: true });
`;

const told = (page: Page) => page.evaluate<Pick<Load, "vitals" | "longTasks">>("seen");

async function watchTransfers(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await cdp.send("Network.enable");
  const kinds = new Map<string, string>();
  const sizes = new Map<string, number>();
  cdp.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength));
  return {
    clear() {
      kinds.clear();
      sizes.clear();
    },
    sum: (kind: string) => [...sizes].reduce((sum, [id, size]) => (kinds.get(id) === kind ? sum + size : sum), 0),
  };
}

/** Opens menus and what is folded, and writes into a field: nothing that the server keeps. Says how often something was done. */
async function use(page: Page): Promise<number> {
  let acts = 0;
  const tryEach = async (found: Locator, most: number, act: (each: Locator) => Promise<void>) => {
    for (const each of (await found.filter({ visible: true }).all()).slice(0, most)) {
      // What another thing covers is not used.
      const done = await act(each).then(
        () => true,
        () => false,
      );
      if (done) acts++;
      await pause(400);
    }
  };
  const patience = { timeout: 3_000 };
  await tryEach(page.locator("header [aria-haspopup], main [aria-haspopup]"), 3, async (each) => {
    await each.click(patience);
    await pause(400);
    await page.keyboard.press("Escape");
  });
  await tryEach(page.locator("main summary"), 2, (each) => each.click(patience));
  await tryEach(page.locator("main textarea, main input[type=search]"), 1, async (each) => {
    await each.click(patience);
    await page.keyboard.type("متابعة", { delay: 120 });
  });
  return acts;
}
