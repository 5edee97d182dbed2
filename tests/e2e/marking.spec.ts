import type { Locator, Page } from "@playwright/test";
import { annotateInput } from "@/domain/annotation";
import { formatNumber } from "@/i18n/formats";
import { annotate, reply } from "@/server/annotations";
import { database } from "@/server/database";
import { getDocument } from "@/server/documents";
import { resolveThread } from "@/server/threads";
import type { Team } from "../cast";
import { required } from "./required";
import { expect, expectAccessible, test } from "./team";
import { chosen, openText, painted, passage, select } from "./text-page";
import { words } from "./words";

const selected = (page: Page) => page.evaluate(() => document.getSelection()?.toString() ?? "");
const group = (page: Page) => page.locator("section[id^=threads-]");

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 150 && !(await isThere()); presses += 1) await page.keyboard.press("Tab");
  await expect(target).toBeFocused();
}

/** A comment of a colleague on the chosen words of the first paragraph that has them. */
async function commentOf(team: Team, changes: Record<string, string> = {}): Promise<string> {
  const { paragraphs } = await getDocument(team.editor, team.documentSlug);
  const passages = paragraphs.flatMap((each) => each.passages);
  const { id: passageId, text } = required(
    passages.find((each) => each.text.includes(chosen)),
    "a passage",
  );
  const start = Array.from(text.slice(0, text.indexOf(chosen))).length;
  const targets = JSON.stringify([{ passageId, start, end: start + Array.from(chosen).length, exact: chosen }]);
  const input = annotateInput.parse({ targets, motivation: "COMMENTING", body: "من هي؟", ...changes });
  return (await annotate(team.editor, input)).id;
}

/** The middle of the chosen words on the screen. */
const placeOf = (text: Locator) =>
  text.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const start = node.data.indexOf(wanted);
      if (start === -1) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + 4);
      range.startContainer.parentElement?.scrollIntoView({ block: "center" });
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    throw new Error(`"${wanted}" is not there`);
  }, chosen);

