import type { Locator, Page } from "@playwright/test";
import type { Locale } from "@/i18n/locales";
import { addMember, emailOf, password } from "../cast";
import { box, commitmentId, formOf, openCommitment } from "./commitment-page";
import { expect, newPage, test } from "./team";
import { words } from "./words";

const listOfKeys = (page: Page, locale: Locale) =>
  page.getByRole("dialog", { name: words(locale)("frame.keys.title"), exact: true });

/** Opens the list of keys by its key; until the page is alive, nobody listens, so it is pressed again. */
async function openListOfKeys(page: Page, locale: Locale): Promise<Locator> {
  const list = listOfKeys(page, locale);
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(list).toBeVisible({ timeout: 1_000 });
  }).toPass();
  return list;
}

async function closeListOfKeys(page: Page, locale: Locale): Promise<void> {
  await page.keyboard.press("Escape");
  await expect(listOfKeys(page, locale)).toBeHidden();
}

/** Presses Tab until the focus is there, and sees that the focus shows. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 80 && !(await isThere()); presses += 1) await page.keyboard.press("Tab");
  await expect(target).toBeFocused();
  expect(await showsFocus(target), "the focus is visible").toBe(true);
}

/** Whether an outline stands around the control, or around the label that frames it. */
function showsFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => {
    const frames = [element, element.closest("label")].filter((frame) => frame !== null);
    return frames.some((frame) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(frame);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    });
  });
}

/** Presses an arrow until this choice is taken. */
async function arrowTo(page: Page, choice: Locator): Promise<void> {
  for (let presses = 0; presses < 8 && !(await choice.isChecked()); presses += 1)
    await page.keyboard.press("ArrowDown");
  await expect(choice).toBeChecked();
}

/** A press on an Arabic keyboard, where the key of a Latin letter gives an Arabic one. */
async function pressArabic(page: Page, key: string, code: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Input.dispatchKeyEvent", { type: "keyDown", key, code, text: key });
  await session.send("Input.dispatchKeyEvent", { type: "keyUp", key, code });
  await session.detach();
}

