import type { Locator, Page } from "@playwright/test";
import { annotateInput } from "@/domain/annotation";
import { annotate, reply } from "@/server/annotations";
import { getDocument } from "@/server/documents";
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
    await page.mouse.click(x, y);
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
}
