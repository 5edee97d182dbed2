// What a part of the benchmark is and what it finds.

import type { Row } from "./table";

export type Table = { title: string; head: Row; rows: Row[] };
export type Bar = { what: string; bar: string; measured: string; met: boolean };
export type Found = { tables: Table[]; bars: Bar[] };
export type Part = { summary: string; measure: (say: (line: string) => void) => Promise<Found> };
