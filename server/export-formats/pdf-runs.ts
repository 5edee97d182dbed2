// The texts of a summary as the PDF's template sets them: stretches that know their direction, style and address.

import { directionOfText } from "@/domain/text-direction";
import { type Direction, directionOf, type Locale } from "@/i18n/locales";
import { leftToRightRuns } from "@/i18n/ltr-runs";
import { type Translator, translator } from "@/i18n/translator";
import { type Block, blocksOf, type Span } from "./markdown-blocks";
import { cleanText } from "./plain-text";
import type { ReportDate } from "./report-words";

/** A stretch of text; one with a direction is set apart from what stands around it. */
export type Run = {
  text: string;
  dir?: Direction;
  lang?: string;
  strong?: true;
  struck?: true;
  address?: string;
  /** No line ends within it. */
  whole?: true;
  /** The number of this page or of all, which only the template knows. */
  counts?: "page" | "pages";
};
/** Runs in a paragraph of their own direction. */
export type Line = { dir: Direction; lang?: string; runs: Run[] };
/** What people wrote, as the template draws it. */
export type Flow =
  | { type: "line"; line: Line }
  | { type: "list"; dir: Direction; ordered: boolean; start: number; items: Flow[][] }
  | { type: "quote"; dir: Direction; flow: Flow[] }
  | { type: "table"; dir: Direction; columns: number; cells: Run[][] }
  | { type: "rule" };

type Style = Omit<Run, "text" | "dir">;
type Key = Parameters<Translator>[0];

