// Requests at a steady rate, whether or not the server keeps up.

import { setTimeout as pause } from "node:timers/promises";
import { percentile } from "./table";

export type Latency = { p50: number; p95: number; p99: number; count: number; failed: number };

/**
 * Sends requests of the given kinds in turn, ten a second unless told otherwise, until `ended` is; says how long each kind took.
 * The clock of each runs from when it was due: one that had to wait for a busy machine waited.
 */
export async function steadily(
  kinds: (() => Promise<unknown>)[],
  ended: Promise<unknown>,
  aSecond = 10,
): Promise<Latency[]> {
  const taken: number[][] = kinds.map(() => []);
  const failed = kinds.map(() => 0);
  const sent: Promise<void>[] = [];
  let over = false;
  const noteEnd = () => {
    over = true;
  };
  ended.then(noteEnd, noteEnd);
  const begun = performance.now();
  for (let count = 0; !over; count++) {
    const due = begun + (count * 1000) / aSecond;
    await pause(Math.max(0, due - performance.now()));
    const kind = count % kinds.length;
    const send = kinds[kind] as () => Promise<unknown>;
    const answered = () => void taken[kind]?.push(performance.now() - due);
    // A failure is a finding, not the end: a server too busy to answer is what is looked for.
    const refused = () => {
      failed[kind] = (failed[kind] ?? 0) + 1;
    };
    sent.push(send().then(answered, refused));
  }
  await Promise.all(sent);
  await ended;
  return taken.map((times, kind) => ({
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    count: times.length,
    failed: failed[kind] ?? 0,
  }));
}
