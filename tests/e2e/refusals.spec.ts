import type { Locator, Page } from "@playwright/test";
import { recordAssessmentInput } from "@/domain/assessment";
import { listAssessments, recordAssessment } from "@/server/assessments";
import { listEvidence } from "@/server/evidence";
import { listMembers } from "@/server/members";
import { listNotes } from "@/server/notes";
import { addMember, attach, emailOf, names } from "../cast";
import { box, commitmentId, openCommitment, openForm, press } from "./commitment-page";
import { expect, fillSignIn, newPage, test } from "./team";
import { words } from "./words";

/** Every way that Markdown knows to run something or to call out. */
const hostile = `# A heading

<script>window.ran = "a script";</script>
<img src="https://tracker.example.org/raw.png" onerror="window.ran = 'an event'">
<iframe src="https://tracker.example.org/frame"></iframe>
<b onclick="window.ran = 'a click'">raw text</b>

[a script link](javascript:window.ran='a-link') and [a data link](data:text/html,<script>window.ran=1</script>)

![a picture](https://tracker.example.org/picture.png)
`;

/** The hosts that a page asks, other than its own. */
function strangersAskedBy(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { hostname } = new URL(request.url());
    if (hostname && hostname !== "localhost") asked.push(request.url());
  });
  return asked;
}

/** Nothing in it runs, calls out, or would when it is pressed. */
async function expectHarmless(place: Locator): Promise<void> {
  await expect(
    place.locator("img, iframe, [onclick], [onerror], [href^=javascript], [href^=data], script:not([nonce])"),
  ).toHaveCount(0);
}

