// A web server that is asked to stop: it answers what it was asked, and keeps no connection open for more.
import { subscribe } from "node:diagnostics_channel";
import type { EventEmitter } from "node:events";
import type { ServerResponse } from "node:http";

/**
 * From the signal to stop on, each answer is the last on its connection. Without it a browser or a proxy that goes on
 * asking on a connection it kept would hold the process, until somebody loses patience and cuts off what is under way.
 */
export function endConnectionsOnceStopping(signals: EventEmitter = process): void {
  let stopping = false;
  for (const name of ["SIGTERM", "SIGINT"]) {
    signals.once(name, () => {
      stopping = true;
    });
  }
  subscribe("http.server.request.start", (message) => {
    if (stopping) (message as { response: ServerResponse }).response.setHeader("connection", "close");
  });
}
