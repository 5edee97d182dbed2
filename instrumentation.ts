// Prepares the server process before the first request.

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

export function register() {
  releaseAbortedRequests();
}
