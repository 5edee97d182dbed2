// Tables and quantities in plain text.

export type Row = string[];

/** Columns as wide as what stands in them: the first starts at its start, figures end at their end. */
export function tableOf(head: Row, rows: Row[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: Row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)));
  const rule = widths.map((width) => "-".repeat(width));
  return [line(head), rule, ...rows.map(line)].map((cells) => `  ${cells.join("  ")}`.trimEnd()).join("\n");
}

export const inSeconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;
export const inMilliseconds = (milliseconds: number) => `${milliseconds.toFixed(0)} ms`;
export const inMegabytes = (bytes: number | null) =>
  bytes === null ? "not measured" : `${Math.round(bytes / 1e6)} MB`;
export const inKilobytes = (bytes: number) => `${Math.ceil(bytes / 1e3)} kB`;

/** The smallest of the values that at least this share of them do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const ordered = [...values].sort((one, other) => one - other);
  return ordered[Math.max(0, Math.ceil(ordered.length * share) - 1)] ?? Number.NaN;
}
export const median = (values: readonly number[]) => percentile(values, 0.5);
