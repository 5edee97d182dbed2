import { readFile } from "node:fs/promises";
import { expect, expectAccessible, expectNothingPending, test } from "./team";
import { words } from "./words";

for (const locale of ["ar", "en"] as const) {
  const say = words(locale);

  test(`annotations of another program are shown first, then brought in, and given out again (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const page = await signedIn(team.analyst, locale);
    await page.goto(`/${locale}/documents/${team.documentSlug}`);
    await page.getByRole("link", { name: say("exchange.open") }).click();
    await page.waitForURL(`**/${locale}/documents/${team.documentSlug}/exchange`);
    await expectNothingPending(page);
    const source = `https://other.example/api/v1/documents/${team.documentSlug}/passages/4.ar.1`;
    const one = (id: string, selector: unknown) => ({
      id: `https://other.example/${id}`,
      type: "Annotation",
      motivation: "commenting",
      creator: { type: "Person", name: "باحثة من مكان آخر" },
      body: { type: "TextualBody", value: `من برنامج آخر ${id}`, purpose: "commenting" },
      target: { source, selector },
    });
    const file = [
      one("1", { type: "TextPositionSelector", start: 0, end: 10 }),
      one("2", { type: "TextQuoteSelector", exact: "كلمات لا أثر لها في النص كله ولا ما يشبهها" }),
    ];
    await page.getByLabel(say("exchange.import.file"), { exact: true }).setInputFiles({
      name: "annotations.jsonld",
      mimeType: "application/ld+json",
      buffer: Buffer.from(JSON.stringify(file)),
    });
    await page.getByRole("button", { name: say("exchange.import.preview"), exact: true }).click();
    await expect(page.getByText(say("exchange.report.preview"), { exact: true })).toBeVisible();
    await expect(page.getByText(say("exchange.report.outcomes.ORPHAN"), { exact: true })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: say("exchange.import.submit"), exact: true }).click();
    await expect(page.getByText(say("exchange.report.done"), { exact: true })).toBeVisible();

    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: say("exchange.export.submit"), exact: true }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe(`${team.documentSlug}-annotations.jsonld`);
    const { total } = JSON.parse(await readFile(await download.path(), "utf8"));
    expect(total).toBe(2);

    await page.goto(`/${locale}/documents/${team.documentSlug}`);
    await expect(page.getByText("باحثة من مكان آخر").first()).toBeAttached();
  });
}
