import { expect, test } from "vitest";
import { foundIn } from "@/domain/arabic-fold";
import { searchTextOf } from "@/domain/evidence-search";

const source = {
  title: "البيان المشترك",
  publisher: "U.S. Department of State",
  address: "https://www.state.gov/joint/",
};

test.each(["البَيان", "department STATE", "state.gov/joint", "الهزيمه الدائمة"])("a source is found by %j", (query) => {
  expect(foundIn(searchTextOf(source, "إلحاق الهزيمة الدائمة"), query)).toBe(true);
});

test("of a long text the beginning is enough, and half a letter at its end does no harm", () => {
  const found = searchTextOf(source, `${"a".repeat(199_999)}😀 the end`);
  expect(found.length).toBeLessThan(201_000);
  expect(found).not.toContain("the end");
  expect(found.isWellFormed()).toBe(true);
});
