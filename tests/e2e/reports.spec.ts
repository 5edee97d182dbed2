import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { recordAssessmentInput } from "@/domain/assessment";
import { addNoteInput } from "@/domain/note";
import { publishReleaseInput } from "@/domain/release";
import { reportFormats } from "@/domain/report";
import { listAssessments, recordAssessment } from "@/server/assessments";
import { database } from "@/server/database";
import { addNote } from "@/server/notes";
import { publishRelease } from "@/server/releases";
import { attach, type Team } from "../cast";
import { happenedOn } from "../past";
import { commitmentId } from "./commitment-page";
import { required } from "./required";
import { expect, expectAccessible, test } from "./team";
import { words } from "./words";

const noteBody = "راجعنا التقرير السنوي.";
const source = "INTERPOL, annual report";

/** The third commitment judged LIMITED by the summer of 2022, with a note, and SUBSTANTIAL today. */
async function makeHistory(team: Team, between: () => Promise<void> = async () => {}): Promise<void> {
  const id = commitmentId(team, 3);
  const { citationId } = await attach(team.analyst, id, { title: source });
  const judged = { commitmentId: id, confidence: "HIGH", rationale: "بحسب المصدر.", citationIds: [citationId] };
  await recordAssessment(
    team.analyst,
    recordAssessmentInput.parse({ ...judged, completion: "LIMITED", asOf: "2022-01-10" }),
  );
  await addNote(team.analyst, addNoteInput.parse({ commitmentId: id, body: noteBody, datedOn: "2022-02-01" }));
  await happenedOn(team.workspaceId, "2022-06-01");
  await between();
  const basedOnId = required((await listAssessments(team.analyst, id))[0], "the first judgement").id;
  await recordAssessment(
    team.analyst,
    recordAssessmentInput.parse({ ...judged, completion: "SUBSTANTIAL", asOf: "2024-03-01", basedOnId }),
  );
}

/** More than a summary is written of while the reader waits; events of a kind that no version knows change nothing. */
async function makeLarge(team: Team): Promise<void> {
  await database().$executeRaw`
    INSERT INTO "Event" (id, "workspaceId", number, at, via, type, "documentId", data)
    SELECT ${team.workspaceId} || n, ${team.workspaceId}, 100000 + n, now(), 'JOB', 'old.kind', id, '{}'
    FROM "Document", generate_series(1, 1501) n WHERE "workspaceId" = ${team.workspaceId}`;
}

async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

const json = (bytes: Buffer) => JSON.parse(bytes.toString("utf8"));
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

