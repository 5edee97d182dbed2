// One table of a workbook: the adapter between our columns and the library that writes the file.
import type { Cell, CellStyle, CellValue, WriteSheet } from "hucre/xlsx";
import { directionOfText } from "@/domain/text-direction";
import type { Direction } from "@/i18n/locales";
import { cleanText, clippedText } from "./plain-text";

/** A value and how it is to be read; a link shows its own address. */
export type Value = { text: string } | { number: number } | { day: string } | { link: string } | null;
export type Column<Row> = { head: string; width: number; value: (row: Row) => Value };
export type Table<Row> = { name: string; direction: Direction; columns: readonly Column<Row>[]; rows: readonly Row[] };

const longestCell = 32_767;
const tallestRow = 409;
const lineHeight = 16;
/** No colours: the library writes a font's colour before its size, which strict readers refuse. */
const font = { name: "Calibri", size: 11 } as const;
const headGround = { rgb: "D5E6E8" } as const;

/** Excel refuses these in the name of a sheet, and names longer than 31. */
export function sheetName(text: string): string {
  const name = cleanText(text)
    .replace(/[[\]:*?/\\\n\t]/g, " ")
    .trim()
    .replace(/^'+|'+$/g, "");
  return clippedText(name || "-", 31);
}

/** A sheet with a frozen head, filters, typed cells and rows high enough for their text. */
export function sheetOf<Row>({ name, direction, columns, rows }: Table<Row>): WriteSheet {
  const lines: CellValue[][] = [columns.map(({ head }) => head)];
  const cells = new Map<string, Partial<Cell>>();
  const heights = new Map<number, { height: number }>();
  columns.forEach((_, column) => {
    cells.set(`0,${column}`, { style: headStyle(direction) });
  });
  rows.forEach((row, index) => {
    const values = columns.map((column) => column.value(row));
    const line = index + 1;
    lines.push(values.map(cellValue));
    values.forEach((value, column) => {
      cells.set(`${line},${column}`, cellOf(value, direction));
    });
    const most = Math.max(...values.map((value, column) => linesOf(value, columns[column]?.width ?? 10)));
    heights.set(line, { height: Math.min(tallestRow, most * lineHeight + 2) });
  });
  return {
    name: sheetName(name),
    rows: lines,
    columns: columns.map(({ width }) => ({ width })),
    cells,
    rowDefs: heights,
    view: { rightToLeft: direction === "rtl" },
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${columnName(columns.length)}${Math.max(lines.length, 2)}` },
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: "$1:$1",
    },
    a11y: { headerRow: 0 },
  };
}

function cellValue(value: Value): CellValue {
  if (value === null) return null;
  if ("number" in value) return value.number;
  // Midnight UTC: the library counts days in UTC, so no time zone moves the date.
  if ("day" in value) return new Date(`${value.day}T00:00:00Z`);
  return clippedText(cleanText("text" in value ? value.text : value.link), longestCell);
}

function cellOf(value: Value, direction: Direction): Partial<Cell> {
  if (value === null) return {};
  if ("number" in value) return { style: { font, alignment: { vertical: "top" } } };
  if ("day" in value) return { style: { font, numFmt: "yyyy-mm-dd", alignment: { vertical: "top" } } };
  if ("link" in value) {
    const alignment = { vertical: "top", wrapText: true, readingOrder: "ltr" } as const;
    return { style: { font: { ...font, underline: true }, alignment }, hyperlink: { target: value.link } };
  }
  return { style: textStyle(directionOfText(value.text, direction)) };
}

function textStyle(readingOrder: Direction): CellStyle {
  return { font, alignment: { vertical: "top", wrapText: true, readingOrder } };
}

function headStyle(readingOrder: Direction): CellStyle {
  return {
    font: { ...font, bold: true },
    fill: { type: "pattern", pattern: "solid", fgColor: headGround },
    alignment: { vertical: "center", wrapText: true, readingOrder },
  };
}

/** Excel does not measure rows by itself in a file that it did not write. */
function linesOf(value: Value, width: number): number {
  if (value === null || !("text" in value)) return 1;
  return value.text.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / width)), 0);
}

function columnName(position: number): string {
  const before = Math.floor((position - 1) / 26);
  const letter = String.fromCharCode(65 + ((position - 1) % 26));
  return before > 0 ? columnName(before) + letter : letter;
}
