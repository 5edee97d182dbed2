// Words that people wrote, set as Markdown: what they marked up stays marked up, and nothing else becomes markup.
import { directionOfText } from "@/domain/text-direction";
import type { Direction } from "@/i18n/locales";
import { type Block, blocksOf, type Span } from "./markdown-blocks";
import { cleanText } from "./plain-text";

/** Whatever would begin markup anywhere in a line; the ampersand, since it begins the name of a character. */
const special = /[\\`*_[\]<>#|~&]/g;
/** What begins a list, a heading's underline or a quotation, at the start of a line alone. */
const opening = /^([-+=:]|\d{1,9}(?=[.)](?:\s|$)))/;
/** Spaces that may become one; the no-break spaces are no such: French and numbers need them. */
const blank = /[^\S\u00a0\u202f]+/g;
/** They turn text round in one program and not in another; the direction stands in the markup. */
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

const leadsOut = /^(https?|mailto):/i;

const unmarked = (text: string) => cleanText(text).replace(directionMarks, "");

/** A text of one line as it was written, wherever it stands. */
export function inline(text: string): string {
  return atLineStart(escaped(unmarked(text).replace(blank, " ").trim()));
}

/** A text with its line breaks. */
export function lines(text: string): string {
  return unmarked(text)
    .split("\n")
    .map((line) => atLineStart(escaped(line.trim())))
    .join("\n")
    .replace(/(?<=[^\n])\n(?=[^\n])/g, "\\\n");
}

/** An address that leads where it says, whatever stands in it. */
export function address(text: string): string {
  if (!URL.canParse(text) || !leadsOut.test(text.trim())) return inline(text);
  return `<${new URL(text).href.replace(/[<>\s]/g, encodeURIComponent)}>`;
}

/** The same words from left to right or from right to left, set apart where they run against the text around them. */
export function inDirection(markdown: string, own: Run, around: Direction): string {
  if (own.direction === around || markdown === "") return markdown;
  const language = own.language ? ` lang="${own.language.replace(/[^\w-]/g, "")}"` : "";
  return `<div dir="${own.direction}"${language}>\n\n${markdown}\n\n</div>`;
}
type Run = { direction: Direction; language?: string };

/** How a text runs that somebody wrote without saying in which language: what is in Arabic letters counts as Arabic. */
export function runOf(text: string, around: Direction): Run {
  const direction = directionOfText(text, around);
  return direction === "rtl" ? { direction, language: "ar" } : { direction };
}

/** Markdown that somebody wrote, its headings as bold lines: the order of headings is the file's own. */
export function prose(markdown: string, around: Direction): string {
  const text = unmarked(markdown);
  return inDirection(blocksOf(text).map(setBlock).join("\n\n"), runOf(text, around), around);
}

/** Every line but the first moved in, so that it stays with the item or the quotation that it belongs to. */
export function under(prefix: string, markdown: string, rest = " ".repeat(prefix.length)): string {
  return markdown
    .split("\n")
    .map((line, index) => (index === 0 ? prefix : rest) + line)
    .map((line) => line.trimEnd())
    .join("\n");
}

function setBlock(block: Block): string {
  switch (block.type) {
    case "paragraph":
      return spans(block.spans);
    case "heading":
      return `**${spans(block.spans.map(({ bold: _, ...span }) => span))}**`;
    case "list":
      return block.items
        .map((item, index) => under(block.ordered ? `${block.start + index}. ` : "- ", item.map(setBlock).join("\n\n")))
        .join("\n");
    case "quote":
      return under("> ", block.blocks.map(setBlock).join("\n\n"), "> ");
    case "code":
      return fenced(block.text);
    case "table":
      return rowsOf(block.rows.map((row) => row.map((cell) => spans(cell).replace(/\\?\n/g, "<br>"))));
    case "rule":
      return "* * *";
  }
}

/** The first row is the head. */
export function rowsOf([head = [], ...rows]: string[][]): string {
  const row = (cells: string[]) => `| ${head.map((_, index) => cells[index] ?? "").join(" | ")} |`;
  return [row(head), `| ${head.map(() => "---").join(" | ")} |`, ...rows.map(row)].join("\n");
}

function spans(all: Span[]): string {
  return nested(all).trim().split("\n").map(atLineStart).join("\n");
}

const styles = ["address", "bold", "italic", "struck"] as const;
type Style = (typeof styles)[number];

/** What several spans in a row have in common is put around all of them: marks of one style that touch would not be read as such. */
function nested(all: Span[]): string {
  const [first] = all;
  if (!first) return "";
  const run = (style: Style) => {
    const end = all.findIndex((each) => each[style] !== first[style]);
    return end < 0 ? all.length : end;
  };
  const own = styles.filter((style) => first[style]).sort((one, other) => run(other) - run(one));
  const [outer] = own;
  if (!outer) return plainly(first) + nested(all.slice(1));
  const inside = all.slice(0, run(outer));
  const text = nested(inside.map(({ [outer]: _, ...span }) => span));
  const set = outer === "address" && first.address ? linked(inside, text, first.address) : marked(outer, text);
  return set + nested(all.slice(run(outer)));
}

/** Space and line breaks at the edges stay outside of the marks, which would not be read as such beside them. */
function marked(style: Style, text: string): string {
  const mark = { address: "", bold: "**", italic: "*", struck: "~~" }[style];
  const before = /^(?:\s|\\\n)*/.exec(text)?.[0].length ?? 0;
  if (before === text.length) return text;
  let core = text.slice(before).trimEnd();
  while (core.endsWith("\\") && text[before + core.length] === "\n") core = core.slice(0, -1).trimEnd();
  return text.slice(0, before) + mark + core + mark + text.slice(before + core.length);
}

function linked(inside: Span[], set: string, target: string): string {
  const shown = inside.map(({ text }) => text).join("");
  return shown === target ? address(target) : `[${set}](${destination(target)})`;
}

function plainly({ text, code }: Span): string {
  if (code) return quoted(text);
  const parts = escaped(text).split("\n");
  const last = parts.length - 1;
  return parts
    .map((part, index) => (index > 0 ? part.trimStart() : part))
    .map((part, index) => (index < last ? part.trimEnd() : part))
    .join("\\\n");
}

function destination(target: string): string {
  const safe = URL.canParse(target) ? new URL(target).href : "";
  return `<${safe.replace(/[<>\s\\]/g, encodeURIComponent).replace(/&/g, "&amp;")}>`;
}

/** Backticks one more than the longest run inside. */
function fence(text: string, least: number): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  return "`".repeat(Math.max(least, longest + 1));
}

function quoted(text: string): string {
  const line = text.replace(/\s+/g, " ");
  const ticks = fence(line, 1);
  // A pipe would end the cell of a table even inside code.
  return line.includes("|") ? escaped(line) : `${ticks} ${line} ${ticks}`;
}

function fenced(text: string): string {
  const ticks = fence(text, 3);
  return `${ticks}\n${text}\n${ticks}`;
}

function escaped(text: string): string {
  return text.replace(special, "\\$&");
}

function atLineStart(line: string): string {
  return line.replace(opening, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}
