// One table of a workbook: the adapter between our columns and the library that writes the file.
import type { Cell, CellStyle, CellValue, WriteSheet } from "hucre/xlsx";
import { directionOfText } from "@/domain/text-direction";
import type { Direction } from "@/i18n/locales";
import { cleanText, clippedText } from "./plain-text";
import { type Column, linkOf, type Value } from "./tables";

export type Sheet<Row> = { name: string; direction: Direction; columns: readonly Column<Row>[]; rows: readonly Row[] };

const longestCell = 32_767;
const tallestRow = 409;
const lineHeight = 16;
/** No colours: the library writes a font's colour before its size, which strict readers refuse. */
/** From this width on, a column holds whole paragraphs. */
const proseWidth = 50;
/** What fits across one printed page, in the width of a digit. */
const widestPage = 190;
const font = { name: "Calibri", size: 11 } as const;
const headGround = { rgb: "D5E6E8" } as const;
/** Under every row, as screens draw it and paper otherwise would not. */
const rule = { bottom: { style: "thin", color: { rgb: "D8D6CF" } } } as const;
const plain = { font, border: rule } as const;

/** Excel refuses these in the name of a sheet, and names longer than 31. */
export function sheetName(text: string): string {
  const name = cleanText(text)
    .replace(/[[\]:*?/\\\n\t]/g, " ")
    .trim()
    .replace(/^'+|'+$/g, "");
  return clippedText(name || "-", 31);
}

/** A sheet with a frozen head and frozen first columns, filters, typed cells and rows high enough for their text. */
export function sheetOf<Row>({ name, direction, columns, rows }: Sheet<Row>): WriteSheet {
  const lines: CellValue[][] = [columns.map(({ head }) => head)];
  const cells = new Map<string, Partial<Cell>>();
  const heights = new Map<number, { height: number }>();
  const heightOf = (values: readonly Value[]) => {
    const most = Math.max(...values.map((value, column) => linesOf(value, columns[column]?.width ?? 10)));
    return { height: Math.min(tallestRow, most * lineHeight + 2) };
  };
  // The button of the filter takes room of the head.
  heights.set(0, heightOf(columns.map(({ head }) => ({ text: `${head}${" ".repeat(3)}` }))));
  columns.forEach((_, column) => {
    cells.set(`0,${column}`, { style: headStyle(direction) });
  });
  const looks = looksOf(direction);
  rows.forEach((row, index) => {
    const values = columns.map((column) => column.value(row));
    const line = index + 1;
    lines.push(values.map(cellValue));
    values.forEach((value, column) => {
      cells.set(`${line},${column}`, cellOf(value, looks, { direction, width: columns[column]?.width ?? 10 }));
    });
    heights.set(line, heightOf(values));
  });
  const pages = Math.ceil(columns.reduce((sum, { width }) => sum + width, 0) / widestPage);
  return {
    name: sheetName(name),
    rows: lines,
    columns: columns.map(({ width }) => ({ width })),
    cells,
    rowDefs: heights,
    view: { rightToLeft: direction === "rtl" },
    freezePane: { rows: 1, columns: 2 },
    autoFilter: { range: `A1:${columnName(columns.length)}${Math.max(lines.length, 2)}` },
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: pages,
      fitToHeight: 0,
      printTitlesRow: "$1:$1",
      ...(pages > 1 && { printTitlesColumn: "$A:$B" }),
    },
    a11y: { headerRow: 0 },
  };
}

function cellValue(value: Value): CellValue {
  if (value === null) return null;
  if ("number" in value) return value.number;
  // Midnight UTC: the library counts days in UTC, so no time zone moves the date.
  if ("day" in value) return new Date(`${value.day}T00:00:00Z`);
  if ("instant" in value) return new Date(value.instant);
  return clippedText(cleanText("text" in value ? value.text : value.link), longestCell);
}

type Looks = ReturnType<typeof looksOf>;

/** How the cells of a sheet look, made once: there are many thousands of them. */
function looksOf(direction: Direction) {
  const alignment = { vertical: "top", horizontal: sideOf(direction) } as const;
  const wrapped = { ...alignment, wrapText: true } as const;
  const read = (readingOrder: Direction, horizontal = wrapped.horizontal) => ({
    style: { ...plain, alignment: { ...wrapped, horizontal, readingOrder } },
  });
  return {
    none: { style: { border: rule } },
    number: { style: { ...plain, alignment } },
    day: { style: { ...plain, numFmt: "yyyy-mm-dd", alignment } },
    instant: { style: { ...plain, numFmt: "yyyy-mm-dd hh:mm", alignment } },
    /** Cells all begin at one side, whichever way each runs, but for whole paragraphs. */
    text: { ltr: read("ltr"), rtl: read("rtl") },
    prose: { ltr: read("ltr", sideOf("ltr")), rtl: read("rtl", sideOf("rtl")) },
    link: { border: rule, font: { ...font, underline: true }, alignment: { ...wrapped, readingOrder: "ltr" } },
  } as const;
}

function cellOf(value: Value, looks: Looks, { direction, width }: { direction: Direction; width: number }) {
  if (value === null) return looks.none;
  if ("number" in value) return looks.number;
  if ("day" in value) return looks.day;
  if ("instant" in value) return looks.instant;
  if ("text" in value) return looks[width >= proseWidth ? "prose" : "text"][directionOfText(value.text, direction)];
  const target = linkOf(value.link);
  return target === null ? { style: looks.link } : { style: looks.link, hyperlink: { target } };
}

/** A workbook knows no start and end. */
const sideOf = (direction: Direction) => (direction === "rtl" ? "right" : "left");

function headStyle(readingOrder: Direction): CellStyle {
  return {
    font: { ...font, bold: true },
    fill: { type: "pattern", pattern: "solid", fgColor: headGround },
    alignment: { vertical: "center", horizontal: sideOf(readingOrder), wrapText: true, readingOrder },
  };
}

/** The width of a column counts digits, and letters are narrower. */
const perDigit = 1.1;

/** Excel does not measure rows by itself in a file that it did not write. */
function linesOf(value: Value, width: number): number {
  const text = value && ("text" in value ? value.text : "link" in value ? value.link : "");
  if (!text) return 1;
  return text.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / (width * perDigit))), 0);
}

function columnName(position: number): string {
  const before = Math.floor((position - 1) / 26);
  const letter = String.fromCharCode(65 + ((position - 1) % 26));
  return before > 0 ? columnName(before) + letter : letter;
}
