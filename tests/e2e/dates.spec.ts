import { commitmentId, openCommitment, press } from "./commitment-page";
import { expect, expectAccessible, test } from "./team";
import { words } from "./words";

for (const locale of ["ar", "en"] as const) {
  const say = words(locale);
  const exactly = (path: string) => ({ name: say(path), exact: true });

  test(`what the text promised for 2020 is overdue until an editor says when it was done, and then late (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const page = await signedIn(team.editor, locale);
    await page.goto(`/${locale}`);
    const row = page.getByRole("main").getByRole("row").filter({ hasText: "2020" });
    await expect(row).toContainText(say("scales.timeliness.OVERDUE"));

    await openCommitment(page, locale, commitmentId(team, 8));
    const main = page.getByRole("main");
    await expect(main.getByText(say("scales.timeliness.OVERDUE"), { exact: true })).toBeVisible();
    await page.getByRole("button", exactly("commitments.doneSet")).click();
    const form = page.getByRole("region", exactly("commitments.doneForm"));
    await form.locator("input[name=doneOn]").fill("2199-01-01");
    await press(form, locale, "commitments.doneSave");
    await expect(form.locator("input[name=doneOn]")).toHaveAccessibleDescription(
      new RegExp(say("refusals.done_in_future")),
    );
    await form.locator("input[name=doneOn]").fill("2021-06-28");
    await press(form, locale, "commitments.doneSave");
    await expect(form).toBeHidden();
    await expect(main.getByText(say("scales.timeliness.LATE"), { exact: true })).toBeVisible();
    await expectAccessible(page);

    await page.goto(`/${locale}`);
    await expect(row).toContainText(say("scales.timeliness.LATE"));
    await expect(row).not.toContainText(say("scales.timeliness.OVERDUE"));
    await page.goto(`/${locale}/summary`);
    await expect(page.getByRole("main")).toContainText(say("scales.timeliness.LATE"));
  });
}
