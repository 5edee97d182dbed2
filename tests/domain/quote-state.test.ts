import { describe, expect, test } from "vitest";
import { quoteStateOf } from "@/domain/quote-state";

const text = `We, the ministers, are committed to the enduring defeat of Daesh.
Some 7,7 million people were freed. نعيد التأكيد على التزامنا بإلحاق الهزيمة الدائمة بداعش.`;

describe("a quote is in the latest copy", () => {
  test.each([
    ["as it stands", "committed to the enduring defeat of Daesh"],
    ["with other quotation marks, case and line breaks", "“we, the Ministers,\n are committed”"],
    ["in Arabic, with marks or without hamza", "نُعيد التاكيد علي التزامنا بالحاق الهزيمه"],
    ["with figures of either kind", "٧,٧ million people"],
    ["with something left out", "We, the ministers, […] the enduring defeat … were freed."],
  ])("%s", (_how, quote) => {
    expect(quoteStateOf(quote, [text])).toBe("FOUND");
  });

  test("where a line cuts a word, or letters are joined, as in a PDF", () => {
    expect(quoteStateOf("the enduring defeat of Daesh", ["of the en-\nduring de\u00adfeat of Dae-\nsh in"])).toBe(
      "FOUND",
    );
    expect(quoteStateOf("official findings of the office", ["oﬃcial ﬁndings of the oﬃce"])).toBe("FOUND");
  });
});

describe("a quote is not there", () => {
  test.each([
    ["with another figure", "Some 7,8 million people were freed"],
    ["with another word", "committed to the lasting defeat of Daesh"],
    ["where it is part of a longer word", "We, the minister"],
    ["where its parts stand in another order", "the enduring defeat […] We, the ministers"],
  ])("%s", (_how, quote) => {
    expect(quoteStateOf(quote, [text])).toBe("NOT_FOUND");
  });
});

test("a quote that only an earlier copy has is lost; one that came back is found", () => {
  const quote = "the enduring defeat of Daesh";
  expect(quoteStateOf(quote, ["Page removed.", text])).toBe("LOST");
  expect(quoteStateOf(quote, [text, "Page removed.", text])).toBe("FOUND");
});

test("nothing is said where nothing is quoted, or no copy has a text", () => {
  for (const quote of [null, "", " … "]) expect(quoteStateOf(quote, [text])).toBeNull();
  expect(quoteStateOf("ministers", [])).toBeNull();
  expect(quoteStateOf("ministers", [null, null])).toBeNull();
  expect(quoteStateOf("ministers", [null, text])).toBe("FOUND");
});
