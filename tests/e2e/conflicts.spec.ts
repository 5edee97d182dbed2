import type { Page } from "@playwright/test";
import { addNoteInput } from "@/domain/note";
import type { Locale } from "@/i18n/locales";
import { listAssessments } from "@/server/assessments";
import { database } from "@/server/database";
import { listEvidence, removeEvidence } from "@/server/evidence";
import { addNote, deleteNote, listNotes } from "@/server/notes";
import { getWorkspace } from "@/server/workspaces";
import { addMember, attach, names, type Team } from "../cast";
import { box, commitmentId, openCommitment, openEditForm, openForm, press } from "./commitment-page";
import { expect, expectAccessible, signIn, test } from "./team";
import { words } from "./words";

/** Where both texts stand side by side. */
const panelOf = (page: Page, locale: Locale) =>
  page.getByRole("region", { name: words(locale)("forms.conflictTitle"), exact: true });

const noteOf = (team: Team, body: string) =>
  addNote(team.analyst, addNoteInput.parse({ commitmentId: commitmentId(team), body, datedOn: "2020-05-01" }));
const bodiesOf = async (team: Team) => (await listNotes(team.analyst, commitmentId(team))).map((note) => note.body);

for (const locale of ["ar", "en"] as const) {
  const say = words(locale);

  test(`two people judge at once: the second sees the first’s assessment and records on top of it (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const [editor, analyst] = [await signedIn(team.editor, locale), await signedIn(team.analyst, locale)];
    const fill = async (page: Page, completion: string, rationale: string) => {
      await openCommitment(page, locale, commitmentId(team));
      const form = await openForm(page, locale, "assessments");
      await form.getByRole("radio", { name: new RegExp(`^${say(`scales.completion.${completion}`)}`) }).check();
      await form.getByRole("radio", { name: new RegExp(`^${say("scales.confidence.LOW")}`) }).check();
      await box(form, locale, "assessments.fields.rationale").fill(rationale);
      return form;
    };
    const first = await fill(editor, "NOT_STARTED", "لم يبدأ شيء بعد.");
    const second = await fill(analyst, "LIMITED", "خطوات أولى.");
    await press(first, locale, "assessments.submit");
    await expect(editor.locator("#status")).toContainText("لم يبدأ شيء بعد.");

    await press(second, locale, "assessments.submit");
    const panel = panelOf(analyst, locale);
    await expect(panel).toContainText(say("forms.conflictBy", { name: names.EDITOR }));
    for (const text of [
      say("scales.completion.NOT_STARTED"),
      say("scales.completion.LIMITED"),
      "لم يبدأ شيء بعد.",
      "خطوات أولى.",
    ]) {
      await expect(panel).toContainText(text);
    }
    expect(await listAssessments(team.analyst, commitmentId(team)), "only the first is recorded").toHaveLength(1);
    await expectAccessible(analyst);

    await box(second, locale, "assessments.fields.rationale").fill("خطوات أولى، خلافاً لما قبله.");
    await press(panel, locale, "forms.saveMerged");
    await expect(panel).toBeHidden();
    await expect(analyst.locator("#status")).toContainText("خطوات أولى، خلافاً لما قبله.");
    const recorded = await listAssessments(team.analyst, commitmentId(team));
    expect(recorded.map(({ completion }) => completion)).toEqual(["LIMITED", "NOT_STARTED"]);
  });

  test(`two people edit one piece of evidence: both texts side by side, field by field (${locale})`, async ({
    team,
    signedIn,
  }) => {
    await attach(team.analyst, commitmentId(team), { title: "First title" });
    const [editor, analyst] = [await signedIn(team.editor, locale), await signedIn(team.analyst, locale)];
    const open = async (page: Page) => {
      await openCommitment(page, locale, commitmentId(team));
      return openEditForm(page, locale, "evidence");
    };
    const [first, second] = [await open(editor), await open(analyst)];
    await box(first, locale, "evidence.fields.title").fill("The editor’s title");
    await press(first, locale, "evidence.save");
    await expect(editor.locator("#evidence")).toContainText("The editor’s title");

    await box(second, locale, "evidence.fields.title").fill("The analyst’s title");
    await box(second, locale, "evidence.fields.publisher").fill("U.S. Department of State");
    await press(second, locale, "evidence.save");
    const panel = panelOf(analyst, locale);
    for (const text of ["The editor’s title", "The analyst’s title", "U.S. Department of State"]) {
      await expect(panel).toContainText(text);
    }
    await expect(panel.locator("legend"), "what is the same on both sides is left out").toHaveText([
      say("evidence.fields.title"),
      say("evidence.fields.publisher"),
    ]);
    await panel
      .getByRole("button", { name: say("forms.takeTheirs") })
      .first()
      .click();
    await press(panel, locale, "forms.saveMerged");
    await expect(panel).toBeHidden();
    await expect(analyst.locator("#evidence")).toContainText("U.S. Department of State");
    expect(await listEvidence(team.analyst, commitmentId(team))).toMatchObject([
      { title: "The editor’s title", publisher: "U.S. Department of State" },
    ]);
  });

  test(`what a colleague removes or deletes meanwhile keeps what was typed, and can be brought back (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const { citationId } = await attach(team.analyst, commitmentId(team), { title: "A removed source" });
    const note = await noteOf(team, "النص الأول");
    const page = await signedIn(team.analyst, locale);
    await openCommitment(page, locale, commitmentId(team));

    await test.step("evidence", async () => {
      const form = await openEditForm(page, locale, "evidence");
      await box(form, locale, "evidence.fields.quotedPassage").fill("words that took an hour to find");
      await removeEvidence(team.editor, { citationId, version: 1 });
      await press(form, locale, "evidence.save");
      await expect(form.getByRole("alert")).toContainText(say("refusals.deleted"));
      await expect(box(form, locale, "evidence.fields.quotedPassage")).toHaveValue("words that took an hour to find");
    });

    await test.step("a note", async () => {
      const form = await openEditForm(page, locale, "notes");
      await box(form, locale, "notes.fields.body").fill("نص طويل كُتب في ساعة");
      await deleteNote(team.editor, { noteId: note.id, version: 1 });
      await press(form, locale, "notes.save");
      await expect(form.getByRole("alert")).toContainText(say("refusals.deleted"));
      await expect(box(form, locale, "notes.fields.body")).toHaveValue("نص طويل كُتب في ساعة");
    });

    await test.step("restored from the activity page, the note takes what was typed", async () => {
      await page.goto(`/${locale}/activity`);
      await page.getByRole("button", { name: new RegExp(`^${say("activity.restoreNote").split("{")[0]}`) }).click();
      await expect(page.getByText(say("activity.restored"), { exact: true })).toBeVisible();
      await openCommitment(page, locale, commitmentId(team));
      const form = page.getByRole("region", { name: say("notes.editForm"), exact: true });
      await expect(box(form, locale, "notes.fields.body"), "the form opens again by itself").toHaveValue(
        "نص طويل كُتب في ساعة",
      );
      await press(form, locale, "notes.save");
      const panel = panelOf(page, locale);
      await expect(panel).toContainText("النص الأول");
      await press(panel, locale, "forms.saveMerged");
      await expect(panel).toBeHidden();
      expect(await bodiesOf(team)).toEqual(["نص طويل كُتب في ساعة"]);
    });
  });

  test(`two admins change the workspace at once: the second decides what stands (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const other = await addMember(team.workspaceId, "ADMIN", "المديرة الثانية");
    const [first, second] = [await signedIn(team.admin, locale), await signedIn(other, locale)];
    for (const page of [first, second]) await page.goto(`/${locale}/settings/workspace`);
    // Before the first saves: what nobody has typed into follows what is saved.
    await second.getByLabel(say("workspaces.name"), { exact: true }).fill("مرصد الالتزامات");
    await second.getByLabel(say("workspaces.staleAfterDays")).fill("60");
    await first.getByLabel(say("workspaces.staleAfterDays")).fill("30");
    await first.getByRole("button", { name: say("workspaces.submit"), exact: true }).click();
    await expect(first.getByText(say("workspaces.done"), { exact: true })).toBeVisible();

    await second.getByRole("button", { name: say("workspaces.submit"), exact: true }).click();
    const panel = panelOf(second, locale);
    await expect(panel).toContainText("30");
    await expect(panel).toContainText("60");
    expect(await getWorkspace(team.admin)).toMatchObject({ name: "فريق المتابعة", staleAfterDays: 30 });
    await expectAccessible(second);
    await panel
      .getByRole("button", { name: say("forms.takeTheirs") })
      .last()
      .click();
    await press(panel, locale, "forms.saveMerged");
    await expect(panel).toBeHidden();
    await expect(second.getByRole("banner")).toContainText("مرصد الالتزامات");
    expect(await getWorkspace(team.admin)).toMatchObject({ name: "مرصد الالتزامات", staleAfterDays: 30 });
  });

  test(`a session that ends while somebody writes: the form says so and keeps the text (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const page = await signedIn(team.analyst, locale);
    await openCommitment(page, locale, commitmentId(team));
    const form = await openForm(page, locale, "notes");
    await box(form, locale, "notes.fields.body").fill("كُتبت قبل أن تنتهي الجلسة");
    await database().session.deleteMany({ where: { userId: team.analyst.userId } });
    await press(form, locale, "notes.submit");
    await expect(form.getByRole("alert")).toContainText(say("refusals.unauthenticated"));
    await expect(box(form, locale, "notes.fields.body")).toHaveValue("كُتبت قبل أن تنتهي الجلسة");
    expect(await bodiesOf(team)).toEqual([]);

    const tab = await page.context().newPage();
    await signIn(tab, team.analyst, locale);
    await press(form, locale, "notes.submit");
    await expect(page.locator("#notes")).toContainText("كُتبت قبل أن تنتهي الجلسة");
    expect(await bodiesOf(team), "signed in again in another tab, it is saved").toEqual(["كُتبت قبل أن تنتهي الجلسة"]);
  });
}
