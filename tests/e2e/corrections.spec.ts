import type { Page } from "@playwright/test";
import { annotateInput } from "@/domain/annotation";
import { annotate } from "@/server/annotations";
import { getCommitment } from "@/server/commitments";
import { correctPassage } from "@/server/passages";
import { names, type Team } from "../cast";
import { commitmentId, press } from "./commitment-page";
import { required } from "./required";
import { expect, expectAccessible, test } from "./team";
import { words } from "./words";

/** The text of the fifth commitment's paragraph, and where it stands. */
async function fifth(team: Team) {
  const { passages, ordinal } = await getCommitment(team.editor, commitmentId(team, 5));
  return { ...required(passages[0], "a passage"), ordinal };
}
type Fifth = Awaited<ReturnType<typeof fifth>>;

const wordsFrom = ({ text }: Fifth, from: number, to: number) => text.split(" ").slice(from, to).join(" ");

function comment(team: Team, { id: passageId, text }: Fifth, exact: string, body: string) {
  const start = [...text.slice(0, text.indexOf(exact))].length;
  const targets = JSON.stringify([{ passageId, start, end: start + [...exact].length, exact }]);
  return annotate(team.analyst, annotateInput.parse({ targets, motivation: "COMMENTING", body }));
}

const correct = (team: Team, { id: passageId, revision }: Fifth, text: string) =>
  correctPassage(team.editor, { passageId, revision, text, reason: "خطأ في النقل" });

