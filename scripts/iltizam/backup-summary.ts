// What is said of a backup on one line of the terminal.

import type { Backup } from "@/server/backup/contents";

export function summarise({ head, contents }: Backup): string {
  const rows = contents.tables.reduce((sum, table) => sum + table.rows, 0);
  const bytes = contents.files.reduce((sum, file) => sum + file.size, 0);
  const counted = [
    `tables ${contents.tables.length}`,
    `rows ${rows}`,
    `jobs ${contents.jobs.rows}`,
    `files ${contents.files.length} (${bytes} bytes)`,
  ];
  return `made ${head.madeAt} by Iltizam ${head.version}, ${counted.join(", ")}`;
}
