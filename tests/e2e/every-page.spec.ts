import type { Page } from "@playwright/test";
import { directionOf, type Locale } from "@/i18n/locales";
import { makeExamples, pages } from "./pages";
import { expect, expectAccessible, newPage, test } from "./team";

const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 720 };

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

// Axe reads each page twice, as far apart as can be: in Arabic here, and below on a dark phone in French.
for (const [locale, readByAxe] of [
  ["ar", true],
  ["en", false],
] as const) {
  test(`every page stands in ${locale}, in its direction, whole, on a phone too${readByAxe ? ", and axe finds nothing on it" : ""}`, async ({
    team,
    signedIn,
    browser,
  }) => {
    test.setTimeout(600_000);
    const member = await signedIn(team.admin, locale);
    const visitor = await newPage(browser, locale);
    const examples = await makeExamples(team);
    for (const { route, path, open } of pages) {
      const page = open ? visitor : member;
      await test.step(route, async () => {
        await page.goto(`/${locale}${path(examples)}`);
        await expectWhole(page, locale);
        if (readByAxe) await expectAccessible(page);
        await page.setViewportSize(phone);
        expect(await overflow(page), "on a phone nothing scrolls sideways").toBe(0);
        await page.setViewportSize(desktop);
      });
    }
    await visitor.context().close();
  });
}

// The longest words are French.
test("every page stands in fr, whole, on a dark phone, and axe finds nothing on it", async ({
  team,
  signedIn,
  browser,
}) => {
  test.setTimeout(600_000);
  const member = await signedIn(team.admin, "fr");
  const visitor = await newPage(browser, "fr");
  const examples = await makeExamples(team);
  for (const page of [member, visitor]) {
    await page.setViewportSize(phone);
    await page.emulateMedia({ colorScheme: "dark" });
  }
  for (const { route, path, open } of pages) {
    const page = open ? visitor : member;
    await test.step(route, async () => {
      await page.goto(`/fr${path(examples)}`);
      await expectWhole(page, "fr");
      expect(await overflow(page), "nothing scrolls sideways").toBe(0);
      await expectAccessible(page);
    });
  }
  await visitor.context().close();
});

async function expectWhole(page: Page, locale: Locale): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", locale);
  await expect(page.locator("html")).toHaveAttribute("dir", directionOf(locale));
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
}

test("the language of the browser is followed at first, and Arabic is the default", async ({ browser, request }) => {
  for (const [accepted, locale] of [
    ["fr-CA,fr;q=0.9", "fr"],
    ["en-US", "en"],
    ["ar-IQ", "ar"],
    ["zh-CN", "ar"],
  ] as const) {
    const response = await request.get("/sign-in", { headers: { "accept-language": accepted }, maxRedirects: 0 });
    expect(response.headers().location, accepted).toContain(`/${locale}/sign-in`);
  }
  const page = await newPage(browser, "fr");
  await page.goto("/");
  await expect(page).toHaveURL(/\/fr\/sign-in/);
  await page.context().close();
});

test("an unknown address, a missing right and a page for members say so with the right status", async ({
  team,
  signedIn,
  request,
}) => {
  const page = await signedIn(team.reader, "en");
  const statusOf = async (path: string) => (await page.goto(path))?.status();
  expect(await statusOf("/en/nowhere/at/all")).toBe(404);
  expect(await statusOf("/favicon.ico")).toBe(404);
  expect(await statusOf("/en/commitments/not-a-commitment")).toBe(404);
  expect(await statusOf("/en/documents/not-a-document")).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
  const guarded = await request.get(`/en/documents/${team.documentSlug}`, { maxRedirects: 0 });
  expect(guarded.status()).toBe(307);
  expect(guarded.headers().location).toBe(
    `/en/sign-in?next=${encodeURIComponent(`/en/documents/${team.documentSlug}`)}`,
  );
});
