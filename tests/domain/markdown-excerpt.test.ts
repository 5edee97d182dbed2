import { expect, test } from "vitest";
import { excerptOf } from "@/domain/markdown-excerpt";

test.each([
  ["# عنوان\n\nنص **مهم** و`رمز`", "عنوان نص مهم ورمز"],
  ["- أول\n- ثانٍ\n\n1. ثالث", "أول ثانٍ ثالث"],
  ["> اقتباس من [تقرير](https://example.org)", "اقتباس من تقرير"],
  ["2 * 3 * 4 و snake_case_name", "2 * 3 * 4 و snake_case_name"],
  ["1- إننا نحث", "1- إننا نحث"],
  ["", ""],
])("%j reads %j", (markdown, words) => {
  expect(excerptOf(markdown)).toBe(words);
});

test("a long text ends at a word, by code point, with an ellipsis", () => {
  const excerpt = excerptOf("👍🏽 كلمة ".repeat(1_000), 50);
  expect(excerpt).toMatch(/…$/);
  expect(Array.from(excerpt).length).toBeLessThanOrEqual(50);
  expect(excerpt.isWellFormed()).toBe(true);
});
