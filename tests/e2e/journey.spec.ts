import type { Page } from "@playwright/test";
import { database } from "@/server/database";
import { issueSetUpLink } from "@/server/installation";
import { password } from "../cast";
import { required } from "./required";
import { expect, expectAccessible, newPage, test } from "./team";
import { words } from "./words";

test.describe.configure({ mode: "serial" });

/** A link as a start prints it; crash.spec.ts takes one that was printed. For the second language the installation is made new again. */
async function setUpPath(): Promise<string> {
  await database().installation.update({ where: { id: 1 }, data: { setUpAt: null } });
  return required(await issueSetUpLink(), "a set-up link");
}

for (const locale of ["ar", "en"] as const) {
  const say = words(locale);

  test(`from the set-up link to a status with evidence that two people see (${locale})`, async ({ browser }) => {
    test.setTimeout(180_000);
    const admin = await newPage(browser, locale);
    await test.step("the set-up link makes the first admin", async () => {
      await admin.goto(await setUpPath());
      await expect(admin).toHaveURL(new RegExp(`/${locale}/set-up`));
      await expect(admin.locator("html")).toHaveAttribute("dir", locale === "ar" ? "rtl" : "ltr");
      await expectAccessible(admin);
      await admin.getByLabel(say("installation.workspaceName")).fill("مرصد الالتزامات");
      await admin.getByLabel(say("installation.name")).fill("سلمى");
      await admin.locator("input[name=email]").fill(`salma-${locale}@example.org`);
      await admin.locator("input[name=password]").fill(password);
      await admin.getByRole("button", { name: say("installation.submit") }).click();
      await expect(admin.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(admin).toHaveURL(new RegExp(`/${locale}$`));
      await expect(admin.getByText("مرصد الالتزامات").first()).toBeVisible();
    });

    let link = "";
    await test.step("the admin invites an analyst by a link", async () => {
      await admin.goto(`/${locale}/settings/members`);
      await admin.getByLabel(say("invitations.form.email")).fill(`karim-${locale}@example.org`);
      await admin.locator("input[name=role][value=ANALYST]").check();
      await admin.getByRole("button", { name: say("invitations.form.submit") }).click();
      link = await admin.getByLabel(say("invitations.link.label")).inputValue();
      expect(link).toContain("/invitations/");
    });

    const analyst = await newPage(browser, locale);
    await test.step("the analyst accepts and is in", async () => {
      await analyst.goto(link);
      await expectAccessible(analyst);
      await analyst.getByLabel(say("invitations.accept.name")).fill("كريم");
      await analyst.locator("input[name=password]").fill(password);
      await analyst.getByRole("button", { name: say("invitations.accept.submit") }).click();
      await expect(analyst).toHaveURL(new RegExp(`/${locale}$`));
    });

    const number = locale === "ar" ? 3 : 4;
    const address = (page: Page) =>
      page.locator(`a[href*="/${locale}/commitments/"]`, { hasText: title(locale, number) }).first();
    await test.step("attaches evidence and records a status that rests on it", async () => {
      await address(analyst).click();
      await analyst.waitForURL("**/commitments/**");
      await analyst
        .getByRole("button", { name: say("evidence.attach") })
        .first()
        .click();
      // The two languages share a workspace, which knows a source by its address.
      const source = `https://www.interpol.int/${locale}/How-we-work/Databases`;
      await analyst.getByLabel(say("evidence.fields.address")).fill(source);
      await analyst.getByLabel(say("evidence.fields.title")).fill("INTERPOL databases");
      await analyst.locator("#evidence").getByLabel(say("evidence.fields.kind")).selectOption("OFFICIAL_STATEMENT");
      await analyst.locator("input[name=stance][value=SUPPORTS]").check();
      await analyst.locator("[name=reliability]").selectOption("B");
      await analyst.locator("[name=credibility]").selectOption("2");
      await analyst
        .getByRole("button", { name: say("evidence.submit") })
        .last()
        .click();
      await expect(analyst.getByRole("link", { name: /INTERPOL databases/ }).first()).toBeVisible();

      await analyst
        .getByRole("button", { name: say("assessments.recordFirst") })
        .first()
        .click();
      await analyst.locator("input[name=completion][value=SUBSTANTIAL]").check();
      await analyst.locator("[name=confidence][value=MODERATE]").check();
      await analyst
        .getByLabel(say("assessments.fields.rationale"))
        .fill("قنوات تبادل المعلومات قائمة بحسب المصدر المرفق.");
      await analyst.getByRole("button", { name: say("assessments.submit") }).click();
      await expect(analyst.getByText(say("assessments.fields.evidence")).first()).toBeVisible();
      await expect(
        analyst.getByText(say("refusals.needs_evidence")),
        "without evidence it is refused at its field",
      ).toBeVisible();
      await expect(analyst.getByLabel(say("assessments.fields.rationale")), "and what was typed stays").not.toHaveValue(
        "",
      );
      await analyst.locator("input[name=citationIds]").check();
      await analyst.getByRole("button", { name: say("assessments.submit") }).click();
      await expect(analyst.locator("#status")).toContainText(say("scales.completion.SUBSTANTIAL"));
    });

    await test.step("adds a note with a due date", async () => {
      await analyst
        .getByRole("button", { name: say("notes.add") })
        .first()
        .click();
      await analyst
        .getByRole("textbox", { name: say("notes.fields.body"), exact: true })
        .fill("مراجعة **التقرير السنوي** حين يصدر.");
      await analyst.getByLabel(say("notes.fields.dueOn")).fill("2020-12-01");
      await analyst
        .getByRole("button", { name: say("notes.submit") })
        .last()
        .click();
      await expect(analyst.locator("#notes strong", { hasText: "التقرير السنوي" })).toBeVisible();
      await expectAccessible(analyst);
    });

    await test.step("both see it, on the page and on the overview", async () => {
      await admin.goto(`/${locale}`);
      const row = admin.getByRole("row", { name: new RegExp(title(locale, number)) });
      await expect(row).toContainText(say("scales.completion.SUBSTANTIAL"));
      await expect(row).toContainText("التقرير السنوي");
      await address(admin).click();
      await expect(admin.locator("#notes")).toContainText("التقرير السنوي");
      await expect(admin.locator("#status")).toContainText(say("scales.completion.SUBSTANTIAL"));
      await expect(
        admin.locator("#evidence").getByRole("link", { name: "INTERPOL databases", exact: true }),
      ).toBeVisible();
      await expect(admin.locator("#evidence")).toContainText("B2");
      await admin.goto(`/${locale}/activity`);
      await expect(admin.getByRole("main")).toContainText("كريم");
    });
    await admin.context().close();
    await analyst.context().close();
  });
}

function title(locale: "ar" | "en", number: 3 | 4): string {
  const titles = {
    ar: { 3: "احتجاز إرهابيي داعش ومحاسبتهم", 4: "آليات مساءلة المقاتلين" },
    en: { 3: "Detention and prosecution", 4: "Accountability mechanisms" },
  };
  return titles[locale][number];
}
