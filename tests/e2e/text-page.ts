// What people do on a document's page: selecting words, and seeing which are marked.
import type { Locator, Page } from "@playwright/test";
import type { Locale } from "@/i18n/locales";

/** Words that stand in several paragraphs. */
export const chosen = "الجهات الفاعلة العاملة";

/** The first passage that has the words. */
export const passage = (page: Page) => page.locator("[data-passage]").filter({ hasText: chosen }).first();

/** Selects these words in a passage as a hand does: the selection first, then the button let go. */
export async function select(text: Locator, words: string): Promise<void> {
  await text.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const start = node.data.indexOf(wanted);
      if (start === -1) continue;
      document.getSelection()?.setBaseAndExtent(node, start, node, start + wanted.length);
      return;
    }
    throw new Error(`"${wanted}" is not there`);
  }, words);
}

/** The words that are painted in a layer. */
export const painted = (page: Page, name: string): Promise<string[]> =>
  page.evaluate(
    (wanted) =>
      [...(CSS.highlights.get(wanted) ?? [])].map((range) => {
        const whole = document.createRange();
        whole.setStart(range.startContainer, range.startOffset);
        whole.setEnd(range.endContainer, range.endOffset);
        return whole.toString();
      }),
    name,
  );

export async function openText(page: Page, locale: Locale, slug: string): Promise<void> {
  await page.goto(`/${locale}/documents/${slug}`);
  await page.setViewportSize({ width: 1500, height: 950 });
}
