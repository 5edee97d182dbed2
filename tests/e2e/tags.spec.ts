import type { Page } from "@playwright/test";
import { addTagInput } from "@/domain/tag";
import { addTag } from "@/server/tags";
import { names } from "../cast";
import { expect, expectAccessible, test } from "./team";
import { chosen, openText, painted, passage, select } from "./text-page";
import { words } from "./words";

const group = (page: Page) => page.locator("section[id^=threads-]");

for (const locale of ["ar", "en"] as const) {
  const say = words(locale);

  async function start(page: Page, mark: "TAGGING" | "LINKING" | "COMMENTING") {
    await select(passage(page), chosen);
    const toolbar = page.getByRole("toolbar", { name: say("annotations.toolbar") });
    await toolbar.getByRole("button", { name: say(`annotations.marks.${mark}`), exact: true }).click();
    return page.getByRole("region", { name: say(`annotations.forms.${mark}`) });
  }

  test(`an editor keeps the list, an analyst tags words with it, and two tags become one (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const editor = await signedIn(team.editor, locale);
    await editor.goto(`/${locale}/settings/tags`);
    for (const [name, color] of [
      ["تمويل", "RED"],
      ["مال", "BLUE"],
    ] as const) {
      await editor
        .getByRole("button", { name: say("tags.add"), exact: true })
        .first()
        .click();
      const form = editor.getByRole("region", { name: say("tags.addForm") });
      await form.getByLabel(say("tags.fields.name_ar")).fill(name);
      await form.getByRole("radio", { name: say(`tags.colors.${color}`) }).check();
      await form.getByRole("button", { name: say("tags.add"), exact: true }).click();
      await expect(form).toHaveCount(0);
    }

    const page = await signedIn(team.analyst, locale);
    await openText(page, locale, team.documentSlug);
    const form = await start(page, "TAGGING");
    await form.getByRole("button", { name: say("annotations.add"), exact: true }).click();
    await expect(form.getByText(say("refusals.choose_one"))).toBeVisible();
    await form.getByRole("checkbox", { name: "مال" }).check();
    await form.getByRole("button", { name: say("annotations.add"), exact: true }).click();
    const thread = group(page).getByRole("article");
    await expect(thread).toContainText("مال");
    await expectAccessible(page);

    await editor.getByRole("button", { name: say("tags.mergeForm", { name: "مال" }) }).click();
    const merge = editor.getByRole("region", { name: say("tags.mergeForm", { name: "مال" }) });
    await merge.getByLabel(say("tags.mergeInto")).selectOption({ label: "تمويل" });
    await merge.getByRole("button", { name: say("tags.mergeSubmit"), exact: true }).click();
    await expect(editor.getByRole("listitem").filter({ hasText: "مال" })).toHaveCount(0);
    // The analyst's page hears of it.
    await expect(thread).toContainText("تمويل");
  });

  test(`words are linked to a commitment, a colleague is called by name and made answerable, and the filter finds it (${locale})`, async ({
    team,
    signedIn,
  }) => {
    await addTag(team.editor, addTagInput.parse({ name_ar: "تمويل", color: "RED" }));
    const page = await signedIn(team.analyst, locale);
    await openText(page, locale, team.documentSlug);
    const linking = await start(page, "LINKING");
    await linking.getByLabel(say("annotations.fields.link"), { exact: true }).selectOption({ index: 3 });
    await linking.getByRole("button", { name: say("annotations.add"), exact: true }).click();
    const threads = group(page).getByRole("article");
    await expect(threads.locator(`a[href$="/commitments/${team.commitments[2]?.id}"]`)).toBeVisible();

    const form = await start(page, "COMMENTING");
    await form.getByRole("textbox").pressSequentially("ما رأيك يا @Éd");
    await expect(form.getByRole("option", { name: names.EDITOR })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Enter");
    await expect(form.getByRole("textbox")).toHaveValue(`ما رأيك يا @${names.EDITOR} `);
    await form.getByRole("button", { name: say("annotations.add"), exact: true }).click();
    const called = threads.filter({ hasText: names.EDITOR });
    await expect(called.getByText(`@${names.EDITOR}`)).toBeVisible();

    await called.getByRole("button", { name: say("annotations.assign"), exact: true }).click();
    const assign = called.getByRole("region", { name: say("annotations.assignForm") });
    await assign.getByRole("combobox").selectOption({ label: names.EDITOR });
    await assign.getByRole("button", { name: say("annotations.assignSave"), exact: true }).click();
    await expect(assign).toHaveCount(0);

    const editor = await signedIn(team.editor, locale);
    await editor.setViewportSize({ width: 1500, height: 950 });
    for (const concern of ["MENTIONING", "ASSIGNED"]) {
      await editor.goto(`/${locale}/documents/${team.documentSlug}?concern=${concern}`);
      await expect(group(editor).getByRole("article")).toHaveCount(1);
      await expect(group(editor)).toContainText(`@${names.EDITOR}`);
    }
    await editor.getByLabel(say("annotations.filter.kind")).selectOption("LINKING");
    await editor.getByRole("button", { name: say("annotations.filter.apply"), exact: true }).click();
    await expect(group(editor).getByRole("article")).toHaveCount(0);
    await editor.getByRole("link", { name: say("annotations.filter.clear") }).click();
    await expect(group(editor).getByRole("article")).toHaveCount(2);
  });

  test(`a comment that was begun is there again after a reload (${locale})`, async ({ team, signedIn }) => {
    const page = await signedIn(team.analyst, locale);
    await openText(page, locale, team.documentSlug);
    const form = await start(page, "COMMENTING");
    await form.getByRole("textbox").fill("لم أكمل بعد");
    await page.waitForTimeout(400);
    await page.reload();
    await expect(form.getByRole("textbox")).toHaveValue("لم أكمل بعد");
    // Other words of the paragraph are selected meanwhile: what was begun is about those now.
    await select(passage(page), "مواصلة التنبه");
    const toolbar = page.getByRole("toolbar", { name: say("annotations.toolbar") });
    await toolbar.getByRole("button", { name: say("annotations.marks.COMMENTING"), exact: true }).click();
    await expect(form.getByRole("textbox")).toHaveValue("لم أكمل بعد");
    await form.getByRole("button", { name: say("annotations.add"), exact: true }).click();
    await expect(group(page).getByRole("article")).toContainText("لم أكمل بعد");
    expect(await painted(page, "mark-0")).toEqual(["مواصلة التنبه"]);
  });
}
