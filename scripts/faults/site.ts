// The site whose pages the team cites: every address has a page that never changes.

import { createServer } from "node:http";

export type Site = { host: string; close: () => void };

/** Serves it on a free port of this machine. */
export async function openSite(): Promise<Site> {
  const server = createServer((request, response) => {
    if (request.url === "/robots.txt") return response.writeHead(404).end();
    const text = `صفحة ${request.url}`;
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<!doctype html><title>${text}</title><main><h1>${text}</h1><p>${text.repeat(20)}</p></main>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    host: `localhost:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
