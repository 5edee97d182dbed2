// Prepares the server process before the first request.
import type { Instrumentation } from "next";

/**
 * A finished render aborts its signal with an Error whose stack is computed lazily and meanwhile
 * pins the whole request in memory (react/react#37288, vercel/next.js#84648); reading it frees it.
 */
function releaseAbortedRequests() {
  const abort = AbortController.prototype.abort;
  AbortController.prototype.abort = function abortAndRelease(reason?: unknown) {
    if (reason instanceof Error) void reason.stack;
    return abort.call(this, reason);
  };
}

export async function register() {
  releaseAbortedRequests();
  const { endConnectionsOnceStopping } = await import("./server/draining");
  endConnectionsOnceStopping();
  const { startTelemetry } = await import("./server/telemetry");
  const { watchRequests } = await import("./server/request-log");
  const stop = await startTelemetry("web");
  process.once("SIGTERM", () => void stop());
  watchRequests();
}

/** What a page, an action or a route could not answer; Next.js has already said the same to people. */
export const onRequestError: Instrumentation.onRequestError = async (
  error,
  { method, path },
  { routePath, routeType },
) => {
  const [{ log }, { pathOf }] = await Promise.all([import("./server/log"), import("./server/request-log")]);
  log().error({ err: error, method, path: pathOf(path), routePath, routeType }, "unexpected error");
};
