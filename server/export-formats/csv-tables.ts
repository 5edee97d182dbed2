// Every table of a summary as comma-separated values, in one archive.
import { type Zippable, zipSync } from "fflate";
import { csvOf } from "./csv";
import type { Report } from "./report";
import { type Table, tablesOf, type Value } from "./tables";

/** The first day that a ZIP archive can name: the same summary makes the same bytes, whenever and wherever it is made. */
const always = new Date(1980, 0, 1);

/** The bytes of the archive: commitments.csv and the others, each as `csvOf` writes them. */
export function writeCsvTables(report: Report): Uint8Array {
  const files: Zippable = {};
  for (const table of tablesOf(report)) files[`${table.name}.csv`] = [csvOf(linesOf(table)), { mtime: always }];
  return zipSync(files);
}

function linesOf({ columns, rows }: Table) {
  return [columns.map(({ head }) => head), ...rows.map((row) => columns.map((column) => plain(column.value(row))))];
}

function plain(value: Value): string | number | null {
  if (value === null) return null;
  if ("number" in value) return value.number;
  if ("day" in value) return value.day;
  if ("instant" in value) return value.instant;
  return "text" in value ? value.text : value.link;
}
