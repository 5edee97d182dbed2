import { addTagInput } from "@/domain/tag";
import { addTag } from "@/server/tags";
import { attach } from "../cast";
import { commitmentId, press } from "./commitment-page";
import { expect, expectAccessible, test } from "./team";
import { words } from "./words";

const report = { title: "تقرير الهجرة السنوي", address: "https://example.org/migration", language: "ar" };
const answer = { title: "Answer to the committee", address: "https://example.org/answer", language: "en" };

for (const locale of ["ar", "en"] as const) {
  const say = words(locale);
  const exactly = (path: string, values = {}) => ({ name: say(path, values), exact: true });

  test(`sources are searched, sorted, tagged together, cited again, and seen where they do not suffice (${locale})`, async ({
    team,
    signedIn,
  }) => {
    await attach(team.analyst, commitmentId(team, 1), { ...report, reliability: "B", credibility: "2" });
    await attach(team.analyst, commitmentId(team, 2), answer);
    await addTag(team.editor, addTagInput.parse({ name_ar: "أولي", name_en: "Primary", color: "TEAL" }));
    const tag = locale === "ar" ? "أولي" : "Primary";
    const page = await signedIn(team.analyst, locale);
    const rows = page
      .getByRole("table")
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader") });
    const row = (title: string) => rows.filter({ hasText: title });

    await test.step("a search forgives another spelling", async () => {
      await page.goto(`/${locale}/evidence`);
      await expect(rows).toHaveCount(2);
      await page.getByRole("searchbox", exactly("library.filter.text")).fill("الهجره السنوى");
      await page.getByRole("button", exactly("library.apply")).click();
      await expect(rows).toHaveCount(1);
      await expect(row(report.title)).toBeVisible();
      await page.getByRole("link", exactly("library.clear")).click();
      await expect(rows).toHaveCount(2);
    });

    await test.step("a column is sorted by, one way and the other", async () => {
      const column = page.getByRole("columnheader", exactly("library.column.title"));
      await column.getByRole("link").click();
      await expect(column).toHaveAttribute("aria-sort", "ascending");
      await expect(rows.first()).toContainText(answer.title);
      await column.getByRole("link").click();
      await expect(column).toHaveAttribute("aria-sort", "descending");
      await expect(rows.first()).toContainText(report.title);
    });

    await test.step("both are tagged at once, and found by the tag", async () => {
      await page.getByRole("checkbox", exactly("library.bulk.selectAll")).check();
      await page
        .getByRole("group", exactly("library.bulk.label"))
        .getByRole("combobox", { name: say("library.bulk.tag") })
        .selectOption(tag);
      await page.getByRole("button", exactly("library.bulk.add")).click();
      for (const { title } of [report, answer]) await expect(row(title)).toContainText(tag);
      await expectAccessible(page);
      await page.getByRole("checkbox", exactly("library.bulk.select", { title: answer.title })).check();
      await page.getByRole("button", exactly("library.bulk.remove")).click();
      await expect(row(answer.title)).not.toContainText(tag);
      await page.getByRole("combobox", exactly("library.filter.tag")).selectOption(tag);
      await page.getByRole("button", exactly("library.apply")).click();
      await expect(rows).toHaveCount(1);
    });

    await test.step("one source is cited for one more commitment", async () => {
      await row(report.title).getByRole("link", { name: report.title }).click();
      await page.getByRole("button", exactly("sources.cite")).click();
      const form = page.getByRole("region", exactly("sources.citeForm"));
      await form.getByRole("combobox", { name: say("sources.commitment") }).selectOption(commitmentId(team, 2));
      await form.getByRole("radio", { name: new RegExp(`^${say("scales.stance.CONTRADICTS")}`) }).check();
      await press(form, locale, "sources.citeSubmit");
      await expect(page.locator("#citations").getByRole("listitem")).toHaveCount(2);
      await expectAccessible(page);
    });

    await test.step("coverage says what each commitment lacks, and leads to the sources behind a number", async () => {
      await page.goto(`/${locale}/evidence/coverage`);
      const [first, second, third] = [rows.nth(0), rows.nth(1), rows.nth(2)];
      await expect(first).toContainText(say("library.coverage.gap.ONE_SOURCE"));
      await expect(second).not.toContainText(say("library.coverage.gap.ONE_SOURCE"));
      await expect(second).toContainText(say("library.coverage.gap.UNRATED"));
      await expect(third).toContainText(say("library.coverage.gap.NO_SOURCE"));
      await second.getByRole("link", { name: `${say("library.coverage.column.unrated")} 1`, exact: true }).click();
      await expect(row(answer.title)).toBeVisible();
      await expect(rows).toHaveCount(1);
    });
  });
}