for (const locale of ["ar", "en"] as const) {
  const say = words(locale);
  const textOf = (page: Page) => page.getByRole("textbox", { name: say("passages.fields.text"), exact: true });
  const reasonOf = (page: Page) => page.getByRole("textbox", { name: say("passages.fields.reason") });
  const openCorrection = (page: Page, team: Team, { ordinal }: Fifth) =>
    page.goto(`/${locale}/documents/${team.documentSlug}/paragraphs/${ordinal}/correct`);

  test(`an editor corrects the text: marks follow, one loses its place and is put back by hand (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const passage = await fifth(team);
    const [stays, goes] = [wordsFrom(passage, 1, 3), wordsFrom(passage, 5, 10)];
    await comment(team, passage, stays, "تبقى");
    await comment(team, passage, goes, "تزول");
    const page = await signedIn(team.editor, locale);
    await page.setViewportSize({ width: 1500, height: 950 });

    await test.step("with the difference and what it does to the marks in sight", async () => {
      await page.goto(`/${locale}/documents/${team.documentSlug}`);
      await page
        .getByRole("link", { name: say("passages.correctOf", { ordinal: passage.ordinal }), exact: true })
        .click();
      await expect(textOf(page)).toHaveValue(passage.text);
      await expect(textOf(page)).toHaveAttribute("dir", "rtl");
      await textOf(page).fill(passage.text.replace(goes, "وغير ذلك"));
      const preview = page.getByRole("region", { name: say("passages.preview.title") });
      await expect(preview.locator("ins")).toHaveText(/وغير ذلك/);
      await expect(preview.getByRole("listitem")).toHaveText([goes]);
      await expectAccessible(page);
      await press(page.locator("main"), locale, "passages.save");
      await expect(page.getByText(say("refusals.required"))).toBeVisible();
      await reasonOf(page).fill("خطأ في النقل");
      await press(page.locator("main"), locale, "passages.save");
    });

    await test.step("both texts stand side by side, with who and why", async () => {
      await page.waitForURL(/\/paragraphs\/\d+\?/);
      const compared = page.locator("#compare");
      await expect(compared.locator("del")).toContainText(goes.split(" ")[1] as string);
      await expect(compared.locator("ins")).toContainText("وغير ذلك");
      await expect(page.locator("#revisions")).toContainText("خطأ في النقل");
      await expect(page.locator("#revisions")).toContainText(names.EDITOR);
      await expectAccessible(page);
    });

    await test.step("one mark followed, the other is listed with its words and its comment", async () => {
      await page.goto(`/${locale}/documents/${team.documentSlug}`);
      await expect(page.locator("section[id^=threads-]").getByRole("article")).toHaveCount(1);
      await expect(page.locator("section[id^=threads-]")).toContainText("تبقى");
      await page.getByRole("link", { name: say("orphans.seeThem") }).click();
      await expect(page.getByRole("article")).toHaveCount(1);
      await expect(page.locator("blockquote")).toHaveText(goes);
      await expect(page.getByRole("article")).toContainText("تزول");
      await expectAccessible(page);
    });

    await test.step("it is laid aside and taken out again", async () => {
      const item = page.getByRole("article");
      await press(item, locale, "orphans.archive");
      await expect(page.locator("#archived").getByRole("article")).toHaveCount(1);
      await press(item, locale, "orphans.unarchive");
      await expect(page.locator("#archived")).toHaveCount(0);
    });

    await test.step("with the keyboard alone other words are selected, and there it stands again", async () => {
      const item = page.getByRole("article");
      await press(item, locale, "orphans.putBack");
      await press(item, locale, "orphans.putBackHere");
      await expect(item.getByRole("alert")).toContainText(say("orphans.chooseFirst"));
      const area = item.getByRole("textbox", { name: say("orphans.select") });
      await area.focus();
      await page.keyboard.press("Control+Home");
      await page.keyboard.press("Shift+Control+ArrowLeft");
      await page.keyboard.press("Shift+Control+ArrowLeft");
      const chosen = wordsFrom(passage, 0, 2);
      await expect(item.getByText(say("orphans.chosen", { words: chosen }))).toBeVisible();
      await expectAccessible(page);
      await press(item, locale, "orphans.putBackHere");
      await expect(page.getByText(say("orphans.none"), { exact: true })).toBeVisible();
      await page.goto(`/${locale}/documents/${team.documentSlug}`);
      const thread = page.locator("section[id^=threads-]").getByRole("article").filter({ hasText: "تزول" });
      await expect(thread).toContainText(chosen);
      await expect(thread).toContainText(say("annotations.found.HAND", { was: goes }));
    });
  });

  test(`two editors correct one paragraph: the second sees both texts and decides (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const passage = await fifth(team);
    const page = await signedIn(team.admin, locale);
    await openCorrection(page, team, passage);
    await textOf(page).fill(`${passage.text} ثانياً`);
    await reasonOf(page).fill("تصحيح آخر");
    await correct(team, passage, `${passage.text} أولاً`);
    await press(page.locator("main"), locale, "passages.save");
    const panel = page.getByRole("region", { name: say("forms.conflictTitle") });
    await expect(panel).toContainText(say("forms.conflictBy", { name: names.EDITOR }));
    await expect(panel).toContainText("أولاً");
    await expectAccessible(page);
    await textOf(page).fill(`${passage.text} أولاً وثانياً`);
    await press(panel, locale, "forms.saveMerged");
    await page.waitForURL(/\/paragraphs\/\d+\?/);
    await expect(page.locator("#revisions").getByRole("listitem")).toHaveCount(3);
    const { text } = await fifth(team);
    expect(text).toBe(`${passage.text} أولاً وثانياً`);

    await test.step("and any two of the three are compared", async () => {
      await page.getByRole("combobox", { name: say("passages.revisions.one") }).selectOption("1");
      await page.getByRole("button", { name: say("passages.revisions.show"), exact: true }).click();
      await page.waitForURL(/one=1/);
      await expect(page.locator("#compare ins")).toHaveText(/أولاً وثانياً/);
    });
  });

  test(`a comment that is being written when the text is corrected goes on with the same words (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const passage = await fifth(team);
    const chosen = wordsFrom(passage, 5, 8);
    const page = await signedIn(team.analyst, locale);
    await page.setViewportSize({ width: 1500, height: 950 });
    const stream = page.waitForResponse("**/api/live");
    await page.goto(`/${locale}/documents/${team.documentSlug}`);
    await stream;
    await selectIn(page, passage.id, chosen);
    await page
      .getByRole("toolbar", { name: say("annotations.toolbar") })
      .getByRole("button", { name: say("annotations.marks.COMMENTING") })
      .click();
    const form = page.getByRole("region", { name: say("annotations.forms.COMMENTING") });
    await form.getByRole("textbox").fill("كُتب قبل التصحيح");
    const corrected = `تصديرٌ. ${passage.text}`;
    await correct(team, passage, corrected);
    await expect(page.locator("[data-passage]").filter({ hasText: "تصديرٌ." })).toBeVisible();
    await expect(form.getByRole("textbox")).toHaveValue("كُتب قبل التصحيح");
    await press(form, locale, "annotations.add");
    await expect(form.getByRole("alert")).toContainText(say("annotations.wordsNow", { words: chosen }));
    await expectAccessible(page);
    await press(form, locale, "annotations.goOn");
    await expect(form).toHaveCount(0);
    const thread = page.locator("section[id^=threads-]").getByRole("article");
    await expect(thread).toContainText("كُتب قبل التصحيح");
    await expect(thread).toContainText(chosen);
  });

  test(`a reader compares what was corrected, and corrects nothing (${locale})`, async ({ team, signedIn }) => {
    const passage = await fifth(team);
    await correct(team, passage, `${passage.text} مصحَّح`);
    const page = await signedIn(team.reader, locale);
    await page.goto(`/${locale}/commitments/${commitmentId(team, 5)}`);
    await expect(page.getByRole("link", { name: new RegExp(linkStart(say("passages.correctOf"))) })).toHaveCount(0);
    await page.getByRole("link", { name: say("passages.compareOf", { ordinal: passage.ordinal }) }).click();
    await expect(page.locator("#compare ins")).toHaveText(/مصحَّح/);
    await expect(page.getByRole("link", { name: say("passages.correct"), exact: true })).toHaveCount(0);
    const refused = await openCorrection(page, team, passage);
    expect(refused?.status()).toBe(403);
  });
}

const linkStart = (message: string) => required(message.split("{")[0], "the beginning of a message");

/** Selects these words in a passage as a hand does. */
async function selectIn(page: Page, passageId: string, chosen: string): Promise<void> {
  await page.locator(`[data-passage="${passageId}"]`).evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const start = node.data.indexOf(wanted);
      if (start !== -1) document.getSelection()?.setBaseAndExtent(node, start, node, start + wanted.length);
    }
  }, chosen);
}
