import type { Locator, Page } from "@playwright/test";
import type { Locale } from "@/i18n/locales";
import { listAssessments } from "@/server/assessments";
import { editWorkspace } from "@/server/workspaces";
import { addMember, type Team, workspaceSettings } from "../cast";
import { box, commitmentId, openCommitment, press } from "./commitment-page";
import { expect, expectAccessible, test } from "./team";
import { words } from "./words";

const exactly = (name: string) => ({ name, exact: true });

for (const locale of ["ar", "en"] as const) {
  const say = words(locale);
  const button = (within: Page | Locator, label: string) => within.getByRole("button", exactly(say(label)));
  const region = (page: Page, label: string) => page.getByRole("region", exactly(say(label)));

  async function fillJudgement(form: Locator, completion: string, rationale: string) {
    await form.getByRole("radio", { name: new RegExp(`^${say(`scales.completion.${completion}`)}`) }).check();
    await form.getByRole("radio", { name: new RegExp(`^${say("scales.confidence.LOW")}`) }).check();
    await box(form, locale, "assessments.fields.rationale").fill(rationale);
  }

  test(`an assessment is drafted, submitted, returned, revised and approved (${locale})`, async ({
    team,
    signedIn,
  }) => {
    await editWorkspace(team.admin, workspaceSettings({ requiresReview: true }));
    const [analyst, editor] = [await signedIn(team.analyst, locale), await signedIn(team.editor, locale)];

    await openCommitment(analyst, locale, commitmentId(team));
    await button(analyst, "assessments.recordFirst").click();
    const form = region(analyst, "assessments.form");
    await fillJudgement(form, "LIMITED", "مسودة أولى.");
    await press(form, locale, "assessments.saveDraft");
    await expect(form).toBeHidden();

    await test.step("the draft waits on the server, and its author goes on with it", async () => {
      await openCommitment(editor, locale, commitmentId(team));
      await expect(editor.locator("#status")).not.toContainText("مسودة أولى.");
      await analyst.reload();
      await button(analyst, "assessments.goOn").click();
      await expect(box(form, locale, "assessments.fields.rationale")).toHaveValue("مسودة أولى.");
      await press(form, locale, "assessments.submitForReview");
      await expect(analyst.locator("#status")).toContainText(say("assessments.waitsForEditor"));
    });

    await test.step("the editor sees it come, and returns it with a reason", async () => {
      const status = editor.locator("#status");
      await expect(status).toContainText("مسودة أولى.");
      await button(status, "assessments.return").click();
      const giveBack = region(editor, "assessments.returnForm");
      await box(giveBack, locale, "assessments.returnReason").fill("أين الدليل؟");
      await expectAccessible(editor);
      await press(giveBack, locale, "assessments.returnSubmit");
      await expect(status).not.toContainText("مسودة أولى.");
    });

    await test.step("its author reads why, revises it, and an editor approves it on the page of reviews", async () => {
      await expect(analyst.locator("#status")).toContainText("أين الدليل؟");
      await button(analyst, "assessments.revise").click();
      await box(form, locale, "assessments.fields.rationale").fill("بداية محدودة بلا دليل منشور.");
      await press(form, locale, "assessments.submitForReview");
      await editor.goto(`/${locale}/reviews`);
      await expect(editor.locator("#waiting")).toContainText("بداية محدودة بلا دليل منشور.");
      await expectAccessible(editor);
      await button(editor.locator("#waiting"), "assessments.approve").click();
      await expect(editor.locator("#waiting")).toContainText(say("reviews.noneWaiting"));
      await expect(analyst.locator("#status")).not.toContainText(say("assessments.waits"));
      expect(await listAssessments(team.reader, commitmentId(team))).toMatchObject([{ completion: "LIMITED" }]);
    });
  });

  test(`two judge blind in two browsers, and no page tells what the first judged until the second has (${locale})`, async ({
    team,
    signedIn,
  }) => {
    test.setTimeout(120_000);
    const second = await addMember(team.workspaceId, "ANALYST", "Second Coder");
    const secret = "unique-words-4711 of the first";
    const [one, other, editor] = [
      await signedIn(team.analyst, locale),
      await signedIn(second, locale),
      await signedIn(team.editor, locale),
    ];
    await openCommitment(editor, locale, commitmentId(team));
    await button(editor, "doubleCodings.request").click();
    const request = region(editor, "doubleCodings.requestForm");
    await request.getByRole("checkbox", { name: "ليلى المحللة" }).check();
    await request.getByRole("checkbox", { name: "Second Coder" }).check();
    await press(request, locale, "doubleCodings.requestSubmit");
    await expect(editor.locator("#double-coding")).toContainText(say("doubleCodings.state.OPEN"));

    await judge(one, "LIMITED", secret);
    await expect(one.locator("#double-coding")).toContainText(secret);

    await test.step("nothing of it is in any page of anybody else, as a document or as data", async () => {
      for (const page of [other, editor, await signedIn(team.admin, locale), await signedIn(team.reader, locale)]) {
        for (const text of await everyPageOf(page, locale, team)) expect(text.includes(secret)).toBe(false);
      }
      await expect(editor.locator("#double-coding")).toContainText(say("doubleCodings.hasSubmitted"));
    });

    await judge(other, "NOT_STARTED", "لم يبدأ شيء.");
    for (const page of [one, other, editor]) {
      await expect(page.locator("#double-coding")).toContainText(secret);
      await expect(page.locator("#double-coding")).toContainText(say("doubleCodings.disagree"));
    }

    await test.step("an editor settles it with a reason, and agreement is measured", async () => {
      await editor.goto(`/${locale}/reviews?state=REVEALED`);
      await button(editor, "doubleCodings.settle").click();
      const settle = region(editor, "doubleCodings.settleForm");
      await fillJudgement(settle, "LIMITED", "القرار.");
      await press(settle, locale, "doubleCodings.settleSubmit");
      await expect(settle.getByText(say("refusals.needs_reason"))).toBeVisible();
      await box(settle, locale, "doubleCodings.reason").fill("الدليل الأول أقوى.");
      await expectAccessible(editor);
      await press(settle, locale, "doubleCodings.settleSubmit");
      await expect(editor.locator("#double-codings")).toContainText(say("reviews.noDoubleCodings"));
      await editor.goto(`/${locale}/reviews?state=SETTLED`);
      await expect(editor.locator("#double-codings")).toContainText("الدليل الأول أقوى.");
      await expect(editor.locator("#agreement")).toContainText("Second Coder");
      await expectAccessible(editor);
      expect(await listAssessments(team.reader, commitmentId(team))).toMatchObject([{ completion: "LIMITED" }]);
    });

    async function judge(page: Page, completion: string, rationale: string) {
      await openCommitment(page, locale, commitmentId(team));
      await button(page, "doubleCodings.judge").click();
      const form = region(page, "doubleCodings.judgeForm");
      await fillJudgement(form, completion, rationale);
      await press(form, locale, "doubleCodings.submit");
      await expect(form).toBeHidden();
    }
  });
}

/** The pages that could show it, as the browser first gets them and as it reads them again; the summary for programs as well. */
async function everyPageOf(page: Page, locale: Locale, team: Team): Promise<string[]> {
  const paths = [
    "",
    `/commitments/${commitmentId(team)}`,
    "/reviews",
    "/reviews?state=OPEN",
    "/activity",
    "/notifications",
    `/documents/${team.documentSlug}`,
    "/summary",
  ].map((path) => `/${locale}${path}`);
  const texts: string[] = [];
  for (const path of [
    ...paths,
    "/api/v1/double-codings",
    `/api/v1/documents/${team.documentSlug}/summary?format=json&language=${locale}`,
  ]) {
    for (const headers of [{}, { rsc: "1" }] as Record<string, string>[]) {
      const answer = await page.request.get(path, { headers });
      expect(answer.ok(), path).toBe(true);
      texts.push(await answer.text());
    }
  }
  return texts;
}
