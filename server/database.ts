// The one way to the database; nothing outside server/ comes here.
import { PrismaPg } from "@prisma/adapter-pg";
import { databaseUrl, env } from "@/env";
import { type Prisma, PrismaClient } from "@/generated/prisma/client";
import { noteStatement } from "./query-log";

export type Transaction = Prisma.TransactionClient;

const kept = globalThis as { iltizamDatabase?: PrismaClient };

/** Longer than any transaction may take: a database that stands still must not hold whoever asks for ever. */
const answersWithin = 20_000;

/** The client, made on first use and shared by all modules of the process (Next.js bundles this file more than once). */
export function database(): PrismaClient {
  kept.iltizamDatabase ??= open();
  return kept.iltizamDatabase;
}

function open(): PrismaClient {
  const client = new PrismaClient({
    adapter: new PrismaPg({
      connectionString: databaseUrl(),
      max: 10,
      connectionTimeoutMillis: 5_000,
      query_timeout: answersWithin,
    }),
    log: [{ emit: "event", level: "query" }],
    // Its long form repeats what people wrote, and errors go to the log.
    errorFormat: env().NODE_ENV === "production" ? "minimal" : "colorless",
  });
  client.$on("query", noteStatement);
  return client;
}

/** Runs `work` in one transaction: all of it is kept, its history included, or none. */
export function inTransaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return database().$transaction(work, { maxWait: 5_000, timeout: 15_000 });
}

/** Closes all connections, for scripts and tests that end. */
export async function closeDatabase(): Promise<void> {
  await kept.iltizamDatabase?.$disconnect();
  delete kept.iltizamDatabase;
}
