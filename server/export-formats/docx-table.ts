// Tables of a Word file: a head that every page repeats, rows that no page cuts, columns of fixed width.
import { type Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from "docx";
import { directionOfText } from "@/domain/text-direction";
import type { Direction } from "@/i18n/locales";
import { paragraph, type Setting } from "./docx-text";
import type { Span } from "./markdown-blocks";

/** What fits between the margins of an A4 page, in twentieths of a point. */
const textWidth = 9_746;

type Cell = string | readonly Span[];
export type TableContent = {
  direction?: Direction;
  /** Shares of the whole width. */
  widths: readonly number[];
  head: readonly Cell[];
  rows: readonly (readonly Cell[])[];
};

/** A table in the style that the file has for tables. */
export function tableOf(setting: Setting, { direction = setting.direction, widths, head, rows }: TableContent): Table {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const columnWidths = widths.map((width) => Math.floor((width / whole) * textWidth));
  const cellsOf = (cells: readonly Cell[], style: string) =>
    cells.map(
      (cell, column) =>
        new TableCell({
          width: { size: columnWidths[column] ?? 0, type: WidthType.DXA },
          children: [cellText({ ...setting, direction }, cell, style)],
        }),
    );
  return new Table({
    style: "PlainTable2",
    layout: TableLayoutType.FIXED,
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths,
    visuallyRightToLeft: direction === "rtl",
    tableLook: { firstRow: true, lastRow: false, firstColumn: false, lastColumn: false, noHBand: true, noVBand: true },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: cellsOf(head, "TableHead") }),
      ...rows.map((cells) => new TableRow({ cantSplit: isShort(cells), children: cellsOf(cells, "TableText") })),
    ],
  });
}

/** A row higher than a page has to be cut. */
function isShort(cells: readonly Cell[]): boolean {
  return cells.every((cell) => textOf(cell).length < 400);
}

const textOf = (cell: Cell) => (typeof cell === "string" ? cell : cell.map(({ text }) => text).join(""));

/** All cells begin at the same side, whichever way each runs. */
function cellText(setting: Setting, cell: Cell, style: string): Paragraph {
  const { direction } = setting;
  return paragraph(setting, cell, { style, side: direction, direction: directionOfText(textOf(cell), direction) });
}
