// A site of the web for tests, which the fetcher may reach: what it answers can be changed from one look to the next.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { env, setEnv } from "@/env";

export type Answer = { status?: number; type?: string; body?: string | Uint8Array; location?: string };
export type Site = {
  address: string;
  /** Path → what it answers, or what happens before it does; 404 where there is none. */
  pages: Record<string, Answer | (() => Promise<Answer>)>;
  /** The paths that were asked for, in order. */
  asked: string[];
  stop: () => Promise<void>;
};

export async function startSite(pages: Site["pages"] = {}, port = 0): Promise<Site> {
  const asked: string[] = [];
  const server: Server = createServer(async (request, response) => {
    asked.push(request.url ?? "");
    const page = pages[request.url ?? ""] ?? { status: 404 };
    const answer = typeof page === "function" ? await page() : page;
    const { status = 200, type = "text/html; charset=utf-8", body = "", location } = answer;
    response.writeHead(location ? 302 : status, { "content-type": type, ...(location && { location }) }).end(body);
  });
  await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  setEnv({ FETCHABLE_HOSTS: [...env().FETCHABLE_HOSTS, host].join(",") });
  const stop = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { address: `http://${host}`, pages, asked, stop };
}

/** A page whose main text is these paragraphs. */
export function pageOf(title: string, ...paragraphs: string[]): Answer {
  const text = paragraphs.map((words) => `<p>${words}</p>`).join("");
  return {
    body: `<!doctype html><html lang="en"><title>${title}</title><article><h1>${title}</h1>${text}</article></html>`,
  };
}
