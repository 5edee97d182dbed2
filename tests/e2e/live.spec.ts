import type { Page } from "@playwright/test";
import { addNoteInput } from "@/domain/note";
import { databaseUrl } from "@/env";
import type { Locale } from "@/i18n/locales";
import { freePort } from "@/scripts/free-port";
import { removeMember } from "@/server/members";
import { addNote, deleteNote } from "@/server/notes";
import { editWorkspace, getWorkspace } from "@/server/workspaces";
import { names, type Team, workspaceSettings } from "../cast";
import { box, commitmentId, openCommitment, openForm, press } from "./commitment-page";
import { startServer } from "./own-server";
import { expect, expectAccessible, newPage, signIn, test } from "./team";
import { words } from "./words";

const write = (team: Team, body: string) =>
  addNote(team.editor, addNoteInput.parse({ commitmentId: commitmentId(team), body, datedOn: "2020-05-01" }));
const notes = (page: Page) => page.locator("#notes");

/** Marks the page, so that a reload would be noticed. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { marked: true }));
const isMarked = (page: Page) => page.evaluate(() => "marked" in window);

/** Opens a commitment and waits until its live updates run. */
async function follow(page: Page, locale: Locale, team: Team): Promise<void> {
  const stream = page.waitForResponse("**/api/live");
  await openCommitment(page, locale, commitmentId(team));
  await stream;
  await mark(page);
}

for (const locale of ["ar", "en"] as const) {
  const say = words(locale);

  test(`what one adds, the other sees at once, and keeps draft, focus, caret, scroll and selection (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const [writer, reader] = [await signedIn(team.editor, locale), await signedIn(team.analyst, locale)];
    await follow(reader, locale, team);
    await openCommitment(writer, locale, commitmentId(team));
    const form = await openForm(reader, locale, "notes");
    const body = box(form, locale, "notes.fields.body");
    await body.fill("نصف فكرة لم تكتمل");
    await body.evaluate((area: HTMLTextAreaElement) => {
      area.setSelectionRange(3, 7);
      window.scrollBy(0, 120);
    });
    const before = await body.boundingBox();

    const writing = await openForm(writer, locale, "notes");
    await box(writing, locale, "notes.fields.body").fill("ملاحظة من زميلة");
    await press(writing, locale, "notes.submit");
    const sent = performance.now();
    await expect(notes(reader)).toContainText("ملاحظة من زميلة");
    test
      .info()
      .annotations.push({ type: "from press to seen", description: `${Math.round(performance.now() - sent)} ms` });

    await expect(body).toBeFocused();
    await expect(body).toHaveValue("نصف فكرة لم تكتمل");
    expect(await body.evaluate((area: HTMLTextAreaElement) => [area.selectionStart, area.selectionEnd])).toEqual([
      3, 7,
    ]);
    expect((await body.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0);

    await notes(reader).getByText("ملاحظة من زميلة").selectText();
    const top = () => notes(reader).getByText("ملاحظة من زميلة").boundingBox();
    const stood = await top();
    const begun = performance.now();
    await write(team, "ملاحظة ثانية");
    await expect(notes(reader)).toContainText("ملاحظة ثانية");
    test
      .info()
      .annotations.push({ type: "from use case to seen", description: `${Math.round(performance.now() - begun)} ms` });
    expect(await reader.evaluate(() => getSelection()?.toString())).toBe("ملاحظة من زميلة");
    await expect(body).toHaveValue("نصف فكرة لم تكتمل");
    expect((await top())?.y, "what is read stays where it is, though a newer note stands above").toBeCloseTo(
      stood?.y ?? 0,
      0,
    );
    expect(await isMarked(reader), "without a reload").toBe(true);
  });

  test(`the page says who else is here, and when they have gone (${locale})`, async ({ team, signedIn }) => {
    const [one, other] = [await signedIn(team.editor, locale), await signedIn(team.analyst, locale)];
    for (const page of [one, other]) await page.goto(`/${locale}`);
    const here = one
      .locator("header")
      .getByRole("button")
      .filter({ hasText: Array.from(names.ANALYST)[0] });
    await expect(here).toHaveAccessibleDescription(say("live.here", { names: `\u2068${names.ANALYST}\u2069` }));
    await expectAccessible(one);
    await other.context().close();
    await expect(here).toBeHidden({ timeout: 10_000 });
  });

  test(`a lost connection is shown, and what happened meanwhile is caught up (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const page = await signedIn(team.analyst, locale);
    await follow(page, locale, team);
    await page.context().setOffline(true);
    const lost = page.getByText(say("frame.connection.lost"));
    await expect(lost).toBeVisible();
    await write(team, "كُتبت والقارئ بلا اتصال");
    await page.waitForTimeout(1_000);
    await expect(notes(page)).not.toContainText("كُتبت والقارئ بلا اتصال");
    await page.context().setOffline(false);
    await expect(notes(page)).toContainText("كُتبت والقارئ بلا اتصال");
    await expect(lost).toBeHidden();
    expect(await isMarked(page), "without a reload").toBe(true);
  });

  test(`somebody who is removed hears no more, is told so, and keeps what was typed (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const page = await signedIn(team.analyst, locale);
    await follow(page, locale, team);
    const form = await openForm(page, locale, "notes");
    await box(form, locale, "notes.fields.body").fill("لم تُحفظ بعد");
    await removeMember(team.admin, { memberId: team.analyst.memberId });
    await expect(page.getByText(say("live.over"))).toBeVisible({ timeout: 2_000 });
    await write(team, "ليست لمن أُزيل");
    await page.waitForTimeout(1_500);
    await expect(notes(page)).not.toContainText("ليست لمن أُزيل");
    await expect(box(form, locale, "notes.fields.body")).toHaveValue("لم تُحفظ بعد");
    expect((await page.request.get("/api/live")).status()).toBe(401);
  });

  test(`what somebody edits stays in their hands, whatever becomes of it (${locale})`, async ({ team, signedIn }) => {
    const oldest = await write(team, "الأولى");
    for (let count = 2; count <= 13; count += 1) await write(team, `رقم ${count}`);
    const page = await signedIn(team.editor, locale);
    await follow(page, locale, team);

    await test.step("a note that a newer one pushes behind the fold", async () => {
      const last = notes(page).locator("ul").first().locator(":scope > li").last();
      await last.getByRole("button", { name: new RegExp(`^${say("notes.edit")}`) }).click();
      const body = box(page.getByRole("region", { name: say("notes.editForm") }), locale, "notes.fields.body");
      await body.fill("قيد التعديل");
      await write(team, "أحدث من الجميع");
      await expect(notes(page)).toContainText("أحدث من الجميع");
      await expect(body).toBeFocused();
      await expect(body).toHaveValue("قيد التعديل");
      await press(page.getByRole("region", { name: say("notes.editForm") }), locale, "notes.save");
      await expect(page.getByRole("region", { name: say("notes.editForm") })).toBeHidden();
    });

    await test.step("a note that somebody deletes", async () => {
      await page.locator("#notes summary").click();
      const item = page.locator(`#note-${oldest.id}`);
      await item.getByRole("button", { name: new RegExp(`^${say("notes.edit")}`) }).click();
      const form = item.getByRole("region", { name: say("notes.editForm") });
      await box(form, locale, "notes.fields.body").fill("كلام كثير");
      await deleteNote(team.admin, { noteId: oldest.id, version: 1 });
      await write(team, "علامة على أن الخبر وصل");
      await expect(notes(page)).toContainText("علامة على أن الخبر وصل");
      await expect(box(form, locale, "notes.fields.body")).toHaveValue("كلام كثير");
      await press(form, locale, "notes.save");
      await expect(form.getByRole("alert")).toContainText(say("refusals.deleted"));
      await press(form, locale, "forms.cancel");
      await expect(item).toBeHidden();
    });
  });
}

