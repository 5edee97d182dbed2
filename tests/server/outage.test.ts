import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { database, inTransaction } from "@/server/database";
import { isOutage } from "@/server/outage";

/** What the database throws when it fails so. */
async function thrownBy(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

const endConnection = (pid: number) => database().$queryRaw`SELECT pg_terminate_backend(${pid}::int)`;

const raised = (sqlState: string) =>
  thrownBy(() => database().$executeRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '${sqlState}'; END $$`));

describe("an outage", () => {
  test.each([
    ["a full disk", "53100"],
    ["too many connections", "53300"],
    ["a server that shuts down", "57P01"],
    ["one that was killed", "57P02"],
    ["one that starts", "57P03"],
    ["a disk that fails", "58030"],
  ])("is %s", async (_what, sqlState) => {
    expect(isOutage(await raised(sqlState))).toBe(true);
  });

  test("is a connection that breaks in the middle of a transaction, and between its parts", async () => {
    const cutOff = (last: (tx: Parameters<Parameters<typeof inTransaction>[0]>[0]) => Promise<unknown>) =>
      thrownBy(() =>
        inTransaction(async (tx) => {
          const [row] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
          await endConnection(row?.pid ?? 0);
          await pause(100);
          await last(tx);
        }),
      );
    expect(isOutage(await cutOff((tx) => tx.workspace.count()))).toBe(true);
    expect(isOutage(await cutOff(async () => {}))).toBe(true);
  });

  test("is a disk without space for a file", () => {
    expect(isOutage(Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" }))).toBe(true);
  });
});

test.each([
  ["a broken rule of the data", "23514"],
  ["a query that is wrong", "42601"],
])("%s is a bug, and no outage", async (_what, sqlState) => {
  expect(isOutage(await raised(sqlState))).toBe(false);
});

test("what is no error of the database is none", () => {
  expect(isOutage(new TypeError("x is not a function"))).toBe(false);
  expect(isOutage(null)).toBe(false);
});
