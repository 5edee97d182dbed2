import type { Page } from "@playwright/test";
import { recordAssessmentInput } from "@/domain/assessment";
import { publishCodebookInput } from "@/domain/codebook-changes";
import { recordAssessment } from "@/server/assessments";
import { publishCodebook } from "@/server/codebooks";
import { attach, names, type Team } from "../cast";
import { commitmentId, openForm } from "./commitment-page";
import { expect, expectAccessible, expectNothingPending, test } from "./team";
import { words } from "./words";

const judge = (team: Team) =>
  recordAssessment(
    team.analyst,
    recordAssessmentInput.parse({
      commitmentId: commitmentId(team, 8),
      basedOnId: "",
      completion: "NOT_STARTED",
      counterAction: "on",
      confidence: "LOW",
      rationale: "لم يُعقد.",
      asOf: "2020-12-31",
    }),
  );

for (const locale of ["ar", "en"] as const) {
  const say = words(locale);
  const said = locale === "ar" ? "لا يدل أي مصدر على بدء العمل." : "No source shows that work has begun.";
  const reason = locale === "ar" ? "تعريف أدق" : "A clearer definition";

  async function publish(page: Page): Promise<void> {
    await page.getByRole("textbox", { name: say("codebooks.form.reason") }).fill(reason);
    await pressPublish(page);
  }
  async function pressPublish(page: Page): Promise<void> {
    await expectNothingPending(page);
    await page.getByRole("button", { name: say("codebooks.form.publish"), exact: true }).click();
  }

  test(`an editor writes criteria and a new version; what was judged keeps the version it was judged by (${locale})`, async ({
    team,
    signedIn,
  }) => {
    await judge(team);
    const page = await signedIn(team.editor, locale);
    const commitment = `/${locale}/commitments/${commitmentId(team, 8)}`;
    const status = page.locator("#status");

    await test.step("the criteria of one commitment, before its first evidence", async () => {
      await page.goto(commitment);
      await expect(status).toContainText(say("codebooks.criteria.none"));
      await status.getByRole("link", { name: say("codebooks.criteria.write"), exact: true }).click();
      await page.locator(`textarea[name="criteria.${team.documentSlug}.8.COMPLETE.${locale}"]`).fill(said);
      await pressPublish(page);
      await expect(page.getByText(say("refusals.required"))).toBeVisible();
      await expectAccessible(page);
      await publish(page);
      await page.waitForURL(`**${commitment}#status`);
      await attach(team.analyst, commitmentId(team, 8));
      await page.goto(commitment);
      await expect(status).toContainText(say("codebooks.criteria.before"));
      await status.getByText(say("codebooks.criteria.of"), { exact: true }).click();
      await expect(status.getByText(said)).toBeVisible();
    });

    await test.step("a definition, while a colleague publishes another", async () => {
      await page.goto(`/${locale}/codebook`);
      await page.getByRole("link", { name: say("codebooks.edit"), exact: true }).click();
      await expect(page.getByRole("textbox", { name: say("codebooks.form.reason") })).toBeVisible();
      const theirs = { basedOn: 2, reason: "…", "definition.confidence.LOW.fr": "Sources rares." };
      await publishCodebook(team.admin, publishCodebookInput.parse(theirs));
      await page.getByText(say("codebooks.scale.completion"), { exact: true }).click();
      const field = page.locator(`textarea[name="definition.completion.NOT_STARTED.${locale}"]`);
      await field.fill("");
      await page.getByText(say("codebooks.scale.completion"), { exact: true }).click();
      await publish(page);
      await expect(page.getByText(say("forms.conflictBy", { name: names.ADMIN }))).toBeVisible();
      await page.getByRole("button", { name: say("forms.saveMerged"), exact: true }).click();
      // Refused in a group that is shut: it opens by itself.
      await expect(field).toBeFocused();
      await field.fill(said);
      await expectAccessible(page);
      await pressPublish(page);
      await page.waitForURL(`**/${locale}/codebook`);
    });

    await test.step("both stand in the version in force, and the difference is marked", async () => {
      await expect(page.getByRole("main")).toContainText(said);
      await expect(page.locator("#versions")).toContainText(reason);
      await page
        .locator("#versions")
        .getByRole("link", { name: say("codebooks.versions.compare", { number: 3 }), exact: true })
        .click();
      await expect(page.locator("dd ins").first()).toBeVisible();
      await expect(page.locator("dl > div")).toHaveCount(1);
      await expectAccessible(page);
    });

    await test.step("the next judgement is made by it; the one that stands leads to the version it was made under", async () => {
      await page.goto(commitment);
      await expect(await openForm(page, locale, "assessments")).toContainText(said);
      await status.getByRole("link", { name: say("codebooks.madeUnder", { number: 1 }), exact: true }).click();
      await page.waitForURL("**/codebook?version=1");
      await expect(page.getByRole("main")).toContainText(say("scales.completionDefinition.NOT_STARTED"));
      await expect(page.getByRole("main")).not.toContainText(said);
      await expect(page.getByRole("link", { name: say("codebooks.edit"), exact: true })).toHaveCount(0);
      await expectAccessible(page);
    });

    await test.step("other scales stand beside it on demand, also in the overview", async () => {
      await page.goto(`/${locale}?scales=un`);
      await expect(page.getByRole("table").getByRole("listitem")).toHaveText([/E/]);
      await page.goto(commitment);
      for (const scale of ["g7", "promise"]) {
        await page
          .getByRole("navigation", { name: say("codebooks.switch.label") })
          .getByRole("link", { name: say(`codebooks.others.${scale}`), exact: true })
          .click();
        await page.waitForURL(new RegExp(scale));
      }
      await expect(status.getByRole("listitem").filter({ hasText: "−1" })).toBeVisible();
      await expect(status.getByText(say("scales.promise.NOT_KEPT_YET"))).toBeVisible();
      await expectAccessible(page);
    });

    await test.step("a reader reads it and writes nothing", async () => {
      const reading = await signedIn(team.reader, locale);
      await reading.goto(`/${locale}/codebook`);
      await expect(reading.getByRole("main")).toContainText(said);
      await expect(reading.getByRole("link", { name: say("codebooks.edit"), exact: true })).toHaveCount(0);
      await reading.goto(`/${locale}/codebook/edit`);
      await expect(reading.getByRole("heading", { level: 1 })).not.toContainText(say("codebooks.form.title"));
    });
  });
}
