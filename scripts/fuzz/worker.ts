// The process that the doors stand in: it may hang or fall, and whoever started it sees at which input.

import pg from "pg";
import { databaseUrl } from "@/env";
import { closeDatabase } from "@/server/database";
import { closeLive } from "@/server/live";
import { closeQueue } from "@/server/queue";
import { formDoors } from "./form-doors";
import { keepJournal } from "./journal";
import { pageDoors } from "./page-doors";
import { routeDoors } from "./route-doors";
import { run } from "./run";

/** What the worker is told. */
export type Errand = {
  seed: number;
  from: number;
  to: number;
  only?: string;
  /** Where the app shows its pages. */
  address: string;
};
/** What it says: which input it begins, what came of it, and that it is done. */
export type Report =
  | { begins: number }
  | { number: number; door: string; kind: string; as?: string; why?: string; input?: string; memory: number }
  | { done: true };

// Without whoever watches it, it is of no use.
process.once("disconnect", () => process.exit());

const tell = (report: Report) => process.send?.(report);

process.once("message", async ({ seed, from, to, only, address }: Errand) => {
  const client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  const journal = await keepJournal(client);
  const all = [...(await formDoors()), ...(await routeDoors()), ...(await pageDoors(address))];
  const doors = only === undefined ? all : all.filter(({ name }) => name.includes(only));
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  await run(
    { seed, numbers, doors, journal },
    ({ number, door, outcome, input }) =>
      tell({
        number,
        door,
        memory: process.memoryUsage().rss,
        ...outcome,
        ...(outcome.kind === "failed" && { input: JSON.stringify(input).slice(0, 3_000) }),
      }),
    (number) => tell({ begins: number }),
  );
  await client.end();
  closeLive();
  await closeQueue();
  await closeDatabase();
  tell({ done: true });
  process.disconnect();
});
