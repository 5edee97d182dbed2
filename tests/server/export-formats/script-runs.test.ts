import fc from "fast-check";
import { expect, test } from "vitest";
import { scriptRuns } from "@/server/export-formats/script-runs";

const runsOf = (text: string, direction: "rtl" | "ltr", code?: { from: number; to: number }[]) =>
  scriptRuns(text, direction, code).map(
    ({ from, to, rightToLeft, apart }) => `${rightToLeft ? "<" : ">"}${apart ? "!" : ""}${text.slice(from, to)}`,
  );

test("Arabic runs from right to left, with what stands between its words; numbers and Latin letters do not", () => {
  expect(runsOf("القرار 2249 (2015)، في 14 نوفمبر/تشرين الثاني", "rtl")).toEqual([
    "<القرار ",
    ">2249",
    "< (",
    ">2015",
    "<)، في ",
    ">14",
    "< نوفمبر/تشرين الثاني",
  ]);
  expect(runsOf("by محمد 3 علي, then", "ltr")).toEqual([">by ", "<محمد 3 علي", ">, then"]);
});

test("a reference in Latin letters stays in one piece, brackets and all", () => {
  expect(runsOf("قرار UNSCR 2249 (2015) من", "rtl")).toEqual(["<قرار ", ">UNSCR 2249 (2015)", "< من"]);
  expect(runsOf("درجة (A1).", "rtl")).toEqual(["<درجة (", ">A1", "<)."]);
});

test("dates, addresses and code are kept apart, but not where nothing could turn them round", () => {
  expect(runsOf("في 2021-06-28 من", "rtl")).toEqual(["<في ", ">!2021-06-28", "< من"]);
  expect(runsOf("https://e.org/a/", "rtl")).toEqual([">!https://e.org/a/"]);
  expect(runsOf("شغّل npm -v", "rtl", [{ from: 5, to: 11 }])).toEqual(["<شغّل ", ">!npm -v"]);
  expect(runsOf("on 2021-06-28, https://e.org", "ltr")).toEqual([">on 2021-06-28, https://e.org"]);
});

test("whatever is written, the runs are the whole text, and no letter goes the wrong way", () => {
  const pieces = fc.constantFrom(
    "ط",
    "مُ",
    "a",
    "é",
    "1",
    "٣",
    "(",
    ")",
    "[",
    " ",
    "-",
    ".",
    "👍🏽",
    "\u200f",
    "\u202e",
    "\n",
  );
  fc.assert(
    fc.property(fc.array(pieces), fc.constantFrom("rtl" as const, "ltr" as const), (parts, direction) => {
      const text = parts.join("");
      const runs = scriptRuns(text, direction);
      expect(runs.map(({ from, to }) => text.slice(from, to)).join("")).toBe(text);
      for (const { from, to, rightToLeft } of runs) {
        const letters = rightToLeft ? /\p{Script=Latin}/u : /(?=\p{L})\p{Script=Arabic}/u;
        expect(text.slice(from, to)).not.toMatch(letters);
      }
    }),
  );
});

test("forty thousand brackets are no trouble", () => {
  const text = `${"(".repeat(20_000)}ط${")".repeat(20_000)}`;
  expect(scriptRuns(text, "rtl").at(-1)?.to).toBe(text.length);
});
