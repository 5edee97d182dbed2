// What those who watch a process are told.
import { afterEach, describe, expect, test, vi } from "vitest";
import { GET } from "@/app/api/health/[[...probe]]/route";
import { database } from "@/server/database";
import * as health from "@/server/health";

const ask = (...probe: string[]) =>
  GET(new Request("http://localhost/api/health"), { params: Promise.resolve(probe.length > 0 ? { probe } : {}) });

afterEach(() => vi.restoreAllMocks());

describe("a process", () => {
  test("is alive and ready, and says which checks it passed", async () => {
    expect((await ask("live")).status).toBe(200);
    for (const answer of [await ask("ready"), await ask()]) {
      expect(answer.status).toBe(200);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(await answer.json()).toEqual({ live: true, ready: true, checks: { database: true, migrations: true } });
    }
  });

  test("is not ready while its database is older than the code", async () => {
    const [latest] = await database().$queryRaw<{ id: string }[]>`
      UPDATE _prisma_migrations SET rolled_back_at = now()
      WHERE id = (SELECT id FROM _prisma_migrations ORDER BY started_at DESC LIMIT 1) RETURNING id`;
    try {
      const answer = await ask("ready");
      expect(answer.status).toBe(503);
      expect(answer.headers.get("retry-after")).toBe("10");
      expect(await answer.json()).toMatchObject({ ready: false, checks: { database: true, migrations: false } });
    } finally {
      await database().$executeRaw`UPDATE _prisma_migrations SET rolled_back_at = NULL WHERE id = ${latest?.id}`;
    }
  });

  test("is alive and not ready while its database is away", async () => {
    vi.spyOn(health, "readiness").mockResolvedValue({ database: false, migrations: false });
    expect((await ask("live")).status).toBe(200);
    expect((await ask("ready")).status).toBe(503);
  });

  test("knows no other probe", async () => {
    expect((await ask("ready", "x")).status).toBe(404);
  });
});
