import { readFile } from "node:fs/promises";
import { workedExample } from "@/prisma/seed/example";
import { systemActor } from "@/server/auth/actor";
import { loadExample } from "@/server/example";
import { attach } from "../cast";
import { commitmentId } from "./commitment-page";
import { expect, expectAccessible, expectNothingPending, test } from "./team";
import { words } from "./words";

for (const locale of ["ar", "en"] as const) {
  const say = words(locale);
  const italy = { ar: "إيطاليا", en: "Italy" }[locale];

  test(`a state is put on the list, what it did is written down, dated, counted and downloaded (${locale})`, async ({
    team,
    signedIn,
  }) => {
    await attach(team.analyst, commitmentId(team, 8));
    const page = await signedIn(team.editor, locale);

    await page.goto(`/${locale}/parties`);
    await expect(page.getByText(say("parties.emptyTitle"))).toBeVisible();
    await page.getByRole("link", { name: say("parties.manage.open") }).click();
    // In a spelling of another language than the page's.
    await page.getByLabel(say("parties.manage.search")).fill(locale === "ar" ? "italie" : "ايطاليا");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: say("parties.manage.addNamed", { name: italy }) }).click();
    await expect(page.locator("#parties").getByRole("link", { name: italy })).toBeVisible();
    await expectAccessible(page);

    await page.goto(`/${locale}/commitments/${commitmentId(team, 8)}`);
    const section = page.locator("#contributions");
    await section.getByRole("button", { name: say("contributions.add"), exact: true }).click();
    const form = page.getByRole("region", { name: say("contributions.form") });
    await form.getByLabel(say("contributions.fields.partyId")).selectOption({ label: italy });
    await form.getByLabel(say("contributions.fields.datedOn")).fill("2021-06-28");
    await form.getByLabel(say("contributions.fields.body")).fill("Rome");
    await form.getByRole("checkbox").first().check();
    await expectNothingPending(page);
    await form.getByRole("button", { name: say("contributions.submit"), exact: true }).click();
    await expect(section.getByRole("listitem").first()).toContainText("Rome");

    await page.getByRole("button", { name: say("commitments.doneSet") }).click();
    const dating = page.getByRole("region", { name: say("commitments.doneForm") });
    await dating.getByLabel(say("commitments.done")).fill("2021-06-28");
    await dating.getByRole("button", { name: say("commitments.doneSave"), exact: true }).click();
    await expect(page.getByRole("button", { name: say("scales.timeliness.LATE"), exact: true })).toBeVisible();
    await expectAccessible(page);

    await page.goto(`/${locale}/parties`);
    const cell = page.getByRole("row", { name: italy }).locator("a[aria-label]");
    await expect(cell).toHaveText(/1\s*1/);
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: say("parties.files.json") }).click();
    const file = JSON.parse(await readFile(await (await downloading).path(), "utf8"));
    expect(file.parties).toMatchObject([{ code: "IT", contributions: [{ commitment: 8, count: 1, withEvidence: 1 }] }]);
    await cell.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(italy);
    await expect(page.locator(`#commitment-${commitmentId(team, 8)}`)).toContainText("Rome");
  });

  test(`the worked example is reached from the overview and marked as one, and the team's own text stays first (${locale})`, async ({
    team,
    signedIn,
  }) => {
    await loadExample(systemActor(team.workspaceId, "JOB"), workedExample());
    const page = await signedIn(team.reader, locale);
    await page.goto(`/${locale}`);
    await expect(page.locator("tbody tr"), "the overview opens with the team's own").toHaveCount(8);
    await page
      .getByRole("navigation", { name: say("documents.others") })
      .getByRole("link")
      .click();
    await expect(page.locator("tbody tr")).toHaveCount(1);
    await expect(page.getByRole("button", { name: say("documents.example"), exact: true })).toBeVisible();
    await expectAccessible(page);
    await page.locator("tbody th a").first().click();
    await expect(page.getByRole("button", { name: say("documents.example"), exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: say("scales.timeliness.LATE"), exact: true })).toBeVisible();
    await expectAccessible(page);
  });
}