for (const locale of ["ar", "en"] as const) {
  const say = words(locale);
  const nameOf = (format: string) => `${say(`reports.formats.${format}`)} ${say(`reports.formatUse.${format}`)}`;
  const formatLink = (page: Page, format: string) => page.getByRole("link", { name: nameOf(format), exact: true });

  test(`what is chosen is what the preview shows and what the file holds (${locale})`, async ({ team, signedIn }) => {
    await makeHistory(team);
    const page = await signedIn(team.reader, locale);
    await page.goto(`/${locale}`);
    await page.getByRole("link", { name: say("reports.title"), exact: true }).click();
    const preview = page.getByRole("region", { name: say("reports.preview") });
    await expect(preview).toContainText(say("scales.completion.SUBSTANTIAL"));
    await expect(preview).toContainText(noteBody);

    const form = page.getByRole("form", { name: say("reports.form") });
    await form.getByRole("radio", { name: "Français" }).check();
    await form.locator("input[name=asOf]").fill("2022-12-31");
    await form.getByRole("checkbox", { name: say("reports.sections.method") }).uncheck();
    await form.getByRole("radio", { name: say("reports.notes.without") }).check();
    await form.getByRole("button", { name: say("reports.show") }).click();

    const french = words("fr");
    await expect(preview.getByRole("article")).toHaveAttribute("lang", "fr");
    await expect(preview).toContainText(french("summary.title"));
    await expect(preview.getByRole("row").filter({ hasText: french("scales.completion.LIMITED") })).toHaveCount(1);
    await expect(preview).not.toContainText(noteBody);
    await expect(preview).not.toContainText(french("summary.heads.method"));
    const { name, bytes } = await saved(page, () => formatLink(page, "json").click());
    expect(name).toBe(`${french("summary.title")} 2022-12-31.json`);
    const file = json(bytes);
    expect(file).toMatchObject({ language: "fr", asOf: { iso: "2022-12-31" }, withNotes: false });
    expect(file).not.toHaveProperty("method");
    expect(file.commitments[2].status.code).toBe("LIMITED");

    // Other scales stand beside the status, and what waits for review counts only where it is asked for.
    await form.getByRole("checkbox", { name: say("scales.other.g7") }).check();
    await form.getByRole("radio", { name: say("reports.unreviewed.with") }).check();
    await form.getByRole("button", { name: say("reports.show") }).click();
    await expect(preview).toContainText(french("summary.unreviewed"));
    await expect(preview.getByRole("row").filter({ hasText: "G7/G20 0" })).toHaveCount(1);
    await expectAccessible(page);
    const chosen = json((await saved(page, () => formatLink(page, "json").click())).bytes);
    expect(chosen).toMatchObject({ unreviewed: "with", scales: ["g7"] });
    expect(chosen.commitments[2].otherScales).toMatchObject([{ scale: { code: "g7" }, value: { code: "0" } }]);

    await form.locator("input[name=asOf]").fill("");
    await form.locator("input[name=comparedWith]").fill("2022-12-31");
    await form.getByRole("button", { name: say("reports.show") }).click();
    await expect(preview).toContainText(french("summary.changes.movement.UP"));
    await expect(preview).toContainText(source);
  });

  test(`every format comes at a press of its name (${locale})`, async ({ team, signedIn }) => {
    test.setTimeout(90_000);
    await makeHistory(team);
    const page = await signedIn(team.reader, locale);
    await page.goto(`/${locale}/reports`);
    const beginnings: Record<string, string> = { pdf: "%PDF-", docx: "PK", xlsx: "PK", "csv-tables": "PK", json: "{" };
    for (const format of reportFormats) {
      const { name, bytes } = await saved(page, () => formatLink(page, format).click());
      expect(name).toContain(say("summary.title"));
      expect(bytes.byteLength, format).toBeGreaterThan(500);
      expect(bytes.toString("latin1").startsWith(beginnings[format] ?? ""), format).toBe(true);
    }
  });

  test(`an export that fails says why, in words, and the page stays as it was (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const page = await signedIn(team.reader, locale);
    await page.goto(`/${locale}/reports`);
    const alert = page.getByRole("main").getByRole("alert");
    await page.route("**/summary?*", (route) =>
      route.fulfill({ status: 500, contentType: "application/problem+json", body: '{"code":"unexpected"}' }),
    );
    await formatLink(page, "pdf").click();
    await expect(alert).toHaveText(say("exports.unexpected"));
    await page.unroute("**/summary?*");
    await page.route("**/summary?*", (route) => route.abort());
    await formatLink(page, "pdf").click();
    await expect(alert).toHaveText(say("exports.offline"));
    await page.unroute("**/summary?*");
    await saved(page, () => formatLink(page, "pdf").click());
    await expect(alert).toHaveCount(0);
  });

  test(`a commitment that is not there is said at the list, and all are shown (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const page = await signedIn(team.reader, locale);
    await page.goto(`/${locale}/reports?commitments=99`);
    await expect(page.getByRole("alert").filter({ hasText: say("refusals.no_such_commitment") })).toBeVisible();
    await expect(page.getByRole("region", { name: say("reports.preview") }).getByRole("article")).toBeVisible();
  });

  test(`a date that cannot be taken is said at its field (${locale})`, async ({ team, signedIn }) => {
    const page = await signedIn(team.reader, locale);
    await page.goto(`/${locale}/reports?asOf=2022-01-01&comparedWith=2023-01-01`);
    await expect(page.locator("input[name=comparedWith]")).toHaveAccessibleDescription(
      new RegExp(say("refusals.not_earlier")),
    );
    await expect(page.getByRole("region", { name: say("reports.preview") }).getByRole("article")).toBeVisible();
  });

  test(`a file of a large document is made in the background, can be given up, and waits for its reader (${locale})`, async ({
    team,
    signedIn,
  }) => {
    test.setTimeout(90_000);
    await makeHistory(team);
    await makeLarge(team);
    const page = await signedIn(team.analyst, locale);
    await page.goto(`/${locale}/reports`);
    const button = (format: string) => page.getByRole("button", { name: nameOf(format), exact: true });
    await button("pdf").click();
    const pdf = say("reports.formats.pdf");
    await page
      .getByRole("button", { name: say("exports.downloadNamed", { format: pdf }) })
      .waitFor({ timeout: 30_000 });
    await page.reload();
    await expectAccessible(page);
    const { bytes } = await saved(page, () =>
      page.getByRole("button", { name: say("exports.downloadNamed", { format: pdf }) }).click(),
    );
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");

    // One that waits, since no worker is told of it.
    const { id } = await database().export.create({
      data: {
        workspaceId: team.workspaceId,
        documentId: (await database().document.findFirstOrThrow({ where: { workspaceId: team.workspaceId } })).id,
        requestedById: team.analyst.memberId,
        format: "docx",
        language: locale,
        choices: {},
        expiresAt: new Date(Date.now() + 60_000),
      },
    });
    await page.reload();
    const docx = say("reports.formats.docx");
    await expect(page.getByRole("progressbar", { name: say("exports.progress", { format: docx }) })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: say("exports.cancelNamed", { format: docx }) }).click();
    await expect(page.getByText(say("exports.state.CANCELLED"))).toBeVisible();
    expect((await database().export.findUniqueOrThrow({ where: { id } })).state).toBe("CANCELLED");
  });

  test(`an editor publishes a release; it stays what it was, and two of them are compared (${locale})`, async ({
    team,
    signedIn,
  }) => {
    test.setTimeout(90_000);
    await makeHistory(team, async () => {
      await publishRelease(team.editor, publishReleaseInput.parse({ documentSlug: team.documentSlug }));
    });
    const page = await signedIn(team.editor, locale);
    await page.goto(`/${locale}/reports`);
    await page.getByRole("button", { name: say("releases.publish.action") }).click();
    const dialog = page.getByRole("dialog", { name: say("releases.publish.title") });
    await expectAccessible(page);
    await dialog.getByRole("button", { name: say("releases.publish.submit"), exact: true }).click();
    await page.waitForURL(`**/${locale}/releases/*`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(say("releases.numberPlain", { number: 2 }));
    await expect(page.getByRole("article")).toContainText(say("scales.completion.SUBSTANTIAL"));
    await expect(page.getByRole("article")).not.toContainText(noteBody);
    const { bytes } = await saved(page, () => formatLink(page, "json").click());
    await page.getByText(say("releases.hashes"), { exact: true }).click();
    await expect(page.getByRole("main")).toContainText(sha256(bytes));

    await addNote(
      team.analyst,
      addNoteInput.parse({ commitmentId: commitmentId(team, 3), body: "بعد النشر", datedOn: "2024-04-01" }),
    );
    const again = await saved(page, () => formatLink(page, "json").click());
    expect(sha256(again.bytes)).toBe(sha256(bytes));

    await page
      .getByRole("link", { name: say("releases.title"), exact: true })
      .first()
      .click();
    await expect(page.getByRole("main").getByRole("listitem").getByRole("heading", { level: 2 })).toHaveText([
      say("releases.numberPlain", { number: 2 }),
      say("releases.numberPlain", { number: 1 }),
    ]);
    await page.getByRole("link", { name: say("releases.compare.action") }).click();
    const moved = page
      .getByRole("row")
      .filter({ has: page.getByText(say("summary.changes.movement.UP"), { exact: true }) });
    await expect(moved).toHaveCount(1);
    for (const text of ["LIMITED", "SUBSTANTIAL"]) await expect(moved).toContainText(say(`scales.completion.${text}`));
    await expect(moved).toContainText(source);
    await page.getByRole("link", { name: say("releases.compare.onlyMoved") }).click();
    await expect(page.getByRole("row")).toHaveCount(2);
  });
}

test("an analyst sees releases and publishes none", async ({ team, signedIn }) => {
  const say = words("en");
  const page = await signedIn(team.analyst, "en");
  await page.goto("/en/reports");
  await expect(page.getByRole("link", { name: say("reports.releases") })).toBeVisible();
  await expect(page.getByRole("button", { name: say("releases.publish.action") })).toHaveCount(0);
});

test("without JavaScript the choices and the files are still there", async ({ team, signedIn, browser }) => {
  const page = await signedIn(team.reader, "en");
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const bare = await context.newPage();
  const say = words("en");
  await bare.goto("/en/reports");
  await bare.locator("input[name=asOf]").fill("2022-12-31");
  await bare.getByRole("button", { name: say("reports.show") }).click();
  await expect(bare).toHaveURL(/asOf=2022-12-31/);
  const { name } = await saved(bare, () => bare.getByRole("link", { name: /^CSV a row/ }).click());
  expect(name).toContain("2022-12-31.csv");
  await context.close();
});
