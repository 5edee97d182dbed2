import type { Locator, Page } from "@playwright/test";
import { annotateInput, replyInput } from "@/domain/annotation";
import { databaseUrl } from "@/env";
import type { Locale } from "@/i18n/locales";
import { freePort } from "@/scripts/free-port";
import { annotate, reply } from "@/server/annotations";
import type { MemberActor } from "@/server/auth/actor";
import { database } from "@/server/database";
import type { Team } from "../cast";
import { startServer } from "./own-server";
import { required } from "./required";
import { expect, newPage, signIn, test } from "./team";
import { chosen, openText, painted, passage, select } from "./text-page";
import { words } from "./words";

/** A comment by a use case on the first place of these words: somebody else's work, at another machine. */
async function mark(actor: MemberActor, body: string, exact = chosen): Promise<{ id: string }> {
  const { id: passageId, text } = await database().passage.findFirstOrThrow({
    where: { text: { contains: exact }, paragraph: { document: { workspaceId: actor.workspaceId } } },
    orderBy: { paragraph: { ordinal: "asc" } },
  });
  const start = [...text.slice(0, text.indexOf(exact))].length;
  const targets = JSON.stringify([{ passageId, start, end: start + [...exact].length, exact }]);
  return annotate(actor, annotateInput.parse({ motivation: "COMMENTING", body, targets }));
}

/** Opens the text and waits until its live updates run. */
async function follow(page: Page, locale: Locale, team: Team): Promise<void> {
  const stream = page.waitForResponse("**/api/live");
  await openText(page, locale, team.documentSlug);
  await stream;
  await page.evaluate(() => Object.assign(window, { marked: true }));
}
const isMarked = (page: Page) => page.evaluate(() => "marked" in window);

const thread = (page: Page, text: string) => page.getByRole("article").filter({ hasText: text }).last();

/** To the pixel: pages scroll by whole ones. */
async function expectWhereItStood(place: Locator, stood: { y: number } | null): Promise<void> {
  const { y } = required(await place.boundingBox(), "the place on the page");
  expect(Math.abs(y - (stood?.y ?? Number.NaN))).toBeLessThanOrEqual(1);
}

const saidOf = (team: Team) =>
  database()
    .annotation.findMany({ where: { workspaceId: team.workspaceId }, orderBy: { createdAt: "asc" } })
    .then((rows) => rows.map(({ body }) => body));

/** All events of the workspace stand in a row without gaps. */
async function expectWholeHistory(team: Team): Promise<void> {
  const { eventCount, events } = await database().workspace.findUniqueOrThrow({
    where: { id: team.workspaceId },
    select: { eventCount: true, events: { select: { number: true }, orderBy: { number: "asc" } } },
  });
  expect(events.map(({ number }) => number)).toEqual(Array.from({ length: eventCount }, (_, index) => index + 1));
}

