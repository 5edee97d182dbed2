// Gives every request an id, and a line in the log when it is over: how it was answered, how long it took, how many statements it sent.
import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { metrics } from "@opentelemetry/api";
import { log, type Work, workInHand } from "./log";

/** What a proxy in front may send as an id, so that its log and ours are read together. */
const idOfOthers = /^[A-Za-z0-9._-]{8,64}$/;
/** The tokens in the addresses of invitations and password links; a UUID has 36 characters. */
const secret = /^[A-Za-z0-9_-]{40,}$/;

/** Watches the HTTP server of this process from its first request on; once a process. */
export function watchRequests(): void {
  const duration = metrics.getMeter("iltizam").createHistogram("http.server.request.duration", { unit: "s" });
  // Node's own channel: Next.js lets nobody stand around its handler.
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const begun = performance.now();
    const work: Work = { id: idOf(request), kind: "request", statements: 0 };
    request.headers["x-request-id"] = work.id;
    response.setHeader("X-Request-Id", work.id);
    workInHand().enterWith(work);
    // Also when the reader leaves before the end, as those of the live stream always do.
    response.once("close", () => {
      const milliseconds = performance.now() - begun;
      const { method, url } = request;
      duration.record(milliseconds / 1000, {
        "http.request.method": method,
        "http.response.status_code": response.statusCode,
      });
      const line = {
        requestId: work.id,
        method,
        path: pathOf(url ?? "/"),
        status: response.statusCode,
        ms: Math.round(milliseconds),
        statements: work.statements,
        complete: response.writableFinished,
      };
      log()[response.statusCode >= 500 ? "error" : "info"](line, "request");
    });
  });
}

function idOf(request: IncomingMessage): string {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && idOfOthers.test(given) ? given : randomUUID();
}

/** Without the query, where people search and links carry tokens, and without tokens in the path. */
export function pathOf(url: string): string {
  const [path = "/"] = url.split("?");
  return path
    .split("/")
    .map((part) => (secret.test(part) ? ":token" : part))
    .join("/");
}
