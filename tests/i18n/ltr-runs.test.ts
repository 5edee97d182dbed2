// What must keep its order inside Arabic prose, and what must not be touched.
import { describe, expect, it } from "vitest";
import { leftToRightRuns } from "@/i18n/ltr-runs";

const runsOf = (text: string) => leftToRightRuns(text).flatMap((piece) => (piece.isRun ? [piece.text] : []));

describe("leftToRightRuns", () => {
  it.each([
    ["الرد قبل 2026-12-01.", ["2026-12-01"]],
    ["في ٢٠٢٦-١٢-٠١", ["٢٠٢٦-١٢-٠١"]],
    ["مكتب ليون (+33 4 72 44 70 00) وغيره", ["+33 4 72 44 70 00"]],
    ["والرقم +39-06-1234.", ["+39-06-1234"]],
    ["تغيّر بمقدار -5,2% هذا العام", ["-5,2%"]],
    ["زاد بمقدار +12% منذ عام", ["+12%"]],
    ["انظر https://example.org/a?b=7,7-1، ثم", ["https://example.org/a?b=7,7-1"]],
    ["(https://example.org/a).", ["https://example.org/a"]],
    ["راسلنا على team@example.org.", ["team@example.org"]],
  ])("%s", (text, runs) => {
    expect(runsOf(text)).toEqual(runs);
  });

  it.each(["7,7 ملايين", "1- إننا", "2019-2020", "30/10/2026", "و/أو", "INTERPOL", "18 % من المدة", "غير-رسمي", ""])(
    "leaves %s alone",
    (text) => {
      expect(runsOf(text)).toEqual([]);
    },
  );

  // Searched anew from each character, these would take minutes.
  it.each(["x", "1", "1-", "ab.", "+1 ", "www.", "https://"])("reads through any length of %s", (part) => {
    const text = part.repeat(400_000 / part.length);
    const pieces = leftToRightRuns(text);
    expect(pieces.map((piece) => piece.text).join("") === text).toBe(true);
  });

  it("gives the text back whole", () => {
    const text = "قبل 2026-12-01 ثم +33 4 72 وبعد 👍🏽 www.example.org";
    expect(
      leftToRightRuns(text)
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text);
  });
});
