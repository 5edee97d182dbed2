import { EventEmitter } from "node:events";
import { Agent, createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { endConnectionsOnceStopping } from "@/server/draining";

const server = createServer((_request, response) => response.end("answer"));
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
afterEach(() => {
  agent.destroy();
  server.close();
});

const ask = (port: number) =>
  new Promise<string | undefined>((resolve, reject) =>
    get({ port, agent }, (answer) => answer.resume().on("end", () => resolve(answer.headers.connection))).on(
      "error",
      reject,
    ),
  );

test("a connection serves many requests, and one more after the signal to stop", async () => {
  const signals = new EventEmitter();
  endConnectionsOnceStopping(signals);
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  expect([await ask(port), await ask(port)]).toEqual(["keep-alive", "keep-alive"]);
  signals.emit("SIGTERM");
  expect(await ask(port)).toBe("close");
});
