// Markdown in a Word file: paragraphs, lists, quotes and tables in the file's own styles.
import { type INumberingOptions, LevelFormat, type Paragraph, type Table } from "docx";
import { directionOfText } from "@/domain/text-direction";
import type { Direction } from "@/i18n/locales";
import { tableOf } from "./docx-table";
import { type ParagraphLook, paragraph, type Setting } from "./docx-text";
import { type Block, blocksOf, type Span } from "./markdown-blocks";
import { cleanText } from "./plain-text";

type List = NonNullable<Exclude<ParagraphLook["numbering"], false>>;
/** Where a block stands: in a list whose direction it shares, in a quote. */
type Place = { direction?: Direction; level: number; list?: List; quoted?: boolean };

/** The paragraphs and tables of what somebody wrote. */
export function markdownOf(setting: Setting, markdown: string): (Paragraph | Table)[] {
  return blocksOf(cleanText(markdown)).flatMap((block) => childrenOf(setting, block, { level: 0 }));
}

function childrenOf(setting: Setting, block: Block, place: Place): (Paragraph | Table)[] {
  switch (block.type) {
    case "paragraph":
      return [spansOf(setting, block.spans, place)];
    case "heading":
      return [spansOf(setting, block.spans.map(bold), { ...place, list: undefined }, { keepNext: true })];
    case "list":
      return listOf(setting, block, place);
    case "quote": {
      const direction = place.direction ?? directionOfBlocks(block.blocks, setting.direction);
      return block.blocks.flatMap((each) => childrenOf(setting, each, { ...place, direction, quoted: true }));
    }
    case "code":
      return [paragraph(setting, [{ text: block.text, code: true }], { direction: "ltr", style: "CodeBlock" })];
    case "table":
      // Word makes one of two tables with nothing between them.
      return [markdownTable(setting, block.rows), paragraph(setting, "", { style: "TableText" })];
    case "rule":
      return [paragraph(setting, "", { thematicBreak: true })];
  }
}

const bold = (span: Span): Span => ({ ...span, bold: true });

function spansOf(setting: Setting, spans: readonly Span[], place: Place, look: ParagraphLook = {}): Paragraph {
  const direction = place.direction ?? directionOfText(textOf(spans), setting.direction);
  const style = place.quoted ? "Quote" : undefined;
  return paragraph(setting, spans.map(wordedIn(setting)), { direction, numbering: place.list, style, ...look });
}

/** A picture would tell its server who reads; its description stands for it. */
function wordedIn({ t }: Setting): (span: Span) => Span {
  return (span) => {
    if (!span.image) return span;
    const text = span.text ? t("common.image", { description: span.text }) : t("common.imageWithoutDescription");
    return { ...span, text };
  };
}

function listOf(setting: Setting, block: Block & { type: "list" }, place: Place): (Paragraph | Table)[] {
  const direction = place.direction ?? directionOfBlocks(block.items.flat(), setting.direction);
  const level = Math.min(place.level, deepest);
  const list = block.ordered ? numbersFrom(block.start, level, setting.nextList()) : { reference: "bullets", level };
  const inside = { ...place, direction, level: place.level + 1, list: undefined };
  return block.items.flatMap((item) => {
    const [first, ...rest] = item;
    if (first?.type !== "paragraph") {
      const mark = paragraph(setting, "", { direction, numbering: list });
      return [mark, ...item.flatMap((each) => childrenOf(setting, each, inside))];
    }
    const look = (each: Block): ParagraphLook =>
      each.type === "paragraph" ? { indent: { start: indentAt(level) } } : {};
    return [
      spansOf(setting, first.spans, { ...inside, list }),
      ...rest.flatMap((each) =>
        each.type === "paragraph"
          ? [spansOf(setting, each.spans, inside, look(each))]
          : childrenOf(setting, each, inside),
      ),
    ];
  });
}

const deepest = 5;
const indentAt = (level: number) => 500 + 400 * level;
const levels = Array.from({ length: deepest + 1 }, (_, level) => level);
const marks = ["•", "–", "▪"];

/** A list of its own, which counts from where its writer began. */
function numbersFrom(start: number, level: number, instance: number): List {
  const reference = { reference: `numbers-from-${start}`, levels: levels.map((each) => numberLevel(each, start)) };
  return { reference, level, instance };
}

function numberLevel(level: number, start: number) {
  return { level, start, format: LevelFormat.DECIMAL, text: `%${level + 1}.`, style: { paragraph: indented(level) } };
}

const indented = (level: number) => ({ indent: { start: indentAt(level), hanging: 300 } });

/** The lists that the file knows from the start. */
export const numbering: INumberingOptions = {
  config: [
    {
      reference: "bullets",
      levels: levels.map((level) => ({
        level,
        format: LevelFormat.BULLET,
        text: marks[level % marks.length],
        style: { paragraph: indented(level) },
      })),
    },
  ],
};

function markdownTable(setting: Setting, rows: Span[][][]): Table {
  const [head = [], ...body] = rows;
  const width = Math.max(...rows.map((row) => row.length));
  const direction = directionOfText(
    rows
      .flat(2)
      .map(({ text }) => text)
      .join(" "),
    setting.direction,
  );
  const cells = (row: Span[][]) => Array.from({ length: width }, (_, column) => row[column] ?? []);
  return tableOf(setting, {
    direction,
    widths: Array.from({ length: width }, () => 1),
    head: cells(head),
    rows: body.map(cells),
  });
}

function directionOfBlocks(blocks: readonly Block[], otherwise: Direction): Direction {
  return directionOfText(blocks.map(textOfBlock).join(" "), otherwise);
}

function textOfBlock(block: Block): string {
  if (block.type === "paragraph" || block.type === "heading") return textOf(block.spans);
  if (block.type === "list") return block.items.flat().map(textOfBlock).join(" ");
  return block.type === "quote" ? block.blocks.map(textOfBlock).join(" ") : "";
}

const textOf = (spans: readonly Span[]) => spans.map(({ text }) => text).join("");
