import type { Page } from "@playwright/test";
import { annotateInput } from "@/domain/annotation";
import { recordAssessmentInput } from "@/domain/assessment";
import { addNoteInput } from "@/domain/note";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { annotate } from "@/server/annotations";
import { recordAssessment } from "@/server/assessments";
import type { MemberActor } from "@/server/auth/actor";
import { getCommitment } from "@/server/commitments";
import { database } from "@/server/database";
import { addNote } from "@/server/notes";
import { names, type Team } from "../cast";
import { commitmentId } from "./commitment-page";
import { required } from "./required";
import { expect, expectAccessible, test } from "./team";
import { words } from "./words";

/** Marks the page, so that a reload would be noticed. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { marked: true }));
const isMarked = (page: Page) => page.evaluate(() => "marked" in window);

/** Opens a page and waits until its live updates run. */
async function openLive(page: Page, path: string): Promise<void> {
  const stream = page.waitForResponse("**/api/live");
  await page.goto(path);
  await stream;
  await mark(page);
}

const bell = (page: Page, locale: Locale, count: number) =>
  page.getByRole("banner").getByRole("button", { name: translator(locale)("notifications.bell", { count }) });

const assign = (team: Team, assignee: MemberActor, body: string) =>
  addNote(
    team.editor,
    addNoteInput.parse({
      commitmentId: commitmentId(team),
      body,
      datedOn: "2020-05-01",
      assigneeId: assignee.memberId,
    }),
  );
async function callIn(team: Team, body: string): Promise<string> {
  const { passages } = await getCommitment(team.editor, commitmentId(team));
  const { id: passageId, text } = required(passages[0], "a passage");
  const exact = required(text.split(" ")[0], "its first word");
  const targets = JSON.stringify([{ passageId, start: 0, end: Array.from(exact).length, exact }]);
  return (await annotate(team.editor, annotateInput.parse({ targets, motivation: "COMMENTING", body }))).id;
}
const assess = (team: Team) =>
  recordAssessment(
    team.editor,
    recordAssessmentInput.parse({
      commitmentId: commitmentId(team),
      completion: "LIMITED",
      confidence: "LOW",
      rationale: "…",
      asOf: "2020-01-01",
    }),
  );

for (const locale of ["ar", "en"] as const) {
  const say = words(locale);

  test(`whoever is assigned a follow-up sees it at the bell at once, follows it, and has read it (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const page = await signedIn(team.analyst, locale);
    await openLive(page, `/${locale}/activity`);
    await expect(bell(page, locale, 0)).toBeVisible();
    const { id } = await assign(team, team.analyst, "الاتصال بالوزارة");
    await assign(team, team.analyst, "كتابة الرسالة");
    await bell(page, locale, 2).click();
    expect(await isMarked(page), "without a reload").toBe(true);

    const list = page.getByRole("dialog", { name: say("notifications.latest") });
    const lines = list.getByRole("listitem");
    await expect(lines).toHaveCount(2);
    await expect(lines.last()).toContainText(names.EDITOR);
    await expect(lines.last()).toContainText("الاتصال بالوزارة");
    await expectAccessible(page);
    await lines.last().getByRole("link").click();
    await page.waitForURL(`**/${locale}/commitments/${commitmentId(team)}#note-${id}`);
    await expect(list).toBeHidden();
    await expect(page.locator(`#note-${id}`)).toBeInViewport();
    await expect(bell(page, locale, 1)).toBeVisible();

    await bell(page, locale, 1).click();
    await list.getByRole("link", { name: say("notifications.all") }).click();
    const all = page.getByRole("main").getByRole("listitem");
    await expect(page.getByRole("heading", { level: 1, name: say("notifications.title") })).toBeVisible();
    await expect(all.filter({ hasText: "الاتصال بالوزارة" })).toBeVisible();
    await page.getByRole("link", { name: say("notifications.unreadOnly") }).click();
    await expect(all.filter({ hasText: "كتابة الرسالة" })).toBeVisible();
    await expect(all.filter({ hasText: "الاتصال بالوزارة" })).toBeHidden();
    await page.getByRole("button", { name: say("notifications.markAll") }).click();
    await expect(page.getByText(say("notifications.noneUnread"))).toBeVisible();
    await expect(bell(page, locale, 0)).toBeVisible();
  });

  test(`whoever watches a commitment is told at once when its status moves, in all their tabs (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const page = await signedIn(team.reader, locale);
    await openLive(page, `/${locale}/commitments/${commitmentId(team)}`);
    const watching = page.getByRole("button", { name: say("watches.watch") });
    await watching.click();
    await expect(page.getByText(say("watches.watching"))).toBeVisible();
    await expect(watching).toHaveAttribute("aria-pressed", "true");
    const other = await page.context().newPage();
    await other.goto(`/${locale}`);
    await assess(team);
    await page.bringToFront();
    await expect(bell(page, locale, 1)).toBeVisible();
    await bell(page, locale, 1).click();
    await expect(page.getByRole("dialog").getByRole("listitem")).toContainText(say("scales.completion.LIMITED"));
    await page.getByRole("dialog").getByRole("listitem").getByRole("link").click();
    await page.waitForURL(`**/commitments/${commitmentId(team)}#status`);
    await other.bringToFront();
    await expect(bell(other, locale, 0)).toBeVisible();
    await page.bringToFront();
    await watching.click();
    await expect(watching).toHaveAttribute("aria-pressed", "false");
  });

  test(`whoever is called by name in a comment is led to it (${locale})`, async ({ team, signedIn }) => {
    const page = await signedIn(team.analyst, locale);
    await openLive(page, `/${locale}/activity`);
    const id = await callIn(team, `ما رأيك يا @${names.ANALYST}؟`);
    await bell(page, locale, 1).click();
    await page.getByRole("dialog").getByRole("listitem").getByRole("link").click();
    await page.waitForURL(`**/${locale}/documents/${team.documentSlug}#annotation-${id}`);
    await expect(page.getByText("ما رأيك يا")).toBeInViewport();
    await expect(bell(page, locale, 0)).toBeVisible();
  });

  test(`each chooses when mail comes, and is told that there is no mail server (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const page = await signedIn(team.reader, locale);
    await page.goto(`/${locale}/settings#mail`);
    await expect(page.getByText(say("notifications.mail.notConfigured"))).toBeVisible();
    const daily = page.getByRole("radio", { name: say("notifications.mail.DAILY") });
    await expect(page.getByRole("radio", { name: say("notifications.mail.AT_ONCE") })).toBeChecked();
    await daily.check();
    await page
      .locator("#mail")
      .getByRole("button", { name: say("notifications.mail.submit") })
      .click();
    await expect(page.getByText(say("notifications.mail.done"))).toBeVisible();
    await page.reload();
    await expect(daily).toBeChecked();
    const { language } = await database().member.findUniqueOrThrow({ where: { id: team.reader.memberId } });
    expect(language, "the language of the mail").toBe(locale);
  });
}
