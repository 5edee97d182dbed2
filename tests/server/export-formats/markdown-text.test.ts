import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, test } from "vitest";
import { address, inline, lines, prose, rowsOf, under } from "@/server/export-formats/markdown-text";

type Node = { type: string; value?: string; url?: string; children?: Node[] };
const parse = (markdown: string) =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Node;
const nodesIn = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodesIn)];
const typesIn = (markdown: string) => new Set(nodesIn(parse(markdown)).map(({ type }) => type));
const wordsOf = (node: Node): string =>
  node.type === "break" ? "\n" : (node.value ?? (node.children ?? []).map(wordsOf).join(""));
const words = (markdown: string) => wordsOf(parse(markdown));

const marks = [..."\\`*_[](){}<>#|~&!=+-.:;\"'/ \n\t19aب", "    ", "\n\n", "](", "&amp;", "<b>", "```", "---", "1. "];
const markup = fc.array(fc.constantFrom(...marks), { maxLength: 30, size: "max" }).map((parts) => parts.join(""));
const visible = (text: string) => text.replace(/\s+/g, " ").trim();

describe("a text of one line", () => {
  test("is one paragraph that says it to the letter, whatever stands in it", () => {
    fc.assert(
      fc.property(markup, (text) => {
        const set = inline(text);
        expect(set).not.toContain("\n");
        if (set === "") return;
        // An address in a text becomes a link to itself in some programs; it says the same.
        expect([...typesIn(set)].filter((type) => type !== "link").sort()).toEqual(["paragraph", "root", "text"]);
        expect(words(set)).toBe(visible(text));
      }),
      { numRuns: 300 },
    );
  });

  test("stays what it is in a heading, in a list and in a table", () => {
    fc.assert(
      fc.property(markup, (text) => {
        const set = inline(text);
        if (set === "") return;
        expect(visible(words(`# ${set}`))).toBe(visible(text));
        expect(visible(words(`- ${set}`))).toBe(visible(text));
        const table = parse(
          rowsOf([
            ["a", "b"],
            [set, "x"],
          ]),
        );
        const cells = nodesIn(table).filter(({ type }) => type === "tableCell");
        expect(cells.map(wordsOf)).toEqual(["a", "b", visible(text), "x"]);
      }),
      { numRuns: 200 },
    );
  });
});

test("a text of several lines keeps them", () => {
  expect(words(lines("one\n# two\n- three\n1. four\n===\n| a |"))).toBe("one\n# two\n- three\n1. four\n===\n| a |");
  expect(typesIn(lines("a\n\n    b\n\t- c"))).toEqual(new Set(["root", "paragraph", "text", "break"]));
  fc.assert(
    fc.property(markup, (text) => {
      const allowed = new Set(["root", "paragraph", "text", "break", "link"]);
      expect([...typesIn(lines(text))].filter((type) => !allowed.has(type))).toEqual([]);
      expect(words(lines(text)).replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
    }),
    { numRuns: 200 },
  );
});

describe("Markdown that somebody wrote", () => {
  test.each([
    ["**a *b* c**", "**a *b* c**"],
    ["**a*b*c**", "**a*b*c**"],
    ["*a**b**c*", "*a**b**c*"],
    ["a ** b", "a \\*\\* b"],
    ["12.4 a", "12.4 a"],
    ["12\\. a", "12\\. a"],
    ["a\u00a0: b", "a\u00a0: b"],
    ["# Title", "**Title**"],
    ["- a\n- b\n  1. c", "- a\n- b\n\n  1. c"],
    ["3. c\n4. d", "3. c\n4. d"],
    ["> q\n\nafter", "> q\n\nafter"],
    ["one  \ntwo", "one\\\ntwo"],
    ["`a|b`", "a\\|b"],
    ["`` a`b ``", "`` a`b ``"],
    ["```js\nlet a = `b`;\n```", "```\nlet a = `b`;\n```"],
    ["[x](https://example.org/a)", "[x](<https://example.org/a>)"],
    ["<https://example.org/a>", "<https://example.org/a>"],
    ["[x](javascript:alert(1))", "x"],
    ["![alt](https://example.org/p.png)", "[alt](<https://example.org/p.png>)"],
    ["<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"],
    ["a\n\n---\n\nb", "a\n\n* * *\n\nb"],
    ["| a | b |\n| - | - |\n| 1 | 2 |", "| a | b |\n| --- | --- |\n| 1 | 2 |"],
    ["~~gone~~", "~~gone~~"],
  ])("%j is set as %j", (given, set) => {
    expect(prose(given, "ltr")).toBe(set);
  });

  test("keeps every letter and gains no HTML, no picture and no link but to the web", () => {
    fc.assert(
      fc.property(markup, (text) => {
        const set = prose(text, "rtl").replace(/^<div dir="ltr">\n\n|\n\n<\/div>$/g, "");
        const found = nodesIn(parse(set));
        expect(found.filter(({ type }) => type === "html" || type === "image")).toEqual([]);
        for (const { url } of found) if (url) expect(url).toMatch(/^(https?|mailto):/);
        const letters = (from: string) => from.replace(/[^aب9]/g, "").replace(/amp/g, "");
        expect(letters(words(set))).toBe(letters(words(text)));
      }),
      { numRuns: 300 },
    );
  });

  test("is set apart where it runs against the text around it", () => {
    expect(prose("نص", "ltr")).toBe('<div dir="rtl" lang="ar">\n\nنص\n\n</div>');
    expect(prose("نص", "rtl")).toBe("نص");
    expect(prose("text", "rtl")).toBe('<div dir="ltr">\n\ntext\n\n</div>');
    expect(prose("\u202eabc\u2066", "ltr")).toBe("abc");
  });

  test.each(["*", "[", "`", "<", "> ", "- ", "\\", "(", "![", "| ", "a\n", " ", "**a* "])(
    "is set in no time, also 5,000 times %j",
    (part) => {
      const begun = performance.now();
      prose(part.repeat(5_000), "rtl");
      lines(part.repeat(5_000));
      expect(performance.now() - begun).toBeLessThan(10_000);
    },
  );
});

test("an address leads where it says", () => {
  for (const given of ["https://example.org/a b<c>?x=1&amp;y=\\*#`_", "https://example.org/a(b)]c"]) {
    const [link] = nodesIn(parse(address(given))).filter(({ type }) => type === "link");
    expect(link?.url).toBe(new URL(given).href.replace(/[<>\s]/g, encodeURIComponent));
  }
  expect(address("no address *")).toBe("no address \\*");
});

test("what belongs to an item is moved in with it", () => {
  expect(under("1. ", "a\n\nb")).toBe("1. a\n\n   b");
  expect(under("> ", "a\n\nb", "> ")).toBe("> a\n>\n> b");
});
