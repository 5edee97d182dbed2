// What the log holds: the requests with their ids, slow queries, errors; and what it must never hold.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { setEnv } from "@/env";
import { database } from "@/server/database";
import { log, workInHand } from "@/server/log";
import { pathOf, watchRequests } from "@/server/request-log";

type Line = Record<string, unknown> & { msg: string; level: string };
const lines: Line[] = [];
const said = (msg: string) => lines.filter((line) => line.msg === msg);

beforeEach(() => {
  lines.length = 0;
  setEnv({ LOG_LEVEL: "info" });
  log().level = "info";
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    lines.push(JSON.parse(String(text)));
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  setEnv({ SLOW_QUERY_MS: "" });
});

describe("a request", () => {
  let server: Server;
  let origin: string;
  beforeAll(async () => {
    watchRequests();
    server = createServer(async (request, response) => {
      const [asked] = await database().$queryRaw<{ two: number }[]>`SELECT 2 AS two`;
      log().warn("in the middle");
      if (request.url === "/broken") response.statusCode = 500;
      response.end(`${asked?.two} ${request.headers["x-request-id"]}`);
    });
    await new Promise<void>((listening) => server.listen(0, listening));
    origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  const over = () => expect.poll(() => said("request").length).toBe(1);

  test("has an id that its reader, its handler and its lines in the log share", async () => {
    const answer = await fetch(`${origin}/ar/activity?q=%D8%B3%D8%B1`);
    const id = answer.headers.get("x-request-id");
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(await answer.text()).toBe(`2 ${id}`);
    await over();
    expect(said("in the middle")).toMatchObject([{ requestId: id }]);
    expect(said("request")).toMatchObject([
      { requestId: id, level: "info", method: "GET", path: "/ar/activity", status: 200, statements: 1, complete: true },
    ]);
  });

  test("keeps the id that a proxy in front gave it, unless it is not one", async () => {
    const given = await fetch(origin, { headers: { "x-request-id": "edge-7f3a99c1" } });
    expect(given.headers.get("x-request-id")).toBe("edge-7f3a99c1");
    const hostile = await fetch(origin, { headers: { "x-request-id": 'a"} forged line' } });
    expect(hostile.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("that failed is an error", async () => {
    await fetch(`${origin}/broken`);
    await over();
    expect(said("request")).toMatchObject([{ level: "error", status: 500 }]);
  });

  test("is not told with what was searched for, nor with the token of a link", () => {
    const token = "q7Lr0m2Xv1BzqK9sYt4uWc8dEf6gHj5kMn3pRs2tUv0";
    expect(pathOf(`/en/invitations/${token}?q=secret`)).toBe("/en/invitations/:token");
    expect(pathOf("/en/commitments/0198c1de-6f0a-7c3e-9d39-0d9a2f6b1a77")).toBe(
      "/en/commitments/0198c1de-6f0a-7c3e-9d39-0d9a2f6b1a77",
    );
  });
});

describe("a query", () => {
  test("that is slow is told, without the values that were asked for", async () => {
    setEnv({ SLOW_QUERY_MS: "20" });
    await database().$queryRaw`SELECT pg_sleep(0.03)::text, ${"نص سري"}::text`;
    expect(said("slow query")).toMatchObject([{ level: "warn", query: expect.stringContaining("pg_sleep") }]);
    expect(said("slow query")[0]?.ms).toBeGreaterThanOrEqual(20);
    expect(JSON.stringify(lines)).not.toContain("سري");
  });

  test("that is not, is not", async () => {
    setEnv({ SLOW_QUERY_MS: "10000" });
    await database().$queryRaw`SELECT 1`;
    expect(said("slow query")).toEqual([]);
  });
});

describe("an error", () => {
  test("is told as its kind, its sentence and its place, without what a library hung on it", () => {
    const error = Object.assign(new TypeError("no such thing"), { code: "E1", body: "نص سري" });
    log().error({ err: error }, "unexpected");
    const [line] = said("unexpected");
    const stack = expect.stringContaining("log.test.ts");
    expect(line?.err).toMatchObject({ type: "TypeError", message: "no such thing", code: "E1", stack });
    expect(JSON.stringify(line)).not.toContain("سري");
  });
});

describe("a job", () => {
  test("has its id on each of its lines", () => {
    workInHand().run({ id: "job-1", kind: "job", statements: 0 }, () => log().info("step"));
    expect(said("step")).toMatchObject([{ jobId: "job-1" }]);
  });
});
