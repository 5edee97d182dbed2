// One request: a server that sends too much, too slowly or nonsense is left, with its reason, within the limits.
import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import zlib from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { setEnv } from "@/env";
import { FetchFailure, type FetchOptions, fetchSafely } from "@/server/fetching/fetch-safely";
import { type HostileServer, openHostileServer, openRawServer, type Trick } from "../../hostile-server";

let server: HostileServer;
const opened: { close(): Promise<void> }[] = [];

const tricks: Record<string, Trick> = {
  "/page": (response) => response.end("page"),
  "/endless": (response) => void writeForEver(response),
  "/drip": (response) => drip(response),
  "/one-byte": (response) => void response.write("a"),
  "/silent": () => {},
  "/bomb": (response) =>
    response.writeHead(200, { "Content-Encoding": "gzip" }).end(zlib.gzipSync(Buffer.alloc(50_000_000))),
  "/brotli-bomb": (response) =>
    response.writeHead(200, { "Content-Encoding": "br" }).end(zlib.brotliCompressSync(Buffer.alloc(50_000_000))),
  "/packed": (response, request) => {
    const [name, body] = packed[new URL(request.url ?? "", "http://hostile").search.slice(1)] ?? ["", ""];
    response.writeHead(200, { "Content-Encoding": name }).end(body);
  },
  "/huge": (response) => response.writeHead(200, { "Content-Length": 1e13 }).write("a"),
  "/big-headers": (response) => response.writeHead(200, { "X-Big": "a".repeat(100_000) }).end(),
};

const text = Buffer.from("نص مضغوط");
const packed: Record<string, [name: string, body: Buffer]> = {
  gzip: ["gzip", zlib.gzipSync(text)],
  deflate: ["deflate", zlib.deflateSync(text)],
  raw: ["deflate", zlib.deflateRawSync(text)],
  br: ["br", zlib.brotliCompressSync(text)],
  capitals: ["GZIP", zlib.gzipSync(text)],
  twice: ["gzip, gzip", zlib.gzipSync(zlib.gzipSync(text))],
  unknown: ["zstd", text],
  broken: ["gzip", Buffer.from("not packed at all")],
  cut: ["gzip", zlib.gzipSync(Buffer.alloc(10_000, "a")).subarray(0, 20)],
};

async function writeForEver(response: ServerResponse) {
  const piece = Buffer.alloc(64 * 1024, "a");
  while (!response.destroyed) {
    response.write(piece);
    await new Promise((ready) => setImmediate(ready));
  }
}

function drip(response: ServerResponse) {
  const tap = setInterval(() => response.write("a"), 20);
  response.once("close", () => clearInterval(tap));
}

beforeAll(async () => {
  server = await openHostileServer(tricks);
  allow();
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
  allow();
});

afterAll(async () => {
  setEnv({ FETCHABLE_HOSTS: "" });
  await server.close();
});

/** Lets the fetcher go to the hostile server, as an operator can, and to `others`. */
function allow(...others: string[]): void {
  setEnv({ FETCHABLE_HOSTS: [`127.0.0.1:${server.port}`, ...others].join(",") });
}

async function reasonFor(address: string, options?: FetchOptions): Promise<string> {
  const failure = await fetchSafely(address, options).catch((error: unknown) => error);
  return failure instanceof FetchFailure ? failure.reason : `not refused: ${JSON.stringify(failure)}`;
}

const at = (path: string) => `${server.origin}${path}`;

