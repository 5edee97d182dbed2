import { box, press } from "./commitment-page";
import { expect, expectAccessible, expectNothingPending, test } from "./team";
import { words } from "./words";

for (const locale of ["ar", "en"] as const) {
  const say = words(locale);

  test(`a member makes a token, a program reads by it, and it ends when it is revoked (${locale})`, async ({
    team,
    signedIn,
    playwright,
    baseURL,
  }) => {
    const page = await signedIn(team.reader, locale);
    await page.goto(`/${locale}/settings`);
    await page.getByRole("link", { name: say("apiTokens.title") }).click();
    await page.waitForURL(`**/${locale}/settings/tokens`);
    await expectNothingPending(page);
    const name = "لوحة المتابعة 📊";
    const form = page.locator("form").filter({ has: page.locator("input[name=validDays], select[name=validDays]") });
    await box(form, locale, "apiTokens.fields.name").fill(name);
    await press(form, locale, "apiTokens.form.submit");
    const shown = page.getByLabel(say("apiTokens.made.label"), { exact: true });
    await expect(shown).toHaveValue(/^iltizam_[\w-]{43}$/);
    const token = await shown.inputValue();
    const list = page.getByRole("region", { name: say("apiTokens.list.title") });
    await expect(list.getByText(say("apiTokens.list.neverUsed"))).toBeVisible();
    await expectAccessible(page);

    const program = await playwright.request.newContext({
      baseURL: baseURL as string,
      extraHTTPHeaders: { authorization: `Bearer ${token}` },
    });
    const ask = () => program.get(`/api/v1/documents/${team.documentSlug}/summary?format=json&language=${locale}`);
    const answer = await ask();
    expect(answer.status()).toBe(200);
    expect((await answer.json()).language).toBe(locale);

    const container = await program.get("/api/v1/annotations/", { maxRedirects: 0 });
    expect(container.status(), "the container’s address ends in a slash").toBe(200);
    expect(container.headers()["content-type"]).toContain("application/ld+json");
    expect((await program.get(`/${locale}/activity/`, { maxRedirects: 0 })).status(), "a page’s does not").toBe(308);

    await page.reload();
    await expect(page.getByLabel(say("apiTokens.made.label"), { exact: true }), "shown once").toHaveCount(0);
    await expect(list.getByText(name)).toBeVisible();
    await expect(list.getByText(say("apiTokens.list.neverUsed"))).toHaveCount(0);

    await page.getByRole("button", { name: say("apiTokens.revoke.actionNamed", { name }) }).click();
    const dialog = page.getByRole("dialog", { name: say("apiTokens.revoke.title", { name }) });
    await dialog.getByRole("button", { name: say("apiTokens.revoke.submit"), exact: true }).click();
    await expect(page.getByText(say("apiTokens.list.empty"))).toBeVisible();
    const refused = await ask();
    expect(refused.status()).toBe(401);
    expect(refused.headers()["www-authenticate"]).toContain('error="invalid_token"');
    await program.dispose();
  });
}
