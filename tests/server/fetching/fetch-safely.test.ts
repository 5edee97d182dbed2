// Fetching: whatever a stranger's server does, it is refused or handled with its reason, and nothing inside is reached.
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { setEnv } from "@/env";
import { FetchFailure, type FetchOptions, fetchSafely } from "@/server/fetching/fetch-safely";
import { type HostileServer, openHostileServer, type Trick } from "../../hostile-server";

let server: HostileServer;
/** Stands inside, where nothing may come; it has the port of nobody else. */
let canary: HostileServer;
/** Listens at another address of the inside, at the very port that is allowed at the first. */
let neighbour: HostileServer;

const tricks: Record<string, Trick> = {
  "/page": (response) => response.setHeader("Content-Type", "Text/HTML; charset=windows-1256").end("<p>page"),
  "/moved": (response) => response.writeHead(302, { Location: "/page", "Set-Cookie": "session=1" }).end(),
  "/arabic": (response) => response.writeHead(301, { Location: bytewise("/صفحة") }).end(),
  [`/${encodeURIComponent("صفحة")}`]: (response) => response.end("عربي"),
  "/to": (response, request) => {
    const target = new URL(request.url ?? "", "http://hostile").searchParams.get("target") ?? "";
    response.writeHead(307, target === "" ? {} : { Location: bytewise(target) }).end();
  },
  "/endless-redirects": (response, request) => {
    const step = Number(new URL(request.url ?? "", "http://hostile").searchParams.get("step") ?? 0);
    response.writeHead(step < 10_000 ? 302 : 200, { Location: `/endless-redirects?step=${step + 1}` }).end();
  },
  "/loop": (response) => response.writeHead(302, { Location: "/loop-back" }).end(),
  "/loop-back": (response) => response.writeHead(302, { Location: "/loop" }).end(),
  "/silent": () => {},
  "/empty": (response) => response.writeHead(204).end(),
};

/** A header's bytes in UTF-8, as careless servers send them. */
function bytewise(text: string): string {
  return Buffer.from(text).toString("latin1");
}

beforeAll(async () => {
  server = await openHostileServer(tricks);
  canary = await openHostileServer({});
  neighbour = await openHostileServer({}, { host: "127.0.0.2", port: server.port });
  allow();
});

afterEach(() => {
  allow();
  expect(canary.requests, "nothing reached the inside").toEqual([]);
  expect(neighbour.requests, "nothing reached the inside").toEqual([]);
});