test("a form of settings that somebody fills in is not begun again by what a colleague saves", async ({
  team,
  signedIn,
}) => {
  const page = await signedIn(team.admin, "en");
  const stream = page.waitForResponse("**/api/live");
  await page.goto("/en/settings/workspace");
  await stream;
  const name = page.getByRole("textbox", { name: words("en")("workspaces.name") });
  const rename = async (to: string) => {
    const { version } = await getWorkspace(team.admin);
    await editWorkspace(team.admin, workspaceSettings({ version, name: to, staleAfterDays: 90 }));
  };
  await rename("Renamed by a colleague");
  await expect(name, "untouched, it shows what stands").toHaveValue("Renamed by a colleague");
  await name.fill("Half a na");
  await rename("Renamed again");
  await expect(page.getByRole("banner")).toContainText("Renamed again");
  await expect(name).toHaveValue("Half a na");
});

test("a page that one comes back to is up to date", async ({ team, signedIn }) => {
  const page = await signedIn(team.analyst, "en");
  await page.goto("/en/activity");
  await mark(page);
  await page.getByRole("link", { name: words("en")("frame.nav.overview"), exact: true }).click();
  await page.waitForURL("**/en");
  await write(team, "written while the reader was elsewhere");
  await page.waitForTimeout(1_000);
  await page.goBack();
  await expect(page.getByRole("main")).toContainText("written while the reader was elsewhere");
  expect(await isMarked(page), "without a reload").toBe(true);
});

test("eight tabs of one browser all load and hear the news over one stream, also when the one that holds it is closed", async ({
  team,
  signedIn,
}) => {
  const first = await signedIn(team.analyst, "ar");
  const tabs = [first];
  for (let count = 2; count <= 8; count += 1) tabs.push(await first.context().newPage());
  for (const tab of tabs) await openCommitment(tab, "ar", commitmentId(team));
  await write(team, "خبر للجميع");
  for (const tab of tabs) await expect(notes(tab)).toContainText("خبر للجميع");
  await first.close();
  await write(team, "خبر بعد إغلاق الأولى");
  for (const tab of tabs.slice(1)) await expect(notes(tab)).toContainText("خبر بعد إغلاق الأولى");
});

test("a write in one process is seen in another, which stops in time with streams open", async ({
  team,
  signedIn,
  browser,
}) => {
  test.setTimeout(180_000);
  const other = await startServer({ DATABASE_URL: databaseUrl() }, await freePort());
  const [writer, reader] = [await signedIn(team.editor, "ar"), await newPage(browser, "ar", other.address)];
  try {
    await signIn(reader, team.analyst, "ar");
    await follow(reader, "ar", team);
    await openCommitment(writer, "ar", commitmentId(team));
    await expect(writer.getByRole("banner"), "who is here, of both processes").toContainText(names.ANALYST);
    const form = await openForm(writer, "ar", "notes");
    await box(form, "ar", "notes.fields.body").fill("من خادم إلى خادم");
    await press(form, "ar", "notes.submit");
    await expect(notes(reader)).toContainText("من خادم إلى خادم");

    const begun = performance.now();
    await other.stop();
    const took = performance.now() - begun;
    test.info().annotations.push({ type: "stopping with a stream open", description: `${Math.round(took)} ms` });
    expect(took, "nobody had to be forced").toBeLessThan(9_000);
    await expect(reader.getByText(words("ar")("frame.connection.lost"))).toBeVisible();
  } finally {
    await reader.context().close();
    await other.stop();
  }
});
