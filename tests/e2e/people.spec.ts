import type { Page } from "@playwright/test";
import type { Locale } from "@/i18n/locales";
import { emailOf, names, password } from "../cast";
import { box, commitmentId, openCommitment, openForm, press } from "./commitment-page";
import { expect, expectNothingPending, fillSignIn, newPage, signIn, test } from "./team";
import { words } from "./words";

const newPassword = "another long password";

/** The next thing that somebody does: a link of the frame. */
const clickNext = (page: Page, locale: Locale, name: string) =>
  page
    .getByRole("navigation", { name: words(locale)("frame.nav.label") })
    .getByRole("link", { name: words(locale)(`frame.nav.${name}`), exact: true })
    .click();

/** The end buttons of the other open sessions. */
const otherSessions = (page: Page, locale: Locale) =>
  page.getByRole("button", { name: new RegExp(`^${words(locale)("sessions.list.endNamed").split("{")[0]}`) });

for (const locale of ["ar", "en"] as const) {
  const say = words(locale);

  test(`an admin changes a role, and it holds from the other’s next step (${locale})`, async ({ team, signedIn }) => {
    const [admin, analyst] = [await signedIn(team.admin, locale), await signedIn(team.analyst, locale)];
    await openCommitment(analyst, locale, commitmentId(team));
    const form = await openForm(analyst, locale, "notes");
    await box(form, locale, "notes.fields.body").fill("كُتبت قبل تغيير الدور");

    await admin.goto(`/${locale}/settings/members`);
    await admin.getByLabel(say("members.roleOf", { name: names.ANALYST })).selectOption("READER");
    const done = say("members.roleChanged", { name: names.ANALYST, role: say("roles.READER") });
    await expect(admin.getByText(done).first()).toBeVisible();

    await press(form, locale, "notes.submit");
    await expect(form.getByRole("alert")).toContainText(say("refusals.forbidden"));
    await expect(box(form, locale, "notes.fields.body"), "what was typed stays").toHaveValue("كُتبت قبل تغيير الدور");
    await analyst.getByRole("link", { name: new RegExp(`^${say("commitments.next")}`) }).click();
    await analyst.waitForURL(`**/commitments/${commitmentId(team, 2)}`);
    await expect(analyst.getByText(say("notes.emptyReader"))).toBeVisible();
    await expect(analyst.getByRole("button", { name: say("notes.add"), exact: true })).toHaveCount(0);
  });

  test(`somebody who is removed is out at the next step, and signing in says why (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const [admin, reader] = [await signedIn(team.admin, locale), await signedIn(team.reader, locale)];
    await reader.goto(`/${locale}`);
    await admin.goto(`/${locale}/settings/members`);
    await admin.getByRole("button", { name: say("members.remove.actionNamed", { name: names.READER }) }).click();
    const dialog = admin.getByRole("dialog", { name: say("members.remove.title", { name: names.READER }) });
    await dialog.getByRole("button", { name: say("members.remove.submit"), exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(admin.getByRole("rowheader", { name: names.READER })).toHaveCount(0);

    await clickNext(reader, locale, "activity");
    await expect(reader).toHaveURL(new RegExp(`/${locale}/sign-in`));
    await fillSignIn(reader, await emailOf(team.reader));
    await expect(reader.getByRole("main").getByRole("alert")).toContainText(say("refusals.no_workspace"));
  });

  test(`a password link works once and ends the sessions that were open (${locale})`, async ({
    team,
    signedIn,
    browser,
  }) => {
    const [admin, before] = [await signedIn(team.admin, locale), await signedIn(team.analyst, locale)];
    await before.goto(`/${locale}`);
    await admin.goto(`/${locale}/settings/members`);
    await admin.getByRole("button", { name: say("passwordResets.make.actionNamed", { name: names.ANALYST }) }).click();
    await admin.getByRole("button", { name: say("passwordResets.make.submit"), exact: true }).click();
    const link = await admin.getByLabel(say("passwordResets.make.label"), { exact: true }).inputValue();

    const page = await newPage(browser, locale);
    await page.goto(link);
    await page.locator("input[name=password]").fill("too short");
    await page.getByRole("button", { name: say("passwordResets.submit"), exact: true }).click();
    await expect(page.locator("input[name=password]")).toHaveAccessibleDescription(
      new RegExp(say("refusals.short_password")),
    );
    await page.locator("input[name=password]").fill(newPassword);
    await expectNothingPending(page);
    await page.getByRole("button", { name: say("passwordResets.submit"), exact: true }).click();
    await page.waitForURL(`**/${locale}`);
    await expect(page.getByRole("button", { name: say("frame.account", { name: names.ANALYST }) })).toBeVisible();

    await clickNext(before, locale, "activity");
    await expect(before, "the session of before is over").toHaveURL(new RegExp(`/${locale}/sign-in`));
    await fillSignIn(before, await emailOf(team.analyst));
    await expect(before.getByRole("main").getByRole("alert")).toContainText(say("refusals.wrong_credentials"));

    const again = await newPage(browser, locale);
    expect((await again.goto(link))?.status(), "the second time").toBe(403);
    await expect(again.getByRole("heading", { level: 1 })).toHaveText(say("passwordResets.badLink.title"));
    await again.context().close();
    await page.context().close();
  });

  test(`one’s sessions: seen, ended, ended by a new password, and signing out (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const [here, there] = [await signedIn(team.editor, locale), await signedIn(team.editor, locale)];
    await there.goto(`/${locale}`);
    await here.goto(`/${locale}/settings`);
    await expect(here.getByText(say("sessions.list.current"), { exact: true })).toBeVisible();
    await expect(otherSessions(here, locale)).toHaveCount(1);
    await otherSessions(here, locale).click();
    await expect(otherSessions(here, locale)).toHaveCount(0);
    await clickNext(there, locale, "text");
    await expect(there, "the one that was ended is out").toHaveURL(new RegExp(`/${locale}/sign-in`));

    await signIn(there, team.editor, locale);
    const current = here.getByLabel(say("sessions.fields.currentPassword"), { exact: true });
    const submit = here.getByRole("button", { name: say("sessions.password.submit"), exact: true });
    await current.fill("not my password");
    await here.getByLabel(say("sessions.fields.newPassword"), { exact: true }).fill(newPassword);
    await submit.click();
    await expect(current).toHaveAccessibleDescription(new RegExp(say("refusals.wrong_password")));
    await current.fill(password);
    await expectNothingPending(here);
    await submit.click();
    await expect(here.getByText(say("sessions.password.done"))).toBeVisible();
    await clickNext(there, locale, "activity");
    await expect(there, "a new password ends the others").toHaveURL(new RegExp(`/${locale}/sign-in`));

    await here.getByRole("button", { name: say("frame.account", { name: names.EDITOR }) }).click();
    await here.getByRole("menuitem", { name: say("frame.signOut"), exact: true }).click();
    await expect(here).toHaveURL(new RegExp(`/${locale}/sign-in$`));
    await here.goto(`/${locale}/activity`);
    await expect(here, "signed out, nothing opens").toHaveURL(new RegExp(`/${locale}/sign-in`));
    await fillSignIn(here, await emailOf(team.editor), newPassword);
    await expect(here).toHaveURL(new RegExp(`/${locale}/activity$`));
  });
}