afterAll(async () => {
  setEnv({ FETCHABLE_HOSTS: "" });
  await Promise.all([server, canary, neighbour].map((each) => each.close()));
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
const sentTo = (target: string) => at(`/to?target=${encodeURIComponent(target)}`);

describe("an answer", () => {
  test("comes with what its header says, and with the way that led to it", async () => {
    const fetched = await fetchSafely(at("/moved#part"));
    expect(fetched).toMatchObject({
      finalAddress: at("/page"),
      redirects: [at("/moved")],
      status: 200,
      mediaType: "text/html",
      charset: "windows-1256",
    });
    expect(fetched.bytes.toString()).toBe("<p>page");
    expect(Date.now() - fetched.fetchedAt.getTime()).toBeLessThan(5_000);
  });

  test("is an answer whatever its status, with or without a body", async () => {
    expect(await fetchSafely(at("/nothing"))).toMatchObject({ status: 404, redirects: [], charset: null });
    expect(await fetchSafely(at("/empty"))).toMatchObject({ status: 204, mediaType: "application/octet-stream" });
  });

  test("is had from an address in Arabic letters too", async () => {
    expect((await fetchSafely(at("/arabic"))).bytes.toString()).toBe("عربي");
  });

  test("is asked for with a name to complain to, and without cookies, referrer or credentials", async () => {
    server.requests.length = 0;
    await fetchSafely(at("/moved"), { accept: "text/html" });
    expect(server.requests).toHaveLength(2);
    for (const { headers } of server.requests) {
      expect(Object.keys(headers).sort()).toEqual([
        "accept",
        "accept-encoding",
        "accept-language",
        "connection",
        "host",
        "user-agent",
      ]);
      expect(headers).toMatchObject({ accept: "text/html", "user-agent": "Iltizam (+http://localhost:3000)" });
    }
  });
});

describe("the inside", () => {
  const inside = () => {
    const { port } = canary;
    const hosts = (
      "127.0.0.1 127.1 127.0.1 2130706433 0x7f000001 0x7f.1 017700000001 0177.0.0.01 127.0.0.1. 127.255.255.254 0 0.0.0.0 localhost " +
      "LOCALHOST localhost. a.localhost printer router.local db.internal 10.0.0.1 10.1 172.16.0.1 172.31.255.255 192.168.1.1 " +
      "169.254.169.254 100.64.0.1 198.18.0.1 192.0.2.1 198.51.100.7 203.0.113.9 192.88.99.1 224.0.0.1 240.0.0.1 255.255.255.255 " +
      "[::] [::1] [0:0:0:0:0:0:0:1] [::127.0.0.1] [::ffff:127.0.0.1] [::ffff:7f00:1] [64:ff9b::7f00:1] [64:ff9b:1::7f00:1] " +
      "[2002:7f00:1::] [2001:0:7f00:1::] [fe80::1] [fec0::1] [fc00::1] [fd12:3456::1] [ff02::1] [2001:db8::1] [100::1] %31%32%37.0.0.1 " +
      "①②⑦.⓪.⓪.① 127。0。0。1"
    ).split(" ");
    return hosts.map((host) => `http://${host}:${port}/`);
  };

  test("is refused in every way to write it", async () => {
    const reasons = await Promise.all(inside().map(async (address) => [address, await reasonFor(address)]));
    expect(reasons.filter(([, reason]) => reason !== "not_public")).toEqual([]);
  });

  test("is refused in every way to write it when a site outside sends us there", async () => {
    const reasons = await Promise.all(inside().map(async (address) => [address, await reasonFor(sentTo(address))]));
    expect(reasons.filter(([, reason]) => reason !== "not_public")).toEqual([]);
  });

  test("stays closed beside the one port that the operator opened", async () => {
    expect(await reasonFor(`http://127.0.0.1:${canary.port}/`)).toBe("not_public");
    expect(await reasonFor(`http://127.0.0.2:${server.port}/`)).toBe("not_public");
    expect(await reasonFor(`http://localhost:${server.port}/`)).toBe("not_public");
  });

  test("is refused when a name of the outside leads there, be it by one of several addresses", async () => {
    for (const answers of [
      ["127.0.0.1"],
      ["8.8.8.8", "10.0.0.1"],
      ["2606:4700::1", "::1"],
      ["::ffff:10.0.0.1"],
      ["fe80::1%lo"],
    ]) {
      const resolve = async () => answers.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
      expect(await reasonFor(`http://outside.example:${canary.port}/`, { resolve }), answers.join()).toBe("not_public");
      expect(await reasonFor(sentTo(`http://outside.example:${canary.port}/`), { resolve })).toBe("not_public");
    }
  });

  test("is not reached by a name that changes its answer: the socket goes to the address that was checked", async () => {
    allow(`rebinding.example:${server.port}`);
    const answers = ["127.0.0.1", "127.0.0.2", "127.0.0.2"];
    let asked = 0;
    const resolve = async () => [{ address: answers[asked++] ?? "", family: 4 }];
    const fetched = await fetchSafely(`http://rebinding.example:${server.port}/page`, { resolve });
    expect(fetched.bytes.toString()).toBe("<p>page");
    expect(asked).toBe(1);
  });

  test("is checked again after each redirect, also to the same name", async () => {
    allow(`rebinding.example:${server.port}`);
    let asked = 0;
    const resolve = async (host: string) => {
      if (host !== "rebinding.example") throw new Error("another name");
      asked += 1;
      // By the second question the operator has closed what was open.
      if (asked === 2) setEnv({ FETCHABLE_HOSTS: "" });
      return [{ address: asked === 1 ? "127.0.0.1" : "127.0.0.2", family: 4 }];
    };
    expect(await reasonFor(`http://rebinding.example:${server.port}/moved`, { resolve })).toBe("not_public");
    expect(asked).toBe(2);
  });
});

describe("an address is refused", () => {
  test.each([
    "",
    "example.org",
    "//example.org",
    "ftp://example.org/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/html,a",
    "gopher://example.org/",
    "blob:http://example.org/1",
    "http://",
    "http://user@example.org/",
    "http://user:word@example.org/",
    "http://:word@example.org/",
    "http://example.org:22/",
    "http://example.org:6667/",
    "http://example.org:99999/",
    "http://[::1%25lo]/",
    "http://exa mple.org/",
    "http://1.2.3.4.5/",
    "http://256.1.1.1/",
  ])("%s", async (address) => {
    expect(await reasonFor(address)).toBe("bad_address");
  });

  test.each([
    "ftp://example.org/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/html,a",
    "http://user:word@example.org/",
    "http://example.org:25/",
    "http://[",
    "",
  ])("where a redirect leads to it: %s", async (target) => {
    expect(await reasonFor(sentTo(target))).toBe("bad_redirect");
  });

  test("when DNS does not know its name, or is silent", async () => {
    expect(await reasonFor("http://unknown.example/", { resolve: () => Promise.reject(new Error("ENOTFOUND")) })).toBe(
      "dns",
    );
    expect(await reasonFor("http://unknown.example/", { resolve: async () => [] })).toBe("dns");
    expect(
      await reasonFor("http://slow.example/", { resolve: () => new Promise(() => {}), limits: { wholeTime: 50 } }),
    ).toBe("timeout");
  });
});

test("10,000 redirects and a circle of redirects are followed ten times and no more", async () => {
  server.requests.length = 0;
  expect(await reasonFor(at("/endless-redirects"))).toBe("too_many_redirects");
  expect(server.requests).toHaveLength(11);
  expect(await reasonFor(at("/loop"))).toBe("redirect_loop");
  expect(server.requests).toHaveLength(13);
});

test("whoever asked can stop it, before it starts and in the middle", async () => {
  expect(await reasonFor(at("/page"), { signal: AbortSignal.abort() })).toBe("stopped");
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 100);
  expect(await reasonFor(at("/silent"), { signal: stop.signal })).toBe("stopped");
});