for (const locale of ["ar", "en"] as const) {
  const say = words(locale);

  test(`evidence: a dangerous address and one that is there already are refused at the field (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const { citationId } = await attach(team.editor, commitmentId(team), {
      title: "The communiqué",
      address: "https://www.example.org/text/",
    });
    const page = await signedIn(team.analyst, locale);
    await openCommitment(page, locale, commitmentId(team));
    const form = await openForm(page, locale, "evidence");
    const address = box(form, locale, "evidence.fields.address");
    await address.fill("javascript:alert(1)");
    await box(form, locale, "evidence.fields.title").fill("A title that stays");
    await form.getByLabel(say("evidence.fields.kind")).selectOption("REPORT");
    await form.getByRole("radio", { name: new RegExp(`^${say("scales.stance.CONTRADICTS")}`) }).check();
    await press(form, locale, "evidence.submit");
    await expect(address).toHaveAccessibleDescription(new RegExp(say("refusals.bad_address")));
    await expect(address, "the focus is where something is to be done").toBeFocused();
    await expect(address).toHaveValue("javascript:alert(1)");
    await expect(box(form, locale, "evidence.fields.title")).toHaveValue("A title that stays");
    await expect(form.getByLabel(say("evidence.fields.kind"))).toHaveValue("REPORT");
    await expect(form.getByRole("radio", { name: new RegExp(`^${say("scales.stance.CONTRADICTS")}`) })).toBeChecked();

    await address.fill("http://example.org/text?utm_source=mail#top");
    await press(form, locale, "evidence.submit");
    await expect(address).toHaveAccessibleDescription(new RegExp(say("refusals.already_attached")));
    await form.getByRole("link", { name: "The communiqué", exact: true }).first().click();
    await expect(page).toHaveURL(new RegExp(`#evidence-${citationId}$`));
    await expect(page.locator(`#evidence-${citationId}`)).toBeInViewport();

    await address.fill("https://example.org/another");
    await press(form, locale, "evidence.submit");
    await expect(form).toBeHidden();
    const titles = (await listEvidence(team.analyst, commitmentId(team))).map(({ title }) => title);
    expect(titles.sort()).toEqual(["A title that stays", "The communiqué"]);
  });

  test(`an assessment without its evidence or of the future, and an empty note, are refused at the field (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const page = await signedIn(team.analyst, locale);
    await openCommitment(page, locale, commitmentId(team));
    const form = await openForm(page, locale, "assessments");
    const asOf = form.getByLabel(say("assessments.fields.asOf"), { exact: true });
    await press(form, locale, "assessments.submit");
    const scale = form.getByRole("group", { name: say("assessments.fields.completion") });
    await expect(scale, "a choice that was not made").toHaveAccessibleDescription(
      new RegExp(say("refusals.choose_one")),
    );
    await form.getByRole("radio", { name: new RegExp(`^${say("scales.completion.SUBSTANTIAL")}`) }).check();
    await form.getByRole("radio", { name: new RegExp(`^${say("scales.confidence.HIGH")}`) }).check();
    await box(form, locale, "assessments.fields.rationale").fill("أسباب كُتبت بعناية.");
    await press(form, locale, "assessments.submit");
    const evidence = form.getByRole("group", { name: say("assessments.fields.evidence") });
    await expect(evidence).toHaveAccessibleDescription(new RegExp(say("refusals.needs_evidence")));

    await form.getByRole("radio", { name: new RegExp(`^${say("scales.completion.LIMITED")}`) }).check();
    await asOf.fill("2199-01-01");
    await press(form, locale, "assessments.submit");
    await expect(asOf).toHaveAccessibleDescription(new RegExp(say("refusals.in_future")));
    await expect(box(form, locale, "assessments.fields.rationale")).toHaveValue("أسباب كُتبت بعناية.");
    expect(await listAssessments(team.analyst, commitmentId(team))).toEqual([]);

    const note = await openForm(page, locale, "notes");
    await box(note, locale, "notes.fields.body").fill("  \n ");
    await press(note, locale, "notes.submit");
    await expect(box(note, locale, "notes.fields.body")).toHaveAccessibleDescription(
      new RegExp(say("refusals.required")),
    );
    expect(await listNotes(team.analyst, commitmentId(team))).toEqual([]);
  });

  test(`Markdown is shown, and nothing in it runs or calls out (${locale})`, async ({ team, signedIn }) => {
    const judged = recordAssessmentInput.parse({
      commitmentId: commitmentId(team),
      completion: "LIMITED",
      confidence: "LOW",
      rationale: hostile,
      asOf: "2020-01-01",
    });
    await recordAssessment(team.editor, judged);
    const page = await signedIn(team.analyst, locale);
    const strangers = strangersAskedBy(page);
    await openCommitment(page, locale, commitmentId(team));
    const form = await openForm(page, locale, "notes");
    await box(form, locale, "notes.fields.body").fill(hostile);
    await press(form, locale, "notes.submit");
    await expect(form).toBeHidden();

    const [notes, status] = [page.locator("#notes"), page.locator("#status")];
    await expect(notes.getByRole("heading", { name: "A heading" })).toBeVisible();
    await expect(notes).toContainText("a script link");
    await expect(notes, "what was typed is shown as it was typed").toContainText('<b onclick="window.ran =');
    await expect(
      notes.getByRole("link", { name: say("common.image", { description: "a picture" }) }),
      "a picture is a link, for its reader to follow",
    ).toHaveAttribute("href", "https://tracker.example.org/picture.png");
    await expect(status, "reasons are plain text").toContainText("[a script link](javascript:window.ran='a-link')");
    await expectHarmless(notes);
    await expectHarmless(status);
    for (const path of ["", "/activity", "/summary"]) {
      await page.goto(`/${locale}${path}`);
      await expectHarmless(page.getByRole("main"));
    }
    expect(await page.evaluate(() => (window as { ran?: string }).ran)).toBeUndefined();
    expect(strangers).toEqual([]);
  });

  test(`the last admin can neither leave nor become less (${locale})`, async ({ team, signedIn }) => {
    const page = await signedIn(team.admin, locale);
    await page.goto(`/${locale}/settings/members`);
    const role = page.getByLabel(say("members.roleOf", { name: names.ADMIN }));
    await role.selectOption("READER");
    const refusal = page.getByRole("alert").filter({ hasText: say("refusals.last_admin") });
    await expect(refusal.first()).toBeVisible();
    await expect(role, "the list shows the role that stands").toHaveValue("ADMIN");
    await page.reload();

    await page.getByRole("button", { name: say("members.remove.actionNamed", { name: names.ADMIN }) }).click();
    const dialog = page.getByRole("dialog", { name: say("members.remove.title", { name: names.ADMIN }) });
    await dialog.getByRole("button", { name: say("members.remove.submit") }).click();
    await expect(refusal.first()).toBeVisible();
    const admins = (await listMembers(team.admin)).filter((member) => member.role === "ADMIN");
    expect(admins.map(({ name }) => name)).toEqual([names.ADMIN]);
  });
}

test("too many tries at a password are refused for a while, the right password too", async ({ team, browser }) => {
  const locale = "ar";
  const say = words(locale);
  const tried = await addMember(team.workspaceId, "READER", "Tried by a stranger");
  const page = await newPage(browser, locale);
  await page.goto(`/${locale}/sign-in`);
  const refusal = page.getByRole("main").getByRole("alert");
  for (let tries = 0; tries < 10; tries += 1) {
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await fillSignIn(page, await emailOf(tried), `not the password ${tries}`);
    await answered;
    await expect(refusal).toContainText(say("refusals.wrong_credentials"));
  }
  await fillSignIn(page, await emailOf(tried));
  await expect(refusal).toContainText((say("refusals.rate_limited").split("{")[0] ?? "").trim());
  await expect(page).toHaveURL(/\/sign-in/);
  await fillSignIn(page, await emailOf(team.reader));
  await page.waitForURL(`**/${locale}`);
  await page.context().close();
});

test("signing in never leads to another site", async ({ team, browser }) => {
  for (const next of ["https://evil.example.org/en", "//evil.example.org"]) {
    const page = await newPage(browser, "en");
    await page.goto(`/en/sign-in?next=${encodeURIComponent(next)}`);
    await fillSignIn(page, await emailOf(team.reader));
    await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
    expect(new URL(page.url()).pathname, next).toBe("/en");
    expect(new URL(page.url()).hostname, next).toBe("localhost");
    await page.context().close();
  }
});

test("signing in leads back to the page that was asked for", async ({ team, browser }) => {
  const page = await newPage(browser, "en");
  await page.goto("/en/activity?kind=note");
  await expect(page).toHaveURL(/\/en\/sign-in\?next=/);
  await fillSignIn(page, await emailOf(team.reader));
  await expect(page).toHaveURL(/\/en\/activity\?kind=note$/);
  await page.context().close();
});

test("a visitor who asks for what is not there hears so, in the language of the address", async ({ request }) => {
  for (const [path, locale] of [
    ["/en/nowhere", "en"],
    ["/ar/nowhere/at/all", "ar"],
  ] as const) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(404);
    expect(await answer.text()).toContain(words(locale)("errors.notFound.title"));
  }
});