for (const locale of ["ar", "en"] as const) {
  const say = words(locale);
  const toolbar = (page: Page) => page.getByRole("toolbar", { name: say("annotations.toolbar") });
  const form = (page: Page) => page.getByRole("region", { name: say("annotations.forms.COMMENTING") });
  const add = (place: Locator) => place.getByRole("button", { name: say("annotations.add"), exact: true });

  /** Selects the words and begins a comment on them. */
  async function compose(page: Page, body: string): Promise<Locator> {
    await select(passage(page), chosen);
    await toolbar(page)
      .getByRole("button", { name: say("annotations.marks.COMMENTING") })
      .click();
    const box = form(page).getByRole("textbox");
    await box.fill(body);
    return box;
  }

  test(`two comment on the same words at the same moment, a third looks on: all see both (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const people = [
      await signedIn(team.analyst, locale),
      await signedIn(team.editor, locale),
      await signedIn(team.reader, locale),
    ] as const;
    for (const page of people) await follow(page, locale, team);
    const [one, other] = people;
    await compose(one, "رأي المحللة");
    await compose(other, "رأي المحررة");
    await Promise.all([add(form(one)).click(), add(form(other)).click()]);

    for (const page of people) {
      await expect(thread(page, "رأي المحللة")).toBeVisible();
      await expect(thread(page, "رأي المحررة")).toBeVisible();
      await expect.poll(() => painted(page, "mark-0")).toEqual([chosen]);
      await expect.poll(() => painted(page, "mark-1"), "each in a layer of its own").toEqual([chosen]);
      await expect(form(page)).toHaveCount(0);
      expect(await isMarked(page), "without a reload").toBe(true);
    }
    expect((await saidOf(team)).toSorted()).toEqual(["رأي المحررة", "رأي المحللة"]);
    await expectWholeHistory(team);
  });

  test(`what a colleague marks arrives under one's hands and moves nothing in them (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const page = await signedIn(team.analyst, locale);
    await follow(page, locale, team);
    const opening = await page.locator("[data-passage]").first().innerText();

    await test.step("while words are selected", async () => {
      await passage(page).scrollIntoViewIfNeeded();
      await select(passage(page), chosen);
      await expect(toolbar(page)).toBeVisible();
      const stood = await passage(page).boundingBox();
      await mark(team.editor, "على الكلمات نفسها");
      await mark(team.editor, "على أول النص", opening.split(" ").slice(0, 3).join(" "));
      await expect(thread(page, "على أول النص")).toHaveCount(1);
      await expect(thread(page, "على الكلمات نفسها")).toHaveCount(1);
      expect(await page.evaluate(() => getSelection()?.toString())).toBe(chosen);
      await expect(toolbar(page)).toBeVisible();
      await expectWhereItStood(passage(page), stood);
    });

    await test.step("while a comment is being written", async () => {
      const box = await compose(page, "نصف فكرة لم تكتمل");
      await box.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(3, 7));
      const stood = await box.boundingBox();
      await mark(team.editor, "وقت الكتابة");
      await mark(team.editor, "وقت الكتابة في أول النص", opening.split(" ").slice(1, 4).join(" "));
      await expect(thread(page, "وقت الكتابة في أول النص")).toHaveCount(1);
      await expect(box).toBeFocused();
      await expect(box).toHaveValue("نصف فكرة لم تكتمل");
      expect(await box.evaluate((area: HTMLTextAreaElement) => [area.selectionStart, area.selectionEnd])).toEqual([
        3, 7,
      ]);
      await expectWhereItStood(box, stood);
      expect(await painted(page, "mark-composing")).toEqual([chosen]);
      await add(form(page)).click();
      await expect(thread(page, "نصف فكرة لم تكتمل")).toHaveCount(1);
    });
    expect(await isMarked(page), "without a reload").toBe(true);
  });

  test(`one resolves a thread while another answers it: both stand (${locale})`, async ({ team, signedIn }) => {
    await mark(team.analyst, "من المقصود؟");
    const [one, other] = [await signedIn(team.analyst, locale), await signedIn(team.editor, locale)];
    for (const page of [one, other]) await follow(page, locale, team);
    const theirs = thread(other, "من المقصود؟");
    await theirs.getByRole("button", { name: say("annotations.reply"), exact: true }).click();
    const answer = theirs.getByRole("region", { name: say("annotations.replyForm") });
    await answer.getByRole("textbox").fill("القوات المحلية.");
    await Promise.all([
      answer.getByRole("button", { name: say("annotations.reply"), exact: true }).click(),
      thread(one, "من المقصود؟")
        .getByRole("button", { name: say("annotations.resolve"), exact: true })
        .click(),
    ]);
    for (const page of [one, other]) {
      await expect(thread(page, "من المقصود؟")).toContainText("القوات المحلية.");
      await expect(thread(page, "من المقصود؟")).toContainText(say("annotations.resolved"));
      await expect.poll(() => painted(page, "mark-resolved")).toEqual([chosen]);
    }

    await test.step("an answer that was begun before outlives it, too", async () => {
      const reopen = thread(one, "من المقصود؟").getByRole("button", { name: say("annotations.reopen"), exact: true });
      await reopen.click();
      await expect(theirs).not.toContainText(say("annotations.resolved"));
      await theirs.getByRole("button", { name: say("annotations.reply"), exact: true }).click();
      await answer.getByRole("textbox").fill("وزارة الداخلية.");
      await thread(one, "من المقصود؟")
        .getByRole("button", { name: say("annotations.resolve"), exact: true })
        .click();
      await expect(theirs).toContainText(say("annotations.resolved"));
      await expect(answer.getByRole("textbox")).toHaveValue("وزارة الداخلية.");
      await answer.getByRole("button", { name: say("annotations.reply"), exact: true }).click();
      await expect(thread(one, "من المقصود؟")).toContainText("وزارة الداخلية.");
    });
    expect(await saidOf(team)).toEqual(["من المقصود؟", "القوات المحلية.", "وزارة الداخلية."]);
    await expectWholeHistory(team);
  });

  test(`without a connection nothing typed is lost, and what colleagues marked is caught up (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const { id: annotationId } = await mark(team.editor, "قبل الانقطاع");
    const page = await signedIn(team.analyst, locale);
    await follow(page, locale, team);
    await page.context().setOffline(true);
    await expect(page.getByText(say("frame.connection.lost"))).toBeVisible();
    const box = await compose(page, "كُتب بلا اتصال");
    await add(form(page)).click();
    await expect(form(page).getByText(say("forms.unreachable"))).toBeVisible();
    await expect(box).toHaveValue("كُتب بلا اتصال");
    await reply(team.editor, replyInput.parse({ annotationId, body: "رد أثناء الانقطاع" }));
    await mark(team.editor, "أثناء الانقطاع");

    await page.context().setOffline(false);
    await expect(thread(page, "رد أثناء الانقطاع")).toBeVisible();
    await expect(thread(page, "أثناء الانقطاع")).toBeVisible();
    await expect(page.getByText(say("frame.connection.lost"))).toBeHidden();
    await expect(box, "catching up leaves the draft alone").toHaveValue("كُتب بلا اتصال");
    await add(form(page)).click();
    await expect(thread(page, "كُتب بلا اتصال")).toBeVisible();
    expect(await saidOf(team), "and it is kept once").toEqual([
      "قبل الانقطاع",
      "رد أثناء الانقطاع",
      "أثناء الانقطاع",
      "كُتب بلا اتصال",
    ]);
    expect(await isMarked(page), "without a reload").toBe(true);
  });
}

test("a mark in the seventh tab is painted in the others, and theirs in it", async ({ team, signedIn }) => {
  const say = words("ar");
  const first = await signedIn(team.analyst, "ar");
  const tabs = [first];
  for (let count = 2; count <= 7; count += 1) tabs.push(await first.context().newPage());
  // Every other one in English: one person may read in two languages.
  for (const [index, tab] of tabs.entries()) await openText(tab, index % 2 === 0 ? "ar" : "en", team.documentSlug);
  const seventh = tabs.at(-1) as Page;
  await seventh.bringToFront();
  await select(passage(seventh), chosen);
  await seventh.getByRole("button", { name: say("annotations.marks.HIGHLIGHTING"), exact: true }).click();
  for (const tab of tabs) await expect.poll(() => painted(tab, "mark-0")).toEqual([chosen]);
  await mark(team.editor, "للألسنة كلها");
  for (const tab of tabs) await expect(thread(tab, "للألسنة كلها")).toHaveCount(1);
});

test("two processes on one database: a mark made in either, one read in Arabic and one in English, is painted in both", async ({
  team,
  signedIn,
  browser,
}) => {
  test.setTimeout(180_000);
  const other = await startServer({ DATABASE_URL: databaseUrl() }, await freePort());
  const [here, there] = [await signedIn(team.editor, "ar"), await newPage(browser, "en", other.address)];
  const locales = ["ar", "en"] as const;
  try {
    await signIn(there, team.analyst, "en");
    for (const [index, page] of [here, there].entries()) await follow(page, locales[index] ?? "ar", team);
    const both = [chosen];
    for (const [index, page] of [here, there].entries()) {
      const say = words(locales[index] ?? "ar");
      await select(passage(page), chosen);
      await page.getByRole("button", { name: say("annotations.marks.HIGHLIGHTING"), exact: true }).click();
      for (const each of [here, there]) await expect.poll(() => painted(each, `mark-${index}`)).toEqual(both);
    }
  } finally {
    await there.context().close();
    await other.stop();
  }
});