describe("too much is refused", () => {
  test.each<[what: string, path: string, options: FetchOptions, reason: string]>([
    ["a body without end", "/endless", { mostBytes: 1_000_000 }, "too_large"],
    ["a body that says it is too large", "/huge", {}, "too_large"],
    ["a gzip bomb", "/bomb", { mostBytes: 1_000_000 }, "too_large"],
    ["a brotli bomb", "/brotli-bomb", { mostBytes: 1_000_000 }, "too_large"],
    ["large headers", "/big-headers", {}, "headers_too_large"],
    ["a body that drips for ever", "/drip", { limits: { wholeTime: 400 } }, "timeout"],
    ["a body that stops in the middle", "/one-byte", { limits: { idleTime: 100 } }, "timeout"],
    ["silence", "/silent", { limits: { timeToHeaders: 100 } }, "timeout"],
  ])("%s", async (_, path, options, reason) => {
    const start = Date.now();
    expect(await reasonFor(at(path), options)).toBe(reason);
    expect(Date.now() - start).toBeLessThan(20_000);
  });

  test("headers that drip for ever, and headers without end", async () => {
    const slow = await raw((socket) => {
      socket.write("HTTP/1.1 200 OK\r\n");
      const tap = setInterval(() => socket.write("X-A: b\r\n"), 20);
      socket.once("close", () => clearInterval(tap));
    });
    expect(await reasonFor(slow, { limits: { timeToHeaders: 200 } })).toBe("timeout");
    const endless = await raw((socket) => socket.write(`HTTP/1.1 200 OK\r\n${"X-A: b\r\n".repeat(100_000)}`));
    expect(await reasonFor(endless)).toBe("headers_too_large");
  });

  test("more than two requests at a time to one host: the others wait for their turn", async () => {
    let [now, most] = [0, 0];
    const busy = await openHostileServer({
      "/": (response) => {
        most = Math.max(most, ++now);
        setTimeout(() => {
          now -= 1;
          response.end("done");
        }, 50);
      },
    });
    opened.push(busy);
    allow(`127.0.0.1:${busy.port}`);
    const all = await Promise.all(
      Array.from({ length: 8 }, () => fetchSafely(busy.origin, { limits: { wholeTime: 2_000 } })),
    );
    expect(all.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(most).toBe(2);
  });
});

async function raw(answer: (socket: Socket) => void): Promise<string> {
  const each = await openRawServer(answer);
  opened.push(each);
  allow(`127.0.0.1:${each.port}`);
  return each.origin;
}

describe("a server that lies or breaks off", () => {
  const ok = "HTTP/1.1 200 OK\r\n";

  test.each<[what: string, answer: string]>([
    ["is no HTTP at all", "SSH-2.0-OpenSSH_9.2\r\n"],
    ["says nothing", ""],
    ["announces more than it sends", `${ok}Content-Length: 100\r\n\r\nhalf`],
    ["announces two lengths", `${ok}Content-Length: 1\r\nContent-Length: 4\r\n\r\nhalf`],
    [
      "announces a length and pieces",
      `${ok}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n0\r\n\r\n`,
    ],
    ["sends pieces of no size", `${ok}Transfer-Encoding: chunked\r\n\r\nzz\r\nhalf\r\n`],
    ["stops between two pieces", `${ok}Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n`],
    ["changes the protocol", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"],
    ["breaks a header", `${ok}Content Length: 4\r\n\r\nhalf`],
  ])("%s: bad_response", async (_, answer) => {
    expect(await reasonFor(await raw((socket) => socket.end(answer)))).toBe("bad_response");
  });

  test("is read no further than it announced", async () => {
    const origin = await raw((socket) => socket.end(`${ok}Content-Length: 4\r\n\r\nhalf and more`));
    const answer = await fetchSafely(origin).catch((error: FetchFailure) => error.reason);
    expect(typeof answer === "string" ? answer : answer.bytes.toString()).toMatch(/^(half|bad_response)$/);
  });

  test("has closed its port, or speaks no TLS", async () => {
    const gone = await openHostileServer({});
    await gone.close();
    allow(`127.0.0.1:${gone.port}`);
    expect(await reasonFor(gone.origin)).toBe("no_connection");
    allow();
    expect(await reasonFor(at("/page").replace("http:", "https:"))).toBe("tls");
  });
});

describe("what is packed", () => {
  test.each(["gzip", "deflate", "raw", "br", "capitals"])("is unpacked: %s", async (name) => {
    expect((await fetchSafely(at(`/packed?${name}`))).bytes.toString()).toBe("نص مضغوط");
  });

  test.each([
    ["twice", "unsupported_encoding"],
    ["unknown", "unsupported_encoding"],
    ["broken", "bad_response"],
    ["cut", "bad_response"],
  ])("is refused: %s", async (name, reason) => {
    expect(await reasonFor(at(`/packed?${name}`))).toBe(reason);
  });
});
