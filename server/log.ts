// The log: one line of JSON each on standard error, with the request or the job that it belongs to, and no secrets.
import { AsyncLocalStorage } from "node:async_hooks";
import { type Logger, pino, stdSerializers } from "pino";
import { env } from "@/env";

/** What the lines of one request or one job have in common, and how many statements it has sent to the database. */
export type Work = { id: string; kind: "request" | "job"; statements: number };

// Next.js bundles this file more than once, and the request that one copy sees begin must be known to all.
const kept = globalThis as { iltizamLog?: Logger; iltizamWork?: AsyncLocalStorage<Work> };

/** The request or job that the caller works for; undefined outside of both. */
export function workInHand(): AsyncLocalStorage<Work> {
  kept.iltizamWork ??= new AsyncLocalStorage();
  return kept.iltizamWork;
}

/** The log of the process; LOG_LEVEL says what is worth a line. */
export function log(): Logger {
  kept.iltizamLog ??= pino(
    {
      level: env().LOG_LEVEL,
      base: { pid: process.pid },
      formatters: { level: (label) => ({ level: label }) },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      serializers: { err: withoutValues },
      mixin: () => {
        const work = workInHand().getStore();
        return work ? { [`${work.kind}Id`]: work.id } : {};
      },
    },
    // Standard output belongs to what a command was asked for.
    { write: (line: string) => void process.stderr.write(line) },
  );
  return kept.iltizamLog;
}

/** An error as its kind, its sentence and its stack: what a library hangs on it may hold what people wrote. */
function withoutValues(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error };
  const { type, message, stack } = stdSerializers.err(error);
  const { code, digest } = error as { code?: unknown; digest?: unknown };
  return { type, message, stack, code, digest };
}
