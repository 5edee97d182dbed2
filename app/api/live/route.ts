// The stream of news for a signed-in browser, as server-sent events: that something changed, and who is here.
import { listen, type News } from "@/server/live";
import { endpoint } from "../v1/_http/endpoint";

export const GET = endpoint(async (actor, request) => {
  const encoder = new TextEncoder();
  let leave: (() => void) | undefined;
  let send: (text: string) => void = () => {};
  let end: () => void = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      // The first bytes tell the browser, and all that stands between, that the stream is open.
      controller.enqueue(encoder.encode(": open\n\n"));
      send = (text) => controller.enqueue(encoder.encode(text));
      end = () => controller.close();
    },
    cancel() {
      end = () => {};
      close();
    },
  });

  /** Once: the browser may leave, and the server may end it, in either order. */
  function close(): void {
    send = () => {};
    end();
    end = () => {};
    leave?.();
  }

  function hear(news: News): void {
    send(eventOf(news));
    if (news.kind === "over") close();
  }

  leave = await listen(actor, knownOf(request), hear);
  if (request.signal.aborted) close();
  request.signal.addEventListener("abort", close);
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // Without no-transform it would be compressed, and compressing waits for more.
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
      // A server that stops waits for connections, which browsers that try again would keep open.
      connection: "close",
    },
  });
});

function eventOf(news: News): string {
  if (news.kind === "heartbeat") return ": heartbeat\n\n";
  const id = news.kind === "changed" ? `id: ${news.number}\n` : "";
  return `${id}data: ${JSON.stringify(news)}\n\n`;
}

/** The number of the last event that the browser knows; nothing when it says none. */
function knownOf(request: Request): number {
  const said = request.headers.get("last-event-id") ?? "";
  return /^\d{1,10}$/.test(said) ? Number(said) : -1;
}
