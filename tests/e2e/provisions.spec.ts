import type { Locator, Page } from "@playwright/test";
import { listProvisions } from "@/server/provisions";
import { attach, proposeProvisions } from "../cast";
import { box, commitmentId, openCommitment, press } from "./commitment-page";
import { required } from "./required";
import { expect, expectAccessible, test } from "./team";
import { painted } from "./text-page";
import { words } from "./words";

const items = (page: Page) => page.locator("#provisions li[id^=provision-]");
const item = (page: Page, number: string) => items(page).filter({ has: page.getByText(number, { exact: true }) });

/** Selects the first three words of the paragraph with the keyboard alone, and presses the button for a provision in the bar. */
async function chooseByKeyboard(page: Page, text: Locator, button: string): Promise<void> {
  await expect(text).toBeFocused();
  await page.keyboard.press("Enter");
  for (let word = 0; word < 3; word++) await page.keyboard.press("Control+Shift+ArrowLeft");
  await page.keyboard.press("Enter");
  const bar = page.getByRole("toolbar");
  await expect(bar.getByRole("button").first()).toBeFocused();
  await bar.getByRole("button", { name: button, exact: true }).focus();
  await page.keyboard.press("Enter");
}

for (const locale of ["ar", "en"] as const) {
  const say = words(locale);

  test(`the proposed provisions are accepted, changed, dropped, added to, and judged each by itself (${locale})`, async ({
    team,
    signedIn,
  }) => {
    test.setTimeout(400_000);
    await proposeProvisions(team);
    const id = commitmentId(team, 3);
    await attach(team.analyst, id);
    const page = await signedIn(team.editor, locale);
    await page.setViewportSize({ width: 1440, height: 900 });
    await openCommitment(page, locale, id);
    const text = page.locator("[data-passage]");

    await test.step("each is labelled as an editorial proposal, and looking at one marks its words", async () => {
      await expect(items(page)).toHaveCount(6);
      await expect(items(page).getByText(say("provisions.editorial"), { exact: true }).first()).toBeVisible();
      await item(page, "3.4").hover();
      await expect.poll(() => painted(page, "provision-looked")).toEqual([expect.stringContaining("الإنتربول")]);
      await page.mouse.move(0, 0);
      await expect.poll(() => painted(page, "provision-looked")).toEqual([]);
      await expectAccessible(page);
    });

    await test.step("one is accepted", async () => {
      await item(page, "3.1")
        .getByRole("button", { name: say("provisions.acceptNamed", { number: "3.1" }) })
        .click();
      await expect(item(page, "3.1").getByText(say("scales.provisionState.ACCEPTED"), { exact: true })).toBeVisible();
    });

    await test.step("one is changed", async () => {
      await item(page, "3.2")
        .getByRole("button", { name: say("provisions.editNamed", { number: "3.2" }) })
        .click();
      const form = page.getByRole("region", { name: say("provisions.editForm", { number: "3.2" }), exact: true });
      await form.locator(`input[name=title_${locale}]`).fill("Detention, secure and humane");
      await form.locator("input[value=NOT_VERIFIABLE]").check();
      await press(form, locale, "provisions.save");
      await expect(form.locator("textarea[name=verifiabilityReason]"), "a reason is asked for").toBeFocused();
      await form.locator("textarea[name=verifiabilityReason]").fill("لا معيار متفقاً عليه");
      await press(form, locale, "provisions.save");
      await expect(form).toBeHidden();
      await expect(item(page, "3.2")).toContainText("Detention, secure and humane");
      await expect(item(page, "3.2")).toContainText("لا معيار متفقاً عليه");
    });

    await test.step("one is dropped with a reason, and stays listed", async () => {
      await item(page, "3.6")
        .getByRole("button", { name: say("provisions.dropNamed", { number: "3.6" }) })
        .click();
      const form = page.getByRole("region", { name: say("provisions.dropForm", { number: "3.6" }), exact: true });
      await box(form, locale, "provisions.reason").fill("موجَّه إلى غير الأعضاء");
      await press(form, locale, "provisions.dropSubmit");
      await expect(item(page, "3.6")).toBeHidden();
      await page.locator("#provisions summary").last().click();
      await expect(item(page, "3.6")).toContainText("موجَّه إلى غير الأعضاء");
    });

    await test.step("a new one is read from words that are selected with the keyboard alone", async () => {
      await page
        .locator("#provisions")
        .getByRole("button", { name: say("provisions.add"), exact: true })
        .focus();
      await page.keyboard.press("Enter");
      const form = page.getByRole("region", { name: say("provisions.form"), exact: true });
      await form.getByRole("button", { name: say("provisions.chooseWords"), exact: true }).focus();
      await page.keyboard.press("Enter");
      await chooseByKeyboard(page, text, say("provisions.fromWords"));
      await expect.poll(() => painted(page, "provision-chosen")).toHaveLength(1);
      await expect(form.locator("li bdi")).toHaveCount(1);
      await form.locator(`input[name=title_${locale}]`).fill("Read by the team");
      await form.locator("select[name=speechAct]").selectOption("REAFFIRM");
      await press(form, locale, "provisions.propose");
      await expect(form).toBeHidden();
      await expect(item(page, "3.7")).toContainText("Read by the team");
      const made = (await listProvisions(team.reader, id)).at(-1);
      expect(made?.spans).toMatchObject([{ start: 0 }]);
      expect(await text.textContent()).toContain(required(made?.spans[0], "a span").exact);
    });

    await test.step("one is judged by itself, and the commitment shows it without a status of its own", async () => {
      await item(page, "3.4")
        .getByRole("button", { name: say("provisions.assessNamed", { number: "3.4" }) })
        .click();
      const form = page.getByRole("region", { name: say("provisions.assessForm", { number: "3.4" }), exact: true });
      await form.locator("input[value=LIMITED]").check();
      await form.locator("input[value=LOW]").check();
      await form.locator("textarea[name=rationale]").fill("خطوات أولى");
      await press(form, locale, "assessments.submit");
      await expect(form).toBeHidden();
      await expect(item(page, "3.4")).toContainText(say("scales.completion.LIMITED"));
      const strip = page.locator("#status");
      await expect(strip.getByText(/1\D+6/)).toBeVisible();
      await expect(strip.getByRole("link", { name: /^3\.4 / })).toHaveAccessibleName(
        new RegExp(say("scales.completion.LIMITED")),
      );
      await expect(strip).toContainText(say("assessments.noneTitle"));
      await expectAccessible(page);
    });
  });
}
