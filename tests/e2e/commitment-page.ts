// What people do on a commitment's page, by the names that they see.
import type { Locator, Page } from "@playwright/test";
import type { Locale } from "@/i18n/locales";
import type { Team } from "../cast";
import { required } from "./required";
import { expectNothingPending } from "./team";
import { words } from "./words";

/** The id of the team's commitment with this number. */
export function commitmentId(team: Team, number = 1): string {
  return required(team.commitments.find((each) => each.number === number)?.id, `commitment ${number}`);
}

/** Opens the page of a commitment. */
export async function openCommitment(page: Page, locale: Locale, id: string): Promise<void> {
  await page.goto(`/${locale}/commitments/${id}`);
}

type Opened = "assessments" | "notes" | "evidence";

const openers: Record<Opened, readonly string[]> = {
  assessments: ["assessments.recordFirst", "assessments.record"],
  notes: ["notes.add"],
  evidence: ["evidence.attach"],
};

/** Opens the form that adds an assessment, a note or evidence. */
export async function openForm(page: Page, locale: Locale, what: Opened): Promise<Locator> {
  const say = words(locale);
  const section = page.locator(`#${what === "assessments" ? "status" : what}`);
  const names = openers[what].map((name) => section.getByRole("button", { name: say(name), exact: true }));
  const [one, other] = names;
  const button = other ? required(one, "a button").or(other) : required(one, "a button");
  await button.first().click();
  return formOf(page, locale, what);
}

/** The form that adds an assessment, a note or evidence, once it is open. */
export function formOf(page: Page, locale: Locale, what: Opened): Locator {
  return page.getByRole("region", { name: words(locale)(`${what}.form`), exact: true });
}

/** Opens the form that edits the first note or piece of evidence. */
export async function openEditForm(page: Page, locale: Locale, what: "notes" | "evidence"): Promise<Locator> {
  const say = words(locale);
  await page
    .locator(`#${what}`)
    .getByRole("button", { name: new RegExp(`^${say(`${what}.edit`)}`) })
    .first()
    .click();
  return page.getByRole("region", { name: say(`${what}.editForm`), exact: true });
}

/** A text box of a form by its message key, such as "notes.fields.body". */
export function box(form: Locator, locale: Locale, label: string): Locator {
  return form.getByRole("textbox", { name: words(locale)(label) });
}

/** Presses a button of a form by its message key. */
export async function press(form: Locator, locale: Locale, label: string): Promise<void> {
  await expectNothingPending(form.page());
  await form.getByRole("button", { name: words(locale)(label), exact: true }).click();
}
