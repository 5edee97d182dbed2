// A team for a browser test: fresh people in a workspace of their own, made through the use cases, signed in through the page.
import AxeBuilder from "@axe-core/playwright";
import { type Browser, test as base, expect, type Page } from "@playwright/test";
import { setEnv } from "@/env";
import { findRunningDatabase } from "@/scripts/database";
import type { MemberActor } from "@/server/auth/actor";
import { auth } from "@/server/auth/better-auth";
import { closeDatabase, database } from "@/server/database";
import { emailOf, makeTeam, password, type Team } from "../cast";
import { dataDirectory } from "./places";
import { required } from "./required";

export { expect };

type Fixtures = {
  team: Team;
  /** A page of a browser in which this person is signed in, in this language; it has not been anywhere yet. */
  signedIn: (person: MemberActor, locale?: "ar" | "en" | "fr") => Promise<Page>;
};

export const test = base.extend<Fixtures, { connection: null }>({
  connection: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from this pattern
    async ({}, use) => {
      const url = required(await findRunningDatabase(dataDirectory), "the running database");
      setEnv({ DATABASE_URL: url, DATA_DIR: dataDirectory });
      // The server's own, so that sessions opened here are its own.
      setEnv({ ILTIZAM_SECRET: (await database().installation.findUniqueOrThrow({ where: { id: 1 } })).secret });
      await use(null);
      await closeDatabase();
    },
    { scope: "worker", auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  team: async ({}, use) => use(await makeTeam()),
  signedIn: async ({ browser, baseURL }, use) => {
    const pages: Page[] = [];
    await use(async (person, locale = "ar") => {
      const page = await newPage(browser, locale);
      pages.push(page);
      await openSession(page, person, required(baseURL, "the server’s address"));
      return page;
    });
    for (const page of pages) await page.context().close();
  },
});

/** A page in a browser context of its own: another person at another machine. */
export async function newPage(browser: Browser, locale: string, baseURL?: string): Promise<Page> {
  const context = await browser.newContext({ locale, timezoneId: "Asia/Baghdad", ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  page.on("pageerror", (error) => {
    throw error;
  });
  // A part of the page that runs in the browser asks for words that the page has not given it.
  page.on("console", (message) => {
    if (message.text().includes("MISSING_MESSAGE")) throw new Error(message.text());
  });
  return page;
}

/** A session without the way through the form, which most tests are not about. */
async function openSession(page: Page, person: MemberActor, url: string): Promise<void> {
  const body = { email: await emailOf(person), password };
  const { headers } = await auth().api.signInEmail({ body, returnHeaders: true });
  const pairs = headers.getSetCookie().map((each) => (each.split(";")[0] ?? "").split(/=(.*)/s));
  await page.context().addCookies(pairs.map(([name = "", value = ""]) => ({ name, value, url })));
}

/** Signs in by the form, as a person does. */
export async function signIn(page: Page, person: MemberActor, locale: string): Promise<void> {
  await page.goto(`/${locale}/sign-in`);
  await fillSignIn(page, await emailOf(person));
  await page.waitForURL(`**/${locale}`);
}

/** Fills in the sign-in form that is open, and sends it. */
export async function fillSignIn(page: Page, email: string, word = password): Promise<void> {
  await expectNothingPending(page);
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(word);
  await page.locator("form:has(input[name=password]) button[type=submit]").click();
}

/** Every form has heard its answer: while it waits for one, it takes no second press. */
export async function expectNothingPending(page: Page): Promise<void> {
  await expect(page.locator("form[aria-busy=true]")).toHaveCount(0);
}

/** No fault that axe can find, by the rules of WCAG 2.2 AA and good practice. */
export async function expectAccessible(page: Page): Promise<void> {
  // Otherwise it opens one more page each time, and names whatever is in order: three times as long, for the same finds.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
  const { violations } = await axe.analyze();
  expect(violations.map((each) => ({ id: each.id, nodes: each.nodes.map((node) => node.html.slice(0, 200)) }))).toEqual(
    [],
  );
}
