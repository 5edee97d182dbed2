// Robots: where asked to, the fetcher does what a site asks of robots, on every host that it is sent to.
import { afterEach, expect, test } from "vitest";
import { setEnv } from "@/env";
import { FetchFailure, fetchSafely } from "@/server/fetching/fetch-safely";
import { type HostileServer, openHostileServer, type Trick } from "../../hostile-server";

const opened: HostileServer[] = [];

afterEach(async () => {
  setEnv({ FETCHABLE_HOSTS: "" });
  await Promise.all(opened.splice(0).map((each) => each.close()));
});

/** A site of a page and of what it asks; each has a port of its own, so nothing is remembered of another. */
async function site(robots: Trick, tricks: Record<string, Trick> = {}): Promise<HostileServer> {
  const each = await openHostileServer({
    "/robots.txt": robots,
    "/page": (response) => response.end("page"),
    ...tricks,
  });
  opened.push(each);
  setEnv({ FETCHABLE_HOSTS: opened.map(({ port }) => `127.0.0.1:${port}`).join(",") });
  return each;
}

async function outcome(address: string, respectsRobots = true): Promise<string | number> {
  const answer = await fetchSafely(address, { respectsRobots }).catch((error: unknown) => error);
  return answer instanceof FetchFailure ? answer.reason : (answer as { status: number }).status;
}

const saying =
  (rules: string): Trick =>
  (response) =>
    response.end(rules);
const asked = ({ requests }: HostileServer) => requests.map(({ url }) => url);

test("a page that robots may not read is not asked for, but a person's wish can be put above it", async () => {
  const closed = await site(saying("User-agent: *\nDisallow: /page"));
  expect(await outcome(`${closed.origin}/page`)).toBe("robots");
  expect(asked(closed)).toEqual(["/robots.txt"]);
  expect(await outcome(`${closed.origin}/page`, false)).toBe(200);
});

test("what is said to us by name counts, and is read once for many pages", async () => {
  const named = await site(saying("User-agent: *\nDisallow: /\n\nUser-agent: Iltizam\nAllow: /page\nDisallow: /"));
  expect(await outcome(`${named.origin}/page`)).toBe(200);
  expect(await outcome(`${named.origin}/other`)).toBe("robots");
  expect(asked(named).filter((url) => url === "/robots.txt")).toHaveLength(1);
});

test("a site without such a file allows everything; one that fails allows nothing", async () => {
  const without = await site((response) => response.writeHead(404).end());
  expect(await outcome(`${without.origin}/page`)).toBe(200);
  const failing = await site((response) => response.writeHead(503).end());
  expect(await outcome(`${failing.origin}/page`)).toBe("robots");
});

test("the host that a redirect leads to is asked as well", async () => {
  const closed = await site(saying("User-agent: *\nDisallow: /"));
  const open = await site(saying(""), {
    "/away": (response) => response.writeHead(302, { Location: `${closed.origin}/page` }).end(),
  });
  expect(await outcome(`${open.origin}/away`)).toBe("robots");
  expect(asked(closed)).toEqual(["/robots.txt"]);
});

test("robots.txt is no way to the inside", async () => {
  const inside = await openHostileServer({});
  const sly = await site((response) => response.writeHead(302, { Location: inside.origin }).end());
  opened.push(inside);
  expect(await outcome(`${sly.origin}/page`)).toBe("not_public");
  expect(inside.requests).toEqual([]);
});
