// Turns at a host: so many requests at a time, the others wait, so that nobody is hammered.
import { requestsPerHost } from "./limits";

const queues = new Map<string, { running: number; waiting: (() => void)[] }>();

/** Runs `work` when it is its turn at `host`; hands on what it returns or throws. */
export async function inTurn<Result>(host: string, work: () => Promise<Result>): Promise<Result> {
  const queue = queues.get(host) ?? { running: 0, waiting: [] };
  queues.set(host, queue);
  if (queue.running >= requestsPerHost) await new Promise<void>((ready) => queue.waiting.push(ready));
  else queue.running += 1;
  try {
    return await work();
  } finally {
    const next = queue.waiting.shift();
    // Whoever waits takes over the place, so the count stays.
    if (next) next();
    else queue.running -= 1;
    if (queue.running === 0) queues.delete(host);
  }
}