for (const locale of ["ar", "en"] as const) {
  const say = words(locale);
  const toolbar = (page: Page) => page.getByRole("toolbar", { name: say("annotations.toolbar") });
  const markButton = (page: Page, mark: string) =>
    toolbar(page).getByRole("button", { name: say(`annotations.marks.${mark}`), exact: true });

  test(`words are selected and commented with the keyboard alone (${locale})`, async ({ team, signedIn }) => {
    test.setTimeout(90_000);
    const page = await signedIn(team.analyst, locale);
    await openText(page, locale, team.documentSlug);
    const text = page.locator("[data-passage]").nth(1);
    const [first = "", second = ""] = ((await text.textContent()) ?? "").split(" ");

    await test.step("into the paragraph, and along its words", async () => {
      await tabTo(page, text);
      await expect(text).toHaveAccessibleDescription(say("annotations.howToSelect"));
      await page.keyboard.press("Enter");
      // The text runs from right to left, whatever the page does.
      await page.keyboard.press("Shift+ArrowLeft");
      expect(await selected(page)).toBe(first.slice(0, 1));
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Shift+Control+ArrowLeft");
      await page.keyboard.press("Shift+Control+ArrowLeft");
      expect((await selected(page)).trim()).toBe(`${first} ${second}`);
      await page.keyboard.type("ga?");
      await expect(page, "letters are no shortcuts here").toHaveURL(new RegExp(`${team.documentSlug}$`));
      await expect(page.getByRole("dialog")).toHaveCount(0);
    });

    await test.step("into the toolbar, back, and along its buttons", async () => {
      await page.keyboard.press("Enter");
      await expect(markButton(page, "HIGHLIGHTING")).toBeFocused();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await expect(toolbar(page)).toHaveCount(0);
      await expect(text).toBeFocused();
      expect((await selected(page)).trim(), "the words are still selected").toBe(`${first} ${second}`);
      await page.keyboard.press("Enter");
      await page.keyboard.press(locale === "ar" ? "ArrowLeft" : "ArrowRight");
      await expect(markButton(page, "COMMENTING")).toBeFocused();
    });

    await test.step("the comment", async () => {
      await page.keyboard.press("Enter");
      const form = page.getByRole("region", { name: say("annotations.forms.COMMENTING") });
      await expect(form.getByRole("textbox")).toBeFocused();
      await page.keyboard.type("بلا فأرة");
      await tabTo(page, form.getByRole("button", { name: say("annotations.add"), exact: true }));
      await page.keyboard.press("Enter");
      await expect(group(page).getByRole("article"), "the new thread has the focus").toBeFocused();
      await expect(group(page)).toContainText("بلا فأرة");
      expect(await painted(page, "mark-0")).toEqual([`${first} ${second}`]);
      await page.keyboard.press("Escape");
      await expect(text).toBeFocused();
    });

    await page.keyboard.press("Enter");
    await page.keyboard.press("Shift+ArrowLeft");
    await page.keyboard.press("Alt+Enter");
    await expect.poll(() => painted(page, "mark-selected"), "its letter alone").toEqual([first.slice(0, 1)]);
    for (const _ of [1, 2, 3]) await page.keyboard.press("Escape");
    expect(await selected(page)).toBe("");
    await expect(text).toBeFocused();
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog").getByText(say("annotations.selectKey"))).toBeVisible();
  });

  test(`words are taken whole, and on demand by their letters (${locale})`, async ({ team, signedIn }) => {
    const page = await signedIn(team.analyst, locale);
    await openText(page, locale, team.documentSlug);
    await select(passage(page), chosen.slice(2, 5));
    const whole = chosen.split(" ")[0] ?? "";
    await expect.poll(() => painted(page, "mark-selected")).toEqual([whole]);
    const letters = toolbar(page).getByRole("button", { name: say("annotations.letters") });
    await letters.click();
    await expect(letters).toHaveAttribute("aria-pressed", "true");
    await expect.poll(() => painted(page, "mark-selected")).toEqual([chosen.slice(2, 5)]);
    await markButton(page, "HIGHLIGHTING").click();
    await expect.poll(() => painted(page, "mark-0")).toEqual([chosen.slice(2, 5)]);
  });

  test(`marked words and their thread show each other (${locale})`, async ({ team, signedIn }) => {
    await commentOf(team);
    const page = await signedIn(team.reader, locale);
    await openText(page, locale, team.documentSlug);
    const thread = group(page).getByRole("article");
    await expect.poll(() => painted(page, "mark-0")).toEqual([chosen]);
    const { x, y } = await placeOf(passage(page));
    await page.mouse.move(x, y);
    await page.mouse.move(x + 1, y);
    await expect.poll(() => painted(page, "mark-active")).toEqual([chosen]);
    await expect(thread).toHaveClass(/border-accent/);
    await page.mouse.move(5, 5);
    await expect.poll(() => painted(page, "mark-active")).toEqual([]);
    await thread.hover();
    await expect.poll(() => painted(page, "mark-active")).toEqual([chosen]);
    await page.mouse.move(5, 5);
    const there = await placeOf(passage(page));
    await page.mouse.click(there.x, there.y);
    await expect(thread).toBeFocused();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.keyboard.press("Escape");
    await expect(group(page)).toBeHidden();
    const small = await placeOf(passage(page));
    await page.mouse.click(small.x, small.y);
    await expect(thread, "a tap opens the sheet at the thread").toBeInViewport();
    await expect(thread).toBeFocused();
  });

  test(`a comment has an address that leads to it (${locale})`, async ({ team, signedIn }) => {
    const threadId = await commentOf(team);
    const { id: replyId } = await reply(team.analyst, { annotationId: threadId, body: "سؤال وجيه" });
    const page = await signedIn(team.reader, locale);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await openText(page, locale, team.documentSlug);
    const thread = group(page).getByRole("article");
    await thread
      .getByRole("link", { name: say("annotations.copyLink") })
      .last()
      .click();
    await expect(page.getByText(say("annotations.linkCopied"))).toBeVisible();
    const address = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(address).pathname).toBe(`/${locale}/annotations/${replyId}`);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(address);
    await expect(page).toHaveURL(new RegExp(`#comment-${replyId}$`));
    await expect(thread).toBeFocused();
    await expect(thread.getByText("سؤال وجيه")).toBeInViewport();
    const own = await commentOf(team, { layer: "PRIVATE" });
    const answer = await page.goto(`/${locale}/annotations/${own}`);
    expect(answer?.status()).toBe(404);
  });

  test(`a commitment’s page has the same marks, and only those of its paragraph (${locale})`, async ({
    team,
    signedIn,
  }) => {
    await commentOf(team);
    const { paragraphs } = await getDocument(team.editor, team.documentSlug);
    const [marked, other] = [true, false].map((has) =>
      paragraphs.find(({ commitment, passages }) => commitment && passages[0]?.text.includes(chosen) === has),
    );
    const page = await signedIn(team.analyst, locale);
    await page.setViewportSize({ width: 1500, height: 950 });
    await page.goto(`/${locale}/commitments/${required(other?.commitment, "a commitment").id}`);
    await expect(page.locator("[data-passage]")).toBeVisible();
    await expect(group(page)).toHaveCount(0);
    await select(page.locator("[data-passage]"), required(other?.passages[0], "its text").text.slice(0, 5));
    await markButton(page, "COMMENTING").click();
    const form = page.getByRole("region", { name: say("annotations.forms.COMMENTING") });
    await form.getByRole("textbox").fill("هنا أيضاً");
    await form.getByRole("button", { name: say("annotations.add"), exact: true }).click();
    await expect(group(page).getByRole("article")).toHaveCount(1);
    await expect(group(page)).toContainText("هنا أيضاً");
    await expectAccessible(page);
    const id = marked?.commitment?.id;
    if (!id) return;
    await page.goto(`/${locale}/commitments/${id}`);
    await expect.poll(() => painted(page, "mark-0")).toEqual([chosen]);
    await expect(group(page)).not.toContainText("هنا أيضاً");
  });

  test(`what a colleague writes and resolves is said, one’s own is not said twice (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const page = await signedIn(team.analyst, locale);
    await openText(page, locale, team.documentSlug);
    await expect(passage(page)).toBeVisible();
    const id = await commentOf(team);
    const { name } = await personOf(team.editor);
    const ordinal = await ordinalOf(passage(page));
    const says = (kind: string) => page.getByRole("status").filter({ hasText: news(kind, name, ordinal) });
    await expect(says("made")).toHaveCount(1);
    await expect(passage(page)).toHaveAttribute("aria-details", (await group(page).getAttribute("id")) ?? "");
    await reply(team.analyst, { annotationId: id, body: "مني" });
    await expect(group(page)).toContainText("مني");
    await expect(says("replied")).toHaveCount(0);
    await reply(team.editor, { annotationId: id, body: "من زميلة" });
    await expect(says("replied")).toHaveCount(1);
    const [first] = await page.locator("[role=comment]").allTextContents();
    expect(first, "each comment repeats the words that it is on").toContain(chosen);
    await resolveThread(team.editor, { annotationId: id, version: 1 });
    await expect(says("resolved")).toHaveCount(1);
  });

  const news = (kind: string, name: string, ordinal: number) =>
    say(`annotations.news.${kind}`).replace("{name}", name).replace("{ordinal, number}", formatNumber(ordinal, locale));

  test(`the text is read with numbered notes, without JavaScript too (${locale})`, async ({
    team,
    signedIn,
    browser,
  }) => {
    const id = await commentOf(team);
    await reply(team.analyst, { annotationId: id, body: "سؤال وجيه" });
    await commentOf(team, { layer: "PRIVATE", body: "لي وحدي" });
    const editor = await signedIn(team.editor, locale);
    await openText(editor, locale, team.documentSlug);
    await editor.getByRole("link", { name: say("annotations.readAndPrint") }).click();
    await editor.waitForURL("**/reading");
    const storageState = await editor.context().storageState();
    const context = await browser.newContext({ locale, javaScriptEnabled: false, storageState });
    const page = await context.newPage();
    await page.goto(editor.url());
    await expect(page.locator("mark").filter({ hasText: chosen })).toHaveCount(1);
    const note = page.locator("li[id^=note-]").filter({ hasText: "من هي؟" });
    await expect(note).toContainText("سؤال وجيه");
    await expect(note).toContainText(say("annotations.filter.states.OPEN"));
    await expect(page.locator("li[id^=note-]").filter({ hasText: "لي وحدي" })).toContainText(
      say("annotations.layerMark"),
    );
    await page.getByRole("link", { name: say("annotations.reading.withoutOwn") }).click();
    await expect(page.getByText("لي وحدي")).toHaveCount(0);
    await page.locator("sup a").first().click();
    await expect(page).toHaveURL(/#note-1$/);
    await page.getByRole("link", { name: say("annotations.reading.back") }).click();
    await expect(page).toHaveURL(new RegExp(`${team.documentSlug}$`));
    await context.close();
  });

  test(`with a finger, the bar stands at the bottom, away from the system’s own menu (${locale})`, async ({
    team,
    signedIn,
    browser,
  }) => {
    const desk = await signedIn(team.analyst, locale);
    const storageState = await desk.context().storageState();
    const context = await browser.newContext({
      locale,
      storageState,
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    const page = await context.newPage();
    await page.goto(`/${locale}/documents/${team.documentSlug}`);
    const text = passage(page);
    await text.scrollIntoViewIfNeeded();
    await select(text, chosen);
    const button = markButton(page, "COMMENTING");
    await expect(button).toBeVisible();
    const bar = required(await toolbar(page).boundingBox(), "the bar");
    expect(bar.y + bar.height / 2).toBeGreaterThan(844 / 2);
    expect(bar.x).toBeGreaterThanOrEqual(0);
    expect(bar.x + bar.width).toBeLessThanOrEqual(390);
    await button.tap();
    const form = page.getByRole("region", { name: say("annotations.forms.COMMENTING") });
    await form.getByRole("textbox").fill("بالإصبع");
    await form.getByRole("button", { name: say("annotations.add"), exact: true }).tap();
    await expect(group(page).getByRole("article")).toBeInViewport();
    await context.close();
  });

  test(`a paragraph with many comments shows the open ones first, and the rest on demand (${locale})`, async ({
    team,
    signedIn,
  }) => {
    test.setTimeout(90_000);
    const ids: string[] = [];
    for (const number of [1, 2, 3, 4, 5, 6, 7]) ids.push(await commentOf(team, { body: `الملاحظة ${number}` }));
    await resolveThread(team.editor, { annotationId: required(ids[0], "the first"), version: 1 });
    const page = await signedIn(team.reader, locale);
    await openText(page, locale, team.documentSlug);
    const threads = group(page).getByRole("article");
    await expect(threads).toHaveCount(5);
    await expect(group(page)).not.toContainText("الملاحظة 1");
    await group(page).locator("> button").last().click();
    await expect(threads).toHaveCount(7);
    await page.goto(`/${locale}/annotations/${ids[0]}`);
    await expect(threads.filter({ hasText: "الملاحظة 1" }), "a link leads to one of the rest too").toBeFocused();
  });
}

const personOf = async ({ memberId }: { memberId: string }) => {
  const member = await database().member.findUniqueOrThrow({ where: { id: memberId }, include: { user: true } });
  return member.user;
};

/** The number of the paragraph that the passage stands in. */
const ordinalOf = (text: Locator) =>
  text.evaluate((element) => Number(element.closest("[id^=p]")?.id.replace("p", "") ?? 0));
