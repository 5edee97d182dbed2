import { expect, test } from "vitest";
import { likeliestPlaces } from "@/domain/quote-search";
import { sliceOf } from "@/domain/text-position";

const quote = (exact: string) => ({ exact, prefix: "", suffix: "" });
const wordsAt = (text: string, exact: string) =>
  likeliestPlaces(quote(exact), text).map((place) => sliceOf(text, place));

test("of two places that are as good, both are offered", () => {
  expect(wordsAt("ندعم جهود السلام، ثم ندعم جهود السلام", "ندعم جهود السلام")).toEqual([
    "ندعم جهود السلام",
    "ندعم جهود السلام",
  ]);
});

test("the likeliest comes first, whatever its spelling", () => {
  const text = "نؤكد وقف إطلاق الرصاص هناك. ونؤكد وَقفَ اطلاق النار هنا.";
  expect(wordsAt(text, "وقف إطلاق النار")[0]).toBe("وَقفَ اطلاق النار");
});

test("words too different for an anchor are still offered, and words with nothing in common are not", () => {
  const text = "نلتزم بدعم العملية السياسية الليبية الجامعة";
  expect(wordsAt(text, "نلتزم بدعم المسيرة السياسية الوطنية")).toHaveLength(1);
  expect(wordsAt(text, "xyz xyz xyz")).toEqual([]);
  expect(wordsAt("", "كلمات")).toEqual([]);
});
