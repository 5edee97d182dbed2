// A web server that means ill, on loopback: it redirects, drips, bombs, lies and breaks off; and a canary that stands inside.
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type HostileServer = Awaited<ReturnType<typeof openHostileServer>>;
export type Trick = (response: ServerResponse, request: IncomingMessage) => void;

/** Opens a server on which each path plays its trick; `origin` is its address by number, `requests` what it was asked. */
export async function openHostileServer(tricks: Record<string, Trick>, host = "127.0.0.1") {
  const requests: IncomingMessage[] = [];
  const server = http.createServer((request, response) => {
    requests.push(request);
    const trick = tricks[new URL(request.url ?? "/", "http://hostile").pathname];
    if (trick) trick(response, request);
    else response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, host, listening));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    requests,
    origin: `http://${host.includes(":") ? `[${host}]` : host}:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
