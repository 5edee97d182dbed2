// An annotation finds its place again, or says that it does not.
import { describe, expect, test } from "vitest";
import { type AnchoringMethod, anchor, follow, followAll } from "@/domain/anchoring";
import { quoteAt, sliceOf, type TextRange, toCodePoints } from "@/domain/text-position";

const text =
  "👍🏽 تمكّنت حملة التحالف من تحرير حوالى 7,7 ملايين شخص من سيطرة داعش. وقد ساعد INTERPOL (https://example.org/a) في جمع أدلة عن داعش 🇮🇶 ١٫٥ مليون نازح.";
const find = (within: string, part: string, from = 0): TextRange => {
  const start = toCodePoints(within, within.indexOf(part, from));
  return { start, end: start + [...part].length };
};
const selectorOf = (within: string, part: string) => {
  const range = find(within, part);
  return { ...quoteAt(within, range), ...range };
};
const found = (place: ReturnType<typeof anchor>, within: string): [AnchoringMethod, string | null] | null =>
  place && [place.method, sliceOf(within, place)];

describe("anchor", () => {
  test("takes a position in code points whose words are those quoted", () => {
    for (const part of ["7,7", "INTERPOL", "https://example.org/a", "🇮🇶", "داعش", "١٫٥"])
      expect(found(anchor(selectorOf(text, part), text), text)).toEqual(["POSITION", part]);
  });

  test("takes a position that another tool has counted in UTF-16", () => {
    const start = text.lastIndexOf("داعش");
    const place = anchor({ exact: "داعش", start, end: start + 4 }, text);
    expect(found(place, text)).toEqual(["UTF16", "داعش"]);
    expect(place?.start).toBe(toCodePoints(text, start));
  });

  test("holds to code points where the numbers fit both ways, unless the context says otherwise", () => {
    expect(anchor({ exact: "ا", start: 2, end: 3 }, "👍ااا")).toMatchObject({ method: "POSITION", start: 2 });
    expect(anchor({ exact: "ا", prefix: "👍", start: 2, end: 3 }, "👍اان")).toMatchObject({
      method: "UTF16",
      start: 1,
    });
  });

  test("finds words by themselves when they stand but once", () => {
    expect(found(anchor({ exact: "INTERPOL" }, text), text)).toEqual(["QUOTE", "INTERPOL"]);
    expect(found(anchor({ ...selectorOf(text, "سيطرة داعش"), start: 3, end: 9 }, text), text)).toEqual([
      "QUOTE",
      "سيطرة داعش",
    ]);
  });

  test("tells words that stand twice apart by their context, and gives up without one", () => {
    expect(anchor({ exact: "داعش", suffix: " 🇮🇶" }, text)).toMatchObject({
      method: "QUOTE",
      ...find(text, "داعش", 80),
    });
    expect(anchor({ exact: "داعش", prefix: "من سيطرة " }, text)).toMatchObject(find(text, "داعش"));
    expect(anchor({ exact: "داعش" }, text)).toBeNull();
    expect(anchor({ exact: "داعش", prefix: "من " }, "من داعش ثم من داعش")).toBeNull();
  });

  test("does not trust a position whose context stands elsewhere", () => {
    const selector = { exact: "داعش", prefix: "أدلة عن ", suffix: " 🇮🇶", ...find(text, "داعش") };
    expect(anchor(selector, text)).toMatchObject({ method: "QUOTE", ...find(text, "داعش", 80) });
  });

  test.each([
    ["tashkeel", "تمكنت حملة التَّحالُف", "تمكّنت حملة التحالف"],
    ["tatweel and hamza", "جمـــع ادله عن", "جمع أدلة عن"],
    ["digits", "1.5 مليون", "١٫٥ مليون"],
    ["a hard space and a mark of direction", "\u200fملايين\u00a0شخص", "ملايين شخص"],
    ["a misprint", "من تحريير حوالى 7,7 ملاين شخص", "من تحرير حوالى 7,7 ملايين شخص"],
  ])("forgives %s, and says that it did", (_what, exact, stands) => {
    expect(found(anchor({ exact }, text), text)).toEqual(["FUZZY", stands]);
  });

  test("widens a foreign selection that cuts a letter from its marks, and says so", () => {
    const marked = "من حملة التحالفِ هنا";
    expect(found(anchor({ exact: "حملة التحالف", start: 3, end: 15 }, marked), marked)).toEqual([
      "FUZZY",
      "حملة التحالفِ",
    ]);
  });

  test.each([
    ["nothing", ""],
    ["white space", " \u00a0"],
    ["a text of elsewhere", "يوم جميل في البستان"],
    ["a lone surrogate", "\ud83d"],
    ["a tatweel", "ـ"],
  ])("is null for %s", (_what, exact) => {
    expect(anchor({ exact, start: 0, end: 1 }, text)).toBeNull();
  });

  test("gives up quickly where a quotation stands everywhere", () => {
    const began = performance.now();
    expect(anchor({ exact: "abab".repeat(20), prefix: "x", suffix: "y" }, "abaab".repeat(4_000))).toBeNull();
    expect(anchor({ exact: "ab" }, "ab".repeat(10_000))).toBeNull();
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  test("holds a position even where the quotation stands everywhere", () => {
    expect(anchor({ exact: "ab", start: 200, end: 202 }, "ab".repeat(2_000))).toMatchObject({ method: "POSITION" });
  });
});

describe("follow", () => {
  const followed = (part: string, to: string) => found(follow(find(text, part), { from: text, to }), to);

  test("keeps every place in a text that stays", () => {
    expect(follow({ start: 1, end: 2 }, { from: text, to: text })).toEqual({
      start: 1,
      end: 2,
      method: "DIFF",
      score: 1,
    });
  });

  test.each([
    ["words before it", text.replace("تمكّنت", "🇮🇶 لقد تمكّنت اليوم"), "ملايين شخص"],
    ["tashkeel, typed shadda first", text.replace("ملايين شخص", "مَلايِّينَ شخص"), "مَلايِّينَ شخص"],
    ["other digits and a tatweel", text.replaceAll("7", "٧").replace("ملايين شخص", "ملايـــين شخص"), "ملايـــين شخص"],
    ["a hard space and a mark of direction", text.replace("ملايين شخص", "\u200fملايين\u00a0شخص"), "ملايين\u00a0شخص"],
    ["a misprint mended", text.replace("ملايين شخص", "ملاين شخص"), "ملاين شخص"],
    ["a word put into it", text.replace("ملايين شخص", "ملايين ألف شخص"), "ملايين ألف شخص"],
    ["a letter put in front of it", text.replace("ملايين شخص", "وملايين شخص"), "وملايين شخص"],
  ])("carries a place over %s", (_what, to, stands) => {
    expect(followed("ملايين شخص", to)).toEqual(["DIFF", stands]);
  });

  test.each(["7,7", "INTERPOL", "(https://example.org/a)", "🇮🇶", "١٫٥", "👍🏽"])("carries %s", (part) => {
    expect(followed(part, text.replace("وقد ساعد", "كما ساعد").replace(" من تحرير", ""))).toEqual(["DIFF", part]);
  });

  test("finds a sentence that was moved, and says that it searched", () => {
    const [first = "", second = ""] = text.split(/(?<=\. )/);
    expect(followed("تمكّنت حملة التحالف", `${second} ${first}`)?.[1]).toBe("تمكّنت حملة التحالف");
    expect(followed("أدلة عن داعش", `${second} ${first}`)?.[1]).toBe("أدلة عن داعش");
  });

  test("gives up what was deleted, even where the same words still stand elsewhere", () => {
    expect(followed("سيطرة داعش", text.replace(" من سيطرة داعش", ""))).toBeNull();
    const second = find(text, "داعش", 80);
    const to = text.replace(" عن داعش 🇮🇶", "");
    expect(follow(second, { from: text, to })).toBeNull();
    expect(found(follow(find(text, "داعش"), { from: text, to }), to)).toEqual(["DIFF", "داعش"]);
  });

  test("gives up a text that became another, empty, or too long to compare", () => {
    expect(followed("حملة التحالف", "نص آخر لا شأن له بما سبق من كلام")).toBeNull();
    expect(followed("حملة التحالف", "")).toBeNull();
    const long = Array.from({ length: 6_000 }, (_, at) => `w${at}`);
    const range = { start: 100, end: 104 };
    const other = { from: long.join(" "), to: long.map((word) => `${word}x`).join(" ") };
    expect(follow(range, other)).toBeNull();
  });

  test("says less than 1 where the words are no longer the same", () => {
    const to = text.replace("ملايين شخص من سيطرة", "ملايين نسمة من سيطرة");
    const place = follow(find(text, "ملايين شخص من سيطرة"), { from: text, to });
    expect(found(place, to)).toEqual(["DIFF", "ملايين نسمة من سيطرة"]);
    expect(place?.score).toBeGreaterThan(0.6);
    expect(place?.score).toBeLessThan(1);
  });

  test("follows many as it follows each", () => {
    const to = text.replace("حملة ", "").replace("نازح", "مهجّر");
    const targets = ["حملة", "التحالف", "مليون نازح", "7,7"].map((part) => find(text, part));
    expect(followAll(targets, { from: text, to })).toEqual(targets.map((target) => follow(target, { from: text, to })));
  });
});