/** Marks that would turn round what comes after them, where a stretch gets its own direction here; and the byte order mark. */
const embeddings = /[\u202a-\u202e\u2066-\u2069\ufeff]/g;
const longWord = /[^\s\u200b]{60}(?=[^\s\u200b])/gu;
const tightWord = /[^\s\u200b]{12}(?=[^\s\u200b]{3})/gu;
/** One paragraph without any mark of Markdown's: most notes are that, and to parse thousands takes seconds. */
const unmarked = /^(?!.*(?:www\.|:\/\/))[^\s\d+=-][^\n\\`*_[\]<>#|~&@]*(?<!\s)$/i;
const linkable = /^https?:\/\//i;
const longestLink = 2000;
/** What is longer than this may end a line within it. */
const longestWhole = 40;
const right = "\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc";
/** "UNSCR 2249 (2015)" in Arabic prose. */
const closedLatin = new RegExp(
  `\\p{Script=Latin}[^${right}()\\n]{0,40}\\((?=[^${right}()]{0,40}[\\p{L}\\d])[^${right}()]{0,40}\\)`,
  "gu",
);

/** Writes runs in one language and one direction of the page. */
export class Runs {
  readonly dir: Direction;
  readonly t: Translator;
  private readonly patterns = new Map<Key, (Run[] | { tag: string })[]>();

  constructor(locale: Locale) {
    this.dir = directionOf(locale);
    this.t = translator(locale);
  }

  /** What somebody wrote, inside a line of ours. */
  said(text: string, style: Style = {}, around: Direction = this.dir): Run[] {
    const clean = safe(text);
    const own = directionOfText(clean, around);
    if (own !== around) return apart({ ...this.langIn(own), ...style, text: breakable(clean), dir: own }, around);
    return piecesOf(clean, style, own);
  }

  /** What somebody wrote, as a line of its own. */
  line(text: string, style: Style = {}): Line {
    const dir = this.dirOf(text);
    return { dir, ...this.langIn(dir), runs: piecesOf(safe(text), style, dir) };
  }

  /** A text in a language that is known. */
  passage({ text, language, direction }: { text: string; language: string; direction: Direction }): Line {
    return { dir: direction, ...langOf(language), runs: piecesOf(safe(text), {}, direction) };
  }

  /** A line of ours; what stands at its tags is given by name. */
  sentence(key: Key, tags: Record<string, Run[]> = {}): Run[] {
    const pattern = this.patterns.get(key) ?? this.patternOf(key, Object.keys(tags));
    this.patterns.set(key, pattern);
    return pattern.flatMap((part) => ("tag" in part ? (tags[part.tag] ?? []) : part));
  }

  /** Read once: a long summary says the same sentence a thousand times. */
  private patternOf(key: Key, names: readonly string[]) {
    const functions = Object.fromEntries(names.map((tag) => [tag, () => ({ tag })]));
    const parts = [this.t.rich(key as never, functions as never)].flat() as unknown as (string | { tag: string })[];
    return parts.map((part) => (typeof part === "string" ? this.plain(part) : part));
  }

  plain(text: string, style: Style = {}): Run[] {
    return piecesOf(safe(text), style, this.dir);
  }

  date({ text }: ReportDate): Run[] {
    return this.plain(text);
  }

  /** An address that can be followed and read, from left to right wherever it stands. */
  address(address: string, around: Direction = this.dir): Run[] {
    return apart(wholeIfShort({ text: safe(address), dir: "ltr", ...addressOf(address) }), around);
  }

  /** Markdown that somebody wrote. */
  markdown(text: string): Flow[] {
    const clean = safe(text);
    if (unmarked.test(clean)) return [{ type: "line", line: this.line(clean) }];
    return blocksOf(clean).flatMap((block) => this.flowOf(block));
  }

  private flowOf(block: Block): Flow[] {
    switch (block.type) {
      case "paragraph":
        return [{ type: "line", line: this.spansLine(block.spans) }];
      case "heading":
        return [{ type: "line", line: this.spansLine(block.spans, { strong: true }) }];
      case "code":
        return [{ type: "line", line: { dir: "ltr", runs: [{ text: breakable(block.text), dir: "ltr" }] } }];
      case "rule":
        return [{ type: "rule" }];
      case "quote": {
        const dir = this.dirOf(textOf(block));
        return [{ type: "quote", dir, flow: block.blocks.flatMap((each) => this.flowOf(each)) }];
      }
      case "list": {
        const items = block.items.map((item) => item.flatMap((each) => this.flowOf(each)));
        const { ordered, start } = block;
        return [{ type: "list", dir: this.dirOf(textOf(block)), ordered, start, items }];
      }
      case "table": {
        const columns = Math.max(1, ...block.rows.map((row) => row.length));
        const dir = this.dirOf(textOf(block));
        const cells = block.rows.flatMap((row) =>
          Array.from({ length: columns }, (_, column) => inCell(this.spans(row[column] ?? [], dir))),
        );
        return [{ type: "table", dir, columns, cells }];
      }
    }
  }

  private spansLine(spans: readonly Span[], style: Style = {}): Line {
    const dir = this.dirOf(spans.map(({ text }) => text).join(""));
    return { dir, ...this.langIn(dir), runs: this.spans(spans, dir, style) };
  }

  private spans(spans: readonly Span[], dir: Direction, style: Style = {}): Run[] {
    return spans.flatMap((span, index) => this.spanRuns(span, dir, { style, next: spans[index + 1] }));
  }

  private spanRuns(span: Span, dir: Direction, { style, next }: { style: Style; next: Span | undefined }): Run[] {
    const { address, text, bold, italic, struck, code, image } = span;
    const looks: Style = {
      ...style,
      ...((bold || italic) && { strong: true }),
      ...(struck && { struck }),
      ...(address !== undefined && addressOf(address)),
    };
    if (code) return apart({ ...looks, text: breakable(text), dir: "ltr" }, dir);
    const words = image ? this.described(text) : text;
    const runs = address === words ? this.address(address, dir) : piecesOf(words, looks, dir);
    // On paper an address can only be read.
    const ends = address !== undefined && address !== next?.address && !words.includes(bare(address));
    return ends ? [...runs, { text: " (" }, ...this.address(address, dir), { text: ")" }] : runs;
  }

  private described(description: string): string {
    return description ? this.t("common.image", { description }) : this.t("common.imageWithoutDescription");
  }

  private dirOf(text: string): Direction {
    return directionOfText(text, this.dir);
  }

  /** The language of the page would be read aloud wrongly, and its full stop drawn, where the writing is another. */
  private langIn(dir: Direction): { lang?: string } {
    return dir === this.dir ? {} : { lang: dir === "rtl" ? "ar" : "und" };
  }
}

const bare = (address: string) => address.replace(/^(?:mailto:|https?:\/\/)/i, "");

/** Typst embeds where it should isolate: without a mark behind it, a run would join the next one over the space between. */
function apart(run: Run & { dir: Direction }, around: Direction): Run[] {
  if (run.dir === around) return [run];
  return [run, { text: around === "rtl" ? "\u200f" : "\u200e" }];
}

function piecesOf(text: string, style: Style, dir: Direction): Run[] {
  const broken = breakable(text);
  if (dir === "ltr") return [{ ...style, text: broken }];
  // Broken before it is searched: the search would take seconds over one word of thousands of letters.
  return leftToRightRuns(broken).flatMap(({ text: piece, isRun }) =>
    isRun
      ? apart(wholeIfShort({ ...style, text: piece.replaceAll("\u200b", ""), dir: "ltr" }), dir)
      : // A bracket at the end of Latin words would be copied to their other end.
        [{ ...style, text: piece.replace(closedLatin, "$&\u200e") }],
  );
}

function wholeIfShort<R extends Run>(run: R): R {
  return run.text.length > longestWhole ? run : { ...run, whole: true };
}

function textOf(block: Block): string {
  if ("spans" in block) return block.spans.map(({ text }) => text).join("");
  if (block.type === "quote") return block.blocks.map(textOf).join(" ");
  if (block.type === "list") return block.items.flat().map(textOf).join(" ");
  if (block.type === "table")
    return block.rows
      .flat(2)
      .map(({ text }) => text)
      .join(" ");
  return block.type === "code" ? block.text : "";
}

/** Whole characters that say something, in the order in which they were written. */
export function safe(text: string): string {
  return cleanText(text).replace(embeddings, "").replace(/\t/g, " ");
}

/** A word longer than a line may be broken, as no line would hold it; the address of a page is the template's own care. */
function breakable(text: string): string {
  return text.replace(longWord, "$&\u200b");
}

/** The same runs for the narrow column of a table. */
export function inCell(runs: readonly Run[]): Run[] {
  return runs.map(({ whole: _, ...run }) => ({ ...run, text: run.text.replace(tightWord, "$&\u200b") }));
}

/** Whether a text may need more room than the rest of a page has to give. */
export function isLong(text: string): boolean {
  return text.length > 800 || text.split("\n").length > 12;
}

/** A link leads to an address in ASCII, whatever letters it is shown in. */
function addressOf(address: string): { address?: string } {
  if (!linkable.test(address) || !URL.canParse(address)) return {};
  const { href } = new URL(address);
  return href.length > longestLink ? {} : { address: href };
}

/** Only the language itself: the template knows no regions and scripts. */
export function langOf(tag: string): { lang?: string } {
  const [language = ""] = tag.toLowerCase().split("-");
  return /^[a-z]{2,3}$/.test(language) ? { lang: language } : {};
}
