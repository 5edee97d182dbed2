// Spellings that must find each other, and letters that must stay apart.
import { describe, expect, it } from "vitest";
import { foldArabic, foldForSearch, foldWithPositions, foundIn } from "@/domain/arabic-fold";

describe("foldArabic", () => {
  it.each([
    ["الْتِزَام", "التزام"],
    ["الـــتزام", "التزام"],
    ["إنتربول أمم آليات ٱلله", "انتربول امم اليات الله"],
    ["أ", "ا"],
    ["على عائلات ی", "علي عايلات ي"],
    ["مسؤول", "مسوول"],
    ["مساءلة", "مساءله"],
    ["کتاب", "كتاب"],
    ["٢٠١٩ ۲۰۲۰", "2019 2020"],
    ["٧٫٧، نعم؟", "7.7, نعم?"],
    ["«داعش» – “ISIS”", '"داعش" - "ISIS"'],
    ["\u200fداعش\u202a\u2069", "داعش"],
    ["الله\u0670", "الله"],
  ])("%s → %s", (given, folded) => {
    expect(foldArabic(given)).toBe(folded);
  });

  it("keeps letters that mean something else apart", () => {
    expect(foldArabic("ذ")).not.toBe(foldArabic("د"));
    expect(foldArabic("ء")).toBe("ء");
    expect(foldArabic("ض")).not.toBe(foldArabic("ظ"));
  });

  it("never expands a ligature and never breaks a pair of surrogates", () => {
    expect(foldArabic("ﷺ")).toBe("ﷺ");
    expect(foldArabic("👍🏽 🇮🇶")).toBe("👍🏽 🇮🇶");
  });

  it("is its own fixed point", () => {
    const once = foldForSearch("إعادةُ تأكيدِ ٱلالتزام، ٧٫٧ Écoles «ة»");
    expect(foldForSearch(once)).toBe(once);
  });
});

describe("foldWithPositions", () => {
  it("says in code points where each code unit of the folded text came from", () => {
    const { folded, positions } = foldWithPositions("👍🏽 أَمّـن");
    expect(folded).toBe("👍🏽 امن");
    expect(positions).toEqual([0, 0, 1, 1, 2, 3, 5, 8]);
  });
  it("folds as foldArabic does", () => {
    const text = "«إعادةُ» ٧٫٧ \u200fداعـش ﷺ 🇮🇶";
    const { folded, positions } = foldWithPositions(text);
    expect(folded).toBe(foldArabic(text));
    expect(positions).toHaveLength(folded.length);
  });
});

describe("foundIn", () => {
  it("finds «التزام» in «الْتِزَام» and the reverse", () => {
    expect(foundIn("الْتِزَامٌ جديد", "التزام")).toBe(true);
    expect(foundIn("التزام جديد", "الْتِزَام")).toBe(true);
  });
  it("finds words in any order, case and accent", () => {
    expect(foundIn("Réfugiés et INTERPOL", "interpol refugies")).toBe(true);
    expect(foundIn("Réfugiés et INTERPOL", "interpol absent")).toBe(false);
  });
  it("finds everything with nothing", () => {
    expect(foundIn("", "")).toBe(true);
    expect(foundIn("نص", " \u200f ")).toBe(true);
  });
});
