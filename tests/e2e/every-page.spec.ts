import { makeExamples, pages } from "./pages";
import { expect, expectAccessible, newPage, test } from "./team";

// Axe reads each page twice, as far apart as can be: here in Arabic, and below on a dark phone in French.
for (const [locale, readByAxe] of [
  ["ar", true],
  ["en", false],
  ["fr", false],
] as const) {
  test(`every page stands in ${locale}, in its direction, whole${readByAxe ? ", and axe finds nothing on it" : ""}`, async ({
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
        await expect(page.locator("html")).toHaveAttribute("lang", locale);
        await expect(page.locator("html")).toHaveAttribute("dir", locale === "ar" ? "rtl" : "ltr");
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
        if (readByAxe) await expectAccessible(page);
      });
    }
    await visitor.context().close();
  });
}

// The longest words are French.
for (const [theme, locale, readByAxe] of [
  ["light", "ar", false],
  ["dark", "fr", true],
] as const) {
  test(`on a phone in ${theme}, no page scrolls sideways${readByAxe ? " and axe finds nothing" : ""} (${locale})`, async ({
    team,
    signedIn,
  }) => {
    test.setTimeout(600_000);
    const page = await signedIn(team.admin, locale);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: theme });
    const examples = await makeExamples(team);
    for (const { route, path } of pages.filter((each) => !each.open)) {
      await test.step(route, async () => {
        await page.goto(`/${locale}${path(examples)}`);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBe(0);
        if (readByAxe) await expectAccessible(page);
      });
    }
  });
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
