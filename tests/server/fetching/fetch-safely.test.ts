// Fetching: whatever a stranger's server does, it is refused or handled with its reason, and nothing inside is reached.
import { afterAll, beforeAll, expect, test } from "vitest";
import { setEnv } from "@/env";
import { FetchFailure, type FetchOptions, fetchSafely } from "@/server/fetching/fetch-safely";
import { type HostileServer, openHostileServer } from "../../hostile-server";

let server: HostileServer;

beforeAll(async () => {
  server = await openHostileServer({
    "/page": (response) => response.setHeader("Content-Type", "Text/HTML; charset=windows-1256").end("<p>page"),
    "/moved": (response) => response.writeHead(302, { Location: "/page" }).end(),
  });
  setEnv({ FETCHABLE_HOSTS: `127.0.0.1:${server.port}` });
});

afterAll(async () => {
  setEnv({ FETCHABLE_HOSTS: "" });
  await server.close();
});

async function reasonFor(address: string, options?: FetchOptions): Promise<string> {
  const failure = await fetchSafely(address, options).catch((error: unknown) => error);
  return failure instanceof FetchFailure ? failure.reason : `not refused: ${String(failure)}`;
}

test("a page comes with what its header says, and with the way that led to it", async () => {
  const fetched = await fetchSafely(`${server.origin}/moved#part`);
  expect(fetched).toMatchObject({
    finalAddress: `${server.origin}/page`,
    redirects: [`${server.origin}/moved`],
    status: 200,
    mediaType: "text/html",
    charset: "windows-1256",
  });
  expect(fetched.bytes.toString()).toBe("<p>page");
});

test("any status is an answer", async () => {
  expect(await fetchSafely(`${server.origin}/nothing`)).toMatchObject({ status: 404, redirects: [] });
});

test("another port of the same host stays inside", async () => {
  expect(await reasonFor("http://127.0.0.1:5432/")).toBe("not_public");
});
