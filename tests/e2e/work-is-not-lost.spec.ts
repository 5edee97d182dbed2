import type { Page } from "@playwright/test";
import { addNoteInput } from "@/domain/note";
import { addNote, listNotes } from "@/server/notes";
import type { Team } from "../cast";
import { expect, expectAccessible, test } from "./team";
import { words } from "./words";

const first = (team: Team) => team.commitments[0]?.id as string;
const noteOf = (team: Team, body: string) =>
  addNote(team.analyst, addNoteInput.parse({ commitmentId: first(team), body, datedOn: "2020-05-01" }));
const bodies = async (team: Team) => (await listNotes(team.analyst, first(team))).map((note) => note.body);

async function openEdit(page: Page, locale: "ar" | "en"): Promise<void> {
  const say = words(locale);
  await page
    .locator("#notes")
    .getByRole("button", { name: new RegExp(say("notes.edit")) })
    .first()
    .click();
  await expect(page.getByRole("textbox", { name: say("notes.fields.body"), exact: true })).toBeVisible();
}

for (const locale of ["ar", "en"] as const) {
  const say = words(locale);

  test(`two people edit one note: the second sees both texts and merges them (${locale})`, async ({
    team,
    signedIn,
  }) => {
    await noteOf(team, "النص الأول");
    const analyst = await signedIn(team.analyst, locale);
    const editor = await signedIn(team.editor, locale);
    for (const page of [analyst, editor]) {
      await page.goto(`/${locale}/commitments/${first(team)}`);
      await openEdit(page, locale);
    }
    await editor.getByRole("textbox", { name: say("notes.fields.body"), exact: true }).fill("نص المحررة");
    await editor.getByRole("button", { name: say("notes.save") }).click();
    await expect(editor.locator("#notes")).toContainText("نص المحررة");

    await analyst.getByRole("textbox", { name: say("notes.fields.body"), exact: true }).fill("نص المحللة");
    await analyst.getByRole("button", { name: say("notes.save") }).click();
    const panel = analyst.getByRole("region", { name: say("forms.conflictTitle") });
    await expect(panel).toContainText("نص المحررة");
    await expect(panel).toContainText("نص المحللة");
    expect(await bodies(team), "nothing was overwritten").toEqual(["نص المحررة"]);
    await expectAccessible(analyst);
    await panel.getByRole("button", { name: say("forms.takeBoth") }).click();
    await panel.getByRole("button", { name: say("forms.saveMerged") }).click();
    await expect(panel).toBeHidden();
    await expect(analyst.locator("#notes")).toContainText("نص المحللة");
    expect(await bodies(team)).toEqual(["نص المحررة\n\nنص المحللة"]);
  });

  test(`what is typed survives a reload (${locale})`, async ({ team, signedIn }) => {
    const page = await signedIn(team.analyst, locale);
    await page.goto(`/${locale}/commitments/${first(team)}`);
    await page
      .getByRole("button", { name: say("notes.add") })
      .first()
      .click();
    await page.getByRole("textbox", { name: say("notes.fields.body"), exact: true }).fill("مسودة لم تُحفظ");
    await page.getByLabel(say("notes.fields.dueOn")).fill("2027-01-31");
    await page.reload();
    await expect(page.getByText(say("forms.draftRestored"))).toBeVisible();
    await expect(page.getByRole("textbox", { name: say("notes.fields.body"), exact: true })).toHaveValue(
      "مسودة لم تُحفظ",
    );
    await expect(page.getByLabel(say("notes.fields.dueOn"))).toHaveValue("2027-01-31");
    await page
      .getByRole("button", { name: say("notes.submit") })
      .last()
      .click();
    await expect(page.locator("#notes")).toContainText("مسودة لم تُحفظ");
    expect(await bodies(team)).toEqual(["مسودة لم تُحفظ"]);
    await page.reload();
    await expect(page.getByText(say("forms.draftRestored")), "a saved draft is gone").toBeHidden();
  });

  test(`a lost connection keeps the form, says so, and saves when it is back (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const page = await signedIn(team.analyst, locale);
    await page.goto(`/${locale}/commitments/${first(team)}`);
    await page
      .getByRole("button", { name: say("notes.add") })
      .first()
      .click();
    await page.getByRole("textbox", { name: say("notes.fields.body"), exact: true }).fill("كُتبت بلا اتصال");
    await page.context().setOffline(true);
    await page
      .getByRole("button", { name: say("notes.submit") })
      .last()
      .click();
    await expect(page.getByText(say("forms.unreachable"))).toBeVisible();
    await expect(page.getByRole("textbox", { name: say("notes.fields.body"), exact: true })).toHaveValue(
      "كُتبت بلا اتصال",
    );
    await page.context().setOffline(false);
    await page
      .getByRole("button", { name: say("notes.submit") })
      .last()
      .click();
    await expect(page.locator("#notes")).toContainText("كُتبت بلا اتصال");
    expect(await bodies(team)).toEqual(["كُتبت بلا اتصال"]);
  });

  test(`deleting can be undone (${locale})`, async ({ team, signedIn }) => {
    await noteOf(team, "لا تضيع");
    const page = await signedIn(team.analyst, locale);
    await page.goto(`/${locale}/commitments/${first(team)}`);
    await page
      .locator("#notes")
      .getByRole("button", { name: new RegExp(say("notes.delete")) })
      .first()
      .click();
    await expect(page.locator("#notes")).not.toContainText("لا تضيع");
    await page.getByRole("button", { name: say("common.undo") }).click();
    await expect(page.locator("#notes")).toContainText("لا تضيع");
  });

  test(`a reader finds nothing to write with (${locale})`, async ({ team, signedIn }) => {
    await noteOf(team, "للاطلاع");
    const page = await signedIn(team.reader, locale);
    await page.goto(`/${locale}/commitments/${first(team)}`);
    await expect(page.locator("#notes")).toContainText("للاطلاع");
    for (const name of ["notes.add", "evidence.attach", "assessments.recordFirst", "notes.edit", "notes.delete"]) {
      await expect(page.getByRole("main").getByRole("button", { name: say(name), exact: true })).toHaveCount(0);
    }
    await page.goto(`/${locale}/settings/members`);
    await expect(page.getByRole("button", { name: say("invitations.form.submit") })).toHaveCount(0);
  });
}
