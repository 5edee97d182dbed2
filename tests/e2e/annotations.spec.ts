import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./team";
import { chosen, openText, painted, passage, select } from "./text-page";
import { words } from "./words";

for (const locale of ["ar", "en"] as const) {
  const say = words(locale);
  const toolbar = (page: Page) => page.getByRole("toolbar", { name: say("annotations.toolbar") });
  /** The threads of the one paragraph that has any. */
  const group = (page: Page) => page.locator("section[id^=threads-]");

  async function comment(page: Page, text: Locator, body: string, layer: "TEAM" | "PRIVATE" = "TEAM") {
    await select(text, chosen);
    await toolbar(page)
      .getByRole("button", { name: say("annotations.marks.COMMENTING") })
      .click();
    const form = page.getByRole("region", { name: say("annotations.forms.COMMENTING") });
    await form.getByRole("textbox").fill(body);
    await form.getByRole("radio", { name: say(`annotations.layers.${layer}`) }).check();
    await form.getByRole("button", { name: say("annotations.add"), exact: true }).click();
    await expect(form).toHaveCount(0);
  }

  test(`words are selected, commented, painted where they stand, and the team talks about them (${locale})`, async ({
    team,
    signedIn,
  }) => {
    test.setTimeout(90_000);
    const page = await signedIn(team.analyst, locale);
    await openText(page, locale, team.documentSlug);
    await comment(page, passage(page), "من المقصود؟");
    const thread = group(page).getByRole("article");
    await expect(thread).toContainText("من المقصود؟");
    await expect(thread).toContainText(chosen);
    expect(await painted(page, "mark-0")).toEqual([chosen]);
    await expectAccessible(page);

    const other = await signedIn(team.editor, locale);
    await openText(other, locale, team.documentSlug);
    const theirs = group(other).getByRole("article");
    await theirs.getByRole("button", { name: say("annotations.reply"), exact: true }).click();
    const reply = theirs.getByRole("region", { name: say("annotations.replyForm") });
    await reply.getByRole("textbox").fill("القوات المحلية.");
    await reply.getByRole("button", { name: say("annotations.reply"), exact: true }).click();
    await expect(theirs.locator("[role=comment]")).toHaveCount(2);
    await theirs.getByRole("button", { name: say("annotations.resolve"), exact: true }).click();
    await expect(theirs).toContainText(say("annotations.resolved"));
    expect(await painted(other, "mark-0")).toEqual([]);
    expect(await painted(other, "mark-resolved")).toEqual([chosen]);

    await page.reload();
    await expect(thread.locator("[role=comment]")).toHaveCount(2);
    await thread.getByRole("button", { name: say("annotations.reopen"), exact: true }).click();
    await expect(thread.getByRole("button", { name: say("annotations.resolve"), exact: true })).toBeVisible();
  });

  test(`what is private stays so until it is handed to the team (${locale})`, async ({ team, signedIn }) => {
    const page = await signedIn(team.analyst, locale);
    await openText(page, locale, team.documentSlug);
    await comment(page, passage(page), "لي وحدي", "PRIVATE");
    const thread = group(page).getByRole("article");
    await expect(thread).toContainText(say("annotations.layerMark"));
    const other = await signedIn(team.editor, locale);
    await openText(other, locale, team.documentSlug);
    await expect(passage(other)).toBeVisible();
    await expect(other.getByText("لي وحدي")).toHaveCount(0);
    await thread.getByRole("button", { name: say("annotations.share"), exact: true }).click();
    const asked = page.getByRole("dialog", { name: say("annotations.sharing.title") });
    await expect(asked).toContainText(say("annotations.sharing.forGood"));
    await expectAccessible(page);
    await asked.getByRole("button", { name: say("common.cancel"), exact: true }).click();
    await expect(thread).toContainText(say("annotations.layerMark"));
    await thread.getByRole("button", { name: say("annotations.share"), exact: true }).click();
    await asked.getByRole("button", { name: say("annotations.sharing.submit"), exact: true }).click();
    await expect(thread).not.toContainText(say("annotations.layerMark"));
    await other.reload();
    await expect(group(other)).toContainText("لي وحدي");
  });

  test(`a highlight is one press, and a reader makes none (${locale})`, async ({ team, signedIn }) => {
    const page = await signedIn(team.analyst, locale);
    await openText(page, locale, team.documentSlug);
    await select(passage(page), chosen);
    await toolbar(page)
      .getByRole("button", { name: say("annotations.marks.HIGHLIGHTING") })
      .click();
    await expect.poll(() => painted(page, "mark-0")).toEqual([chosen]);
    const reader = await signedIn(team.reader, locale);
    await openText(reader, locale, team.documentSlug);
    await expect.poll(() => painted(reader, "mark-0")).toEqual([chosen]);
    await select(passage(reader), chosen);
    await reader.waitForTimeout(400);
    await expect(toolbar(reader)).toHaveCount(0);
  });

  test(`what is half written survives a reload, and one's own words are edited and deleted with a way back (${locale})`, async ({
    team,
    signedIn,
  }) => {
    test.setTimeout(90_000);
    const page = await signedIn(team.analyst, locale);
    await openText(page, locale, team.documentSlug);
    await comment(page, passage(page), "أول صياغة");
    const thread = group(page).getByRole("article");
    await thread.getByRole("button", { name: say("annotations.edit"), exact: true }).click();
    const form = thread.getByRole("region", { name: say("annotations.editForm") });
    await form.getByRole("textbox").fill("صياغة أحسن");
    await page.waitForTimeout(400);
    await page.reload();
    await expect(form.getByRole("textbox")).toHaveValue("صياغة أحسن");
    await form.getByRole("button", { name: say("annotations.save"), exact: true }).click();
    await expect(thread).toContainText("صياغة أحسن");
    await thread.getByRole("button", { name: say("annotations.delete"), exact: true }).click();
    await expect(thread).toHaveCount(0);
    await page.getByRole("button", { name: say("common.undo") }).click();
    await expect(thread).toContainText("صياغة أحسن");
  });

  test(`on a phone the threads of a paragraph open in a sheet (${locale})`, async ({ team, signedIn }) => {
    const page = await signedIn(team.analyst, locale);
    await openText(page, locale, team.documentSlug);
    await comment(page, passage(page), "تعليق");
    await page.setViewportSize({ width: 390, height: 844 });
    await page.reload();
    await expect(group(page)).toBeHidden();
    await page.locator("button[aria-controls^=threads-]").click();
    await expect(group(page)).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(group(page)).toBeHidden();
  });
}
