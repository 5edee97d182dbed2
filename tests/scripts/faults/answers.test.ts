import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Tally } from "@/scripts/faults/answers";

const server = createServer((request, response) => {
  const [, status, words = "", retryAfter] = (request.url ?? "").split("/");
  if (status === "cut") return response.destroy();
  response.writeHead(Number(status), retryAfter ? { "retry-after": retryAfter } : {}).end(decodeURIComponent(words));
});
let address: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, resolve));
  address = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

test.each([
  ["program", "/201/made", { text: "made", wrong: 0 }],
  ["program", "/503/later/10", { text: null, away: 1, wrong: 0 }],
  ["page", "/500/sorry", { text: null, broken: 1, wrong: 0 }],
  ["form", "/cut", { text: null, cut: 1, wrong: 0 }],
  ["program", "/503/later", { text: null, wrong: 1 }],
  ["program", "/500/sorry", { text: null, wrong: 1 }],
  ["page", "/500/at%20x%20(file.js:1:1)", { text: null, broken: 0, wrong: 1 }],
  ["page", "/404/none", { text: null, wrong: 1 }],
] as const)("to a %s, %s is %j", async (door, path, expected) => {
  const tally = new Tally();
  const text = await tally.ask(door, address + path);
  expect({ text, away: tally.away, broken: tally.broken, cut: tally.cut, wrong: tally.wrong.length }).toMatchObject(
    expected,
  );
});
