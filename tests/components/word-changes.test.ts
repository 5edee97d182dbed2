import { expect, test } from "vitest";
import { changesByWord } from "@/components/ui/word-changes";

const added = (before: string, after: string) =>
  changesByWord(before, after)
    .filter((part) => part.added)
    .map((part) => part.value.trim());

test("an Arabic word that differs in one letter is marked whole", () => {
  expect(added("النص الثاني: لا جديد", "النص الأول: لا جديد")).toEqual(["الأول:"]);
});

test("a date, a number with a comma and an address stay in one piece", () => {
  const after = "في 2026-11-10 بلغ العدد 7,8 ملايين https://example.org/b";
  expect(added("في 2026-11-09 بلغ العدد 7,7 ملايين https://example.org/a", after)).toEqual([
    "2026-11-10",
    "7,8",
    "https://example.org/b",
  ]);
});

test("what was added at the end leaves the words before it alone, and the parts make up the later text again", () => {
  const parts = changesByWord("سطر أول\n\nسطر", "سطر أول\n\nسطر ثانٍ\n");
  expect(parts.filter((part) => part.added).map((part) => part.value)).toEqual(["ثانٍ\n"]);
  expect(
    parts
      .filter((part) => !part.removed)
      .map((part) => part.value)
      .join(""),
  ).toBe("سطر أول\n\nسطر ثانٍ\n");
});