for (const locale of ["ar", "en"] as const) {
  const say = words(locale);

  test(`“?” lists the keys, and “g” with a letter goes to each page (${locale})`, async ({ team, signedIn }) => {
    const page = await signedIn(team.reader, locale);
    await page.goto(`/${locale}`);
    const list = await openListOfKeys(page, locale);
    for (const name of ["goOverview", "goText", "goActivity", "goSettings", "search", "next", "previous", "help"]) {
      await expect(list.getByText(say(`frame.keys.${name}`), { exact: true })).toBeVisible();
    }
    await closeListOfKeys(page, locale);
    for (const [letter, path] of [
      ["t", `/documents/${team.documentSlug}`],
      ["a", "/activity"],
      ["s", "/settings"],
      ["o", ""],
    ] as const) {
      await page.keyboard.press("g");
      await page.keyboard.press(letter);
      await expect(page).toHaveURL(new RegExp(`/${locale}${path}$`));
    }
    await pressArabic(page, "ل", "KeyG");
    await pressArabic(page, "ش", "KeyA");
    await expect(page, "the same keys on an Arabic keyboard").toHaveURL(new RegExp(`/${locale}/activity$`));
  });

  test(`a commitment’s keys: to its neighbours, and into each form and back (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const page = await signedIn(team.analyst, locale);
    await openCommitment(page, locale, commitmentId(team, 2));
    const list = await openListOfKeys(page, locale);
    for (const name of ["notes.add", "evidence.attach", "assessments.recordFirst"]) {
      await expect(list.getByText(say(name), { exact: true })).toBeVisible();
    }
    await closeListOfKeys(page, locale);
    await page.keyboard.press("j");
    await expect(page).toHaveURL(new RegExp(commitmentId(team, 3)));
    await page.keyboard.press("k");
    await expect(page).toHaveURL(new RegExp(commitmentId(team, 2)));

    for (const { key, what, opener, first } of [
      { key: "n", what: "notes", opener: "notes.add", first: "textarea[name=body]" },
      { key: "v", what: "evidence", opener: "evidence.attach", first: "input[name=address]" },
      { key: "s", what: "assessments", opener: "assessments.recordFirst", first: "input[name=completion]" },
    ] as const) {
      await page.keyboard.press(key);
      const form = formOf(page, locale, what);
      await expect(form.locator(first).first(), `${key} puts the focus into the form`).toBeFocused();
      await tabTo(page, form.getByRole("button", { name: say("forms.cancel"), exact: true }));
      await page.keyboard.press("Enter");
      await expect(form).toBeHidden();
      await expect(page.getByRole("button", { name: say(opener), exact: true }), "and back").toBeFocused();
    }

    await page.keyboard.press("n");
    const body = box(formOf(page, locale, "notes"), locale, "notes.fields.body");
    await expect(body).toBeFocused();
    await page.keyboard.type("j g o ? n v s");
    await expect(body, "while somebody types, keys are letters").toHaveValue("j g o ? n v s");
    await expect(page).toHaveURL(new RegExp(commitmentId(team, 2)));
    await expect(listOfKeys(page, locale)).toBeHidden();
  });

  test(`from signing in to a recorded assessment with the keyboard alone (${locale})`, async ({ team, browser }) => {
    const analyst = await addMember(team.workspaceId, "ANALYST");
    const page = await newPage(browser, locale);
    const skip = page.getByRole("link", { name: say("frame.skip"), exact: true });

    await test.step("signing in", async () => {
      await page.goto(`/${locale}/sign-in`);
      await page.keyboard.press("Tab");
      await expect(skip, "the first stop leads past the frame").toBeFocused();
      await expect(skip).toBeInViewport();
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      await expect(page.getByLabel(say("sessions.fields.email")), "past the frame stands the form").toBeFocused();
      await page.keyboard.type(await emailOf(analyst));
      await tabTo(page, page.getByLabel(say("sessions.fields.password"), { exact: true }));
      await page.keyboard.type(password);
      await page.keyboard.press("Enter");
      await page.waitForURL(`**/${locale}`);
    });

    await test.step("to the first commitment", async () => {
      const row = page.getByRole("main").getByRole("row").nth(1);
      await tabTo(page, row.getByRole("link").first());
      await page.keyboard.press("Enter");
      await page.waitForURL(`**/commitments/${commitmentId(team)}`);
    });

    await test.step("the assessment", async () => {
      await tabTo(page, page.getByRole("button", { name: say("assessments.recordFirst"), exact: true }));
      await page.keyboard.press("Enter");
      const form = formOf(page, locale, "assessments");
      const radio = (name: string) => form.getByRole("radio", { name: new RegExp(`^${say(name)}`) });
      await page.keyboard.press("Space");
      await arrowTo(page, radio("scales.completion.LIMITED"));
      await tabTo(page, form.getByRole("checkbox", { name: say("scales.counterAction") }));
      await page.keyboard.press("Space");
      await page.keyboard.press("Tab");
      await arrowTo(page, radio("scales.confidence.LOW"));
      await tabTo(page, box(form, locale, "assessments.fields.rationale"));
      await page.keyboard.type("خطوات أولى فقط.");
      await tabTo(page, form.getByRole("button", { name: say("assessments.submit"), exact: true }));
      await page.keyboard.press("Enter");
      await expect(form).toBeHidden();
      await expect(page.locator("#status")).toContainText(say("scales.completion.LIMITED"));
      await expect(page.locator("#status")).toContainText(say("scales.counterAction"));
      await expect(page.locator("#status")).toContainText("خطوات أولى فقط.");
    });
    await page.context().close();
  });
}

test("keys that are switched off stay off after a reload, and can be switched on again", async ({ team, signedIn }) => {
  const say = words("ar");
  const page = await signedIn(team.reader, "ar");
  await page.goto("/ar");
  const toggle = page.getByRole("checkbox", { name: say("frame.keys.toggle") });
  await openListOfKeys(page, "ar");
  await toggle.uncheck();
  await closeListOfKeys(page, "ar");
  await page.reload();

  // The button opens the list only once the page is alive, so from here on silence means off.
  await page.getByRole("button", { name: say("frame.keys.title"), exact: true }).click();
  await expect(toggle).not.toBeChecked();
  await closeListOfKeys(page, "ar");
  await page.locator("body").press("g");
  await page.keyboard.press("?");
  await expect(page.getByText(say("frame.keys.waiting"))).toHaveCount(0);
  await expect(listOfKeys(page, "ar")).toHaveCount(0);

  await page.getByRole("button", { name: say("frame.keys.title"), exact: true }).click();
  await toggle.check();
  await closeListOfKeys(page, "ar");
  await openListOfKeys(page, "ar");
});
