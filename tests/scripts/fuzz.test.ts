import { randomInt } from "node:crypto";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { databaseUrl } from "@/env";
import type { Door, Outcome } from "@/scripts/fuzz/door";
import { formDoors } from "@/scripts/fuzz/form-doors";
import { type Journal, keepJournal } from "@/scripts/fuzz/journal";
import { routeDoors } from "@/scripts/fuzz/route-doors";
import { run } from "@/scripts/fuzz/run";
import { makeWorld, type World } from "@/scripts/fuzz/world";
import { database } from "@/server/database";

// As the program itself stands in for them, outside of Next.js.
vi.mock("next/headers", () => import("@/scripts/fuzz/next-headers"));
vi.mock("next/cache", () => import("@/scripts/fuzz/next-cache"));

let client: pg.Client;
let journal: Journal;
let world: World;
beforeAll(async () => {
  client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  journal = await keepJournal(client);
  world = await makeWorld();
}, 180_000);
afterAll(() => client.end());

type Tried = { number: number; door: string; outcome: Outcome };
async function tryAll(doors: readonly Door[], { seed, inputs }: { seed: number; inputs: number }): Promise<Tried[]> {
  const tried: Tried[] = [];
  const numbers = Array.from({ length: inputs }, (_, index) => index + 1);
  await run({ seed, numbers, doors, journal, world }, (each) => tried.push(each));
  return tried;
}

describe("hostile inputs at every route and action", () => {
  test.each([1, randomInt(1, 2 ** 31)])(
    "break nothing, hang nowhere, and leave no trace when refused (seed %d)",
    async (seed) => {
      const doors = [...(await formDoors()), ...(await routeDoors())];
      const tried = await tryAll(doors, { seed, inputs: 250 });
      expect(tried.filter(({ outcome }) => outcome.kind === "failed")).toEqual([]);
      // Neither has every input been turned away, nor has none.
      expect(tried.filter(({ outcome }) => outcome.kind === "accepted").length).toBeGreaterThan(5);
      expect(tried.filter(({ outcome }) => outcome.kind === "refused").length).toBeGreaterThan(50);
      expect(new Set(tried.map(({ door }) => door)).size).toBeGreaterThan(50);
    },
    120_000,
  );
});

describe("what must never happen is told", () => {
  const door = (knock: Door["knock"], more: Partial<Door> = {}): Door => ({
    ...{ name: "a door", weight: 1, inputs: fc.constant(null), mayWrite: [], knock, ...more },
  });
  const write = () => database().workspace.create({ data: { name: "…" } });
  const refused: Outcome = { kind: "refused", as: "invalid" };
  const one = async (tried: Door) => (await tryAll([tried], { seed: 1, inputs: 1 }))[0]?.outcome;

  test("when a door breaks", async () => {
    const breaks = door(async () => {
      throw new RangeError("too deep");
    });
    expect(await one(breaks)).toMatchObject({ kind: "failed", why: expect.stringContaining("too deep") });
  });

  test("when something is refused and kept all the same", async () => {
    const keeps = door(async () => {
      await write();
      return refused;
    });
    expect(await one(keeps)).toEqual({ kind: "failed", why: "it is refused and writes Workspace" });
    expect(await one({ ...keeps, mayWrite: ["Workspace"] })).toEqual(refused);
    expect(await one(door(async () => refused))).toEqual(refused);
  });

  test("when reading writes", async () => {
    const writes = door(
      async () => {
        await write();
        return { kind: "accepted" };
      },
      { reads: () => true },
    );
    expect(await one(writes)).toMatchObject({ kind: "failed" });
    expect(await one({ ...writes, reads: undefined })).toEqual({ kind: "accepted" });
  });
});

test("an input is the same for the same seed and number", async () => {
  const asked: unknown[] = [];
  const [door] = (await routeDoors()).filter(({ name }) => name === "PUT /api/v1/annotations/[id]");
  if (!door) throw new Error("There is no such route.");
  const keep = async (given: unknown): Promise<Outcome> => {
    asked.push(given);
    return { kind: "unsendable" };
  };
  const keeps: Door = { ...door, knock: keep };
  for (const seed of [7, 7, 8]) await tryAll([keeps], { seed, inputs: 3 });
  expect(asked.slice(3, 6)).toEqual(asked.slice(0, 3));
  expect(asked.slice(6)).not.toEqual(asked.slice(0, 3));
});
