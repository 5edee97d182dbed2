// A code after the password, and passkeys: turned on by their person, asked for at the next sign-in, and off again.
import type { Page } from "@playwright/test";
import type { Locale } from "@/i18n/locales";
import { emailOf, names, password } from "../cast";
import { codeOf, withTwoFactor } from "../codes";
import { expect, expectAccessible, expectNothingPending, fillSignIn, newPage, test } from "./team";
import { words } from "./words";

const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const account = (page: Page, locale: Locale) =>
  page.getByRole("button", { name: words(locale)("frame.account", { name: names.ANALYST }) });

for (const locale of ["ar", "en"] as const) {
  const say = words(locale);

  test(`a code is asked for after the password, once the app has shown its first (${locale})`, async ({
    team,
    signedIn,
    browser,
  }) => {
    const page = await signedIn(team.analyst, locale);
    await page.goto(`/${locale}/settings`);
    const codes = section(page, say("twoFactor.title"));
    await codes.getByRole("button", { name: say("twoFactor.start"), exact: true }).click();
    const dialog = page.getByRole("dialog", { name: say("twoFactor.start") });
    await dialog.getByLabel(say("twoFactor.currentPassword"), { exact: true }).fill(password);
    await dialog.getByRole("button", { name: say("twoFactor.start"), exact: true }).click();
    await expect(codes.getByRole("img", { name: say("twoFactor.setUp.picture") })).toBeVisible();
    const key = (await codes.locator(".select-all").innerText()).replaceAll(/\s/g, "");
    const code = codes.getByLabel(say("twoFactor.code"), { exact: true });
    await code.fill("000 000");
    await codes.getByRole("button", { name: say("twoFactor.setUp.submit"), exact: true }).click();
    await expect(code).toHaveAccessibleDescription(new RegExp(say("refusals.wrong_code")));
    await expectAccessible(page);
    await code.fill(await codeOf(key));
    await codes.getByRole("button", { name: say("twoFactor.setUp.submit"), exact: true }).click();
    await expect(codes.getByText(say("twoFactor.on"), { exact: true })).toBeVisible();
    const backupCodes = codes.getByLabel(say("twoFactor.backupCodes.label"));
    await expect(backupCodes).toHaveValue(/^(\w{5}-\w{5} ?){10}$/);
    const [backupCode = ""] = (await backupCodes.inputValue()).split(" ");

    const elsewhere = await newPage(browser, locale);
    await elsewhere.goto(`/${locale}/sign-in?next=%2F${locale}%2Factivity`);
    await fillSignIn(elsewhere, await emailOf(team.analyst));
    await elsewhere.waitForURL(`**/${locale}/sign-in/code?next=*`);
    await expectAccessible(elsewhere);
    const asked = elsewhere.getByLabel(say("twoFactor.code"), { exact: true });
    await asked.fill("123456");
    await expectNothingPending(elsewhere);
    await elsewhere.getByRole("button", { name: say("twoFactor.signIn.submit"), exact: true }).click();
    await expect(asked).toHaveAccessibleDescription(new RegExp(say("refusals.wrong_code")));
    await asked.fill(await codeOf(key, 1));
    await elsewhere.getByRole("button", { name: say("twoFactor.signIn.submit"), exact: true }).click();
    await elsewhere.waitForURL(`**/${locale}/activity`);
    await expect(account(elsewhere, locale)).toBeVisible();
    await elsewhere.context().close();

    const withoutPhone = await newPage(browser, locale);
    await withoutPhone.goto(`/${locale}/sign-in`);
    await fillSignIn(withoutPhone, await emailOf(team.analyst));
    await withoutPhone.getByLabel(say("twoFactor.code"), { exact: true }).fill(backupCode.toUpperCase());
    await expectNothingPending(withoutPhone);
    await withoutPhone.getByRole("button", { name: say("twoFactor.signIn.submit"), exact: true }).click();
    await withoutPhone.waitForURL(`**/${locale}`);
    await withoutPhone.goto(`/${locale}/settings`);
    await expect(section(withoutPhone, say("twoFactor.title")).getByText(/\b9\b/), "one is used up").toBeVisible();
    await expect(section(withoutPhone, say("signIns.own.title"))).toContainText(say("signIns.outcomes.WRONG_CODE"));
    await withoutPhone.context().close();
  });

  test(`an admin turns it off for somebody who lost the phone (${locale})`, async ({ team, signedIn, browser }) => {
    await withTwoFactor(team.analyst);
    const admin = await signedIn(team.admin, locale);
    await admin.goto(`/${locale}/settings/members`);
    await admin.getByRole("button", { name: say("twoFactor.drop.actionNamed", { name: names.ANALYST }) }).click();
    const dialog = admin.getByRole("dialog", { name: say("twoFactor.drop.title", { name: names.ANALYST }) });
    await dialog.getByRole("button", { name: say("twoFactor.drop.submit"), exact: true }).click();
    await expect(dialog).toBeHidden();
    const page = await newPage(browser, locale);
    await page.goto(`/${locale}/sign-in`);
    await fillSignIn(page, await emailOf(team.analyst));
    await page.waitForURL(`**/${locale}`);
    await page.context().close();
  });

  test(`a passkey signs its person in without a password (${locale})`, async ({ team, signedIn }) => {
    const page = await signedIn(team.analyst, locale);
    const device = await page.context().newCDPSession(page);
    await device.send("WebAuthn.enable");
    const { authenticatorId } = await device.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await page.goto(`/${locale}/settings`);
    const passkeys = section(page, say("passkeys.title"));
    await passkeys.getByRole("button", { name: say("passkeys.add"), exact: true }).click();
    const dialog = page.getByRole("dialog", { name: say("passkeys.add") });
    await dialog.getByLabel(say("passkeys.name"), { exact: true }).fill("حاسوب المكتب");
    await dialog.getByLabel(say("twoFactor.currentPassword"), { exact: true }).fill(password);
    await dialog.getByRole("button", { name: say("passkeys.add"), exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(passkeys.getByRole("listitem")).toContainText("حاسوب المكتب");
    await expectAccessible(page);

    await page.context().clearCookies();
    await page.goto(`/${locale}/settings`);
    await page.waitForURL(`**/${locale}/sign-in?next=*`);
    await device.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
    await expectNothingPending(page);
    const withPasskey = page.getByRole("button", { name: say("passkeys.signIn"), exact: true });
    await withPasskey.click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText(say("refusals.passkey_failed"));
    await device.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: true });
    await withPasskey.click();
    await page.waitForURL(`**/${locale}/settings`);

    await page.getByRole("button", { name: say("passkeys.remove.actionNamed", { name: "حاسوب المكتب" }) }).click();
    await page.getByRole("button", { name: say("passkeys.remove.submit"), exact: true }).click();
    await expect(section(page, say("passkeys.title"))).toContainText(say("passkeys.empty"));
  });
}
