// A text of many paragraphs is read in pages; threads, filters and links find the page that they mean.
import { annotateInput } from "@/domain/annotation";
import { paragraphsAPage } from "@/domain/text-pages";
import { annotate } from "@/server/annotations";
import { getDocument } from "@/server/documents";
import { aLongText } from "../cast";
import { expect, expectAccessible, test } from "./team";
import { words } from "./words";

for (const locale of ["ar", "en"] as const) {
  const say = words(locale);

  test(`a thread is found on its page, and so are those that a filter leaves (${locale})`, async ({
    team,
    signedIn,
  }) => {
    const { slug } = await aLongText(team, 2 * paragraphsAPage + 5);
    const { paragraphs } = await getDocument(team.analyst, slug);
    const mark = (ordinal: number, motivation: string, body: string) => {
      const passage = paragraphs[ordinal - 1]?.passages[0];
      const targets = JSON.stringify([{ passageId: passage?.id, start: 0, end: 4, exact: passage?.text.slice(0, 4) }]);
      return annotate(team.analyst, annotateInput.parse({ targets, motivation, body }));
    };
    await mark(2, "COMMENTING", "في أول النص");
    const { id } = await mark(2 * paragraphsAPage + 3, "QUESTIONING", "في آخر النص؟");
    const page = await signedIn(team.reader, locale);

    await page.goto(`/${locale}/annotations/${id}`);
    await expect(page).toHaveURL(new RegExp(`/documents/${slug}\\?page=3#`));
    await expect(page.getByText("في آخر النص؟")).toBeVisible();
    await expect(page.getByText(`فقرة رقمها ${2 * paragraphsAPage} `), "the page before").toHaveCount(0);

    const pager = page.getByRole("navigation", { name: say("documents.pages"), exact: true });
    await pager.getByRole("link", { name: say("common.previousPage") }).click();
    await expect(page.getByText(`فقرة رقمها ${paragraphsAPage + 1} `)).toBeVisible();
    await expect(page.getByText("في آخر النص؟")).toHaveCount(0);
    await expectAccessible(page);

    await page.goto(`/${locale}/documents/${slug}?kind=QUESTIONING`);
    await expect(page.getByText("في أول النص")).toHaveCount(0);
    await page.getByText(say("annotations.filter.onlyOn")).getByRole("link").click();
    await expect(page).toHaveURL(/kind=QUESTIONING&page=3/);
    await expect(page.getByText("في آخر النص؟")).toBeVisible();
  });
}
