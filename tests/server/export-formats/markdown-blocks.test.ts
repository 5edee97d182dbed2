import fc from "fast-check";
import { expect, test } from "vitest";
import { type Block, blocksOf, type Span } from "@/server/export-formats/markdown-blocks";

const spansOf = (markdown: string): Span[] => blocksOf(markdown).flatMap((each) => ("spans" in each ? each.spans : []));

test("styles add up, and only a line break that was asked for is one", () => {
  expect(spansOf("a **b _c_** ~~d~~ `e`\nf  \ng")).toEqual([
    { text: "a " },
    { text: "b ", bold: true },
    { text: "c", bold: true, italic: true },
    { text: " " },
    { text: "d", struck: true },
    { text: " " },
    { text: "e", code: true },
    { text: " f" },
    { text: "\n" },
    { text: "g" },
  ]);
});

test("a link leads to the web or to a mailbox, or nowhere", () => {
  const markdown = "[a](https://e.org) [b](javascript:alert(1)) [c](/here) <d@e.org> [e][ref]\n\n[ref]: http://f.org";
  expect(spansOf(markdown).filter(({ text }) => text !== " ")).toEqual([
    { text: "a", address: "https://e.org" },
    { text: "b" },
    { text: "c" },
    { text: "d@e.org", address: "mailto:d@e.org" },
    { text: "e", address: "http://f.org" },
  ]);
});

test("a picture is its description, HTML is what was typed, a footnote stands where it was written", () => {
  expect(spansOf("![view](https://e.org/p.png)")).toEqual([
    { text: "view", image: true, address: "https://e.org/p.png" },
  ]);
  expect(spansOf("<script>alert(1)</script>")).toEqual([{ text: "<script>alert(1)</script>" }]);
  expect(
    spansOf("a[^1]\n\n[^1]: b")
      .map(({ text }) => text)
      .join(""),
  ).toBe("a[1][1] b");
});

test("lists, quotes, tables and code keep their form", () => {
  const one = (text: string): Block => ({ type: "paragraph", spans: [{ text }] });
  expect(blocksOf("3. a\n4. b")).toEqual([{ type: "list", ordered: true, start: 3, items: [[one("a")], [one("b")]] }]);
  expect(blocksOf("- [x] a\n- [ ] b")).toMatchObject([
    { items: [[{ spans: [{ text: "☑ " }, { text: "a" }] }], [{ spans: [{ text: "☐ " }, { text: "b" }] }]] },
  ]);
  expect(blocksOf("> a\n\n---\n\n```\nb\n```\n\n## c")).toEqual([
    { type: "quote", blocks: [one("a")] },
    { type: "rule" },
    { type: "code", text: "b" },
    { type: "heading", level: 2, spans: [{ text: "c" }] },
  ]);
  expect(blocksOf("|a|b|\n|-|-|\n|1|2|")).toEqual([
    {
      type: "table",
      rows: [
        [[{ text: "a" }], [{ text: "b" }]],
        [[{ text: "1" }], [{ text: "2" }]],
      ],
    },
  ]);
});

test("a line that is taken for plain is what the parser makes of it", () => {
  const pieces = fc.constantFrom(..."aبé1.,;?%()/'\"،…–— -*_&:@#\u00a0", "www.", "http://a", "WWW.a", "1. ", "  ");
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join("");
      // What is no single line is always parsed.
      expect(blocksOf(text)).toEqual(blocksOf(`${text}\n\n***`).slice(0, -1));
    }),
    { numRuns: 3_000 },
  );
});

test("nesting has an end, the text has not", () => {
  const deep = Array.from({ length: 60 }, (_, level) => `${"  ".repeat(level)}- level ${level}`).join("\n");
  expect(JSON.stringify(blocksOf(deep))).toContain("level 59");
  for (const attack of [">".repeat(40_000), "- ".repeat(20_000), "*a_".repeat(13_000)]) {
    expect(blocksOf(attack)).toEqual([{ type: "paragraph", spans: [{ text: attack }] }]);
  }
});
