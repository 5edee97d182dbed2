// One stream for all tabs of a browser: over HTTP/1.1 a seventh connection to a server would wait for ever.
import type { News } from "@/server/live";
import { type Ears, followNews, type StreamState } from "./stream";

/** What tabs tell each other: news, how the stream is, and that one has just come. */
type Message = News | { kind: "state"; state: StreamState } | { kind: "hello" };

/** Follows the news until the returned function is called: one tab holds the stream and tells those of the same `name`. */
export function shareNews(name: string, ears: Ears): () => void {
  // Only pages that came securely have locks; elsewhere each tab that is looked at has its own stream.
  if (!navigator.locks) return whileVisible(() => followNews(ears));

  const channel = new BroadcastChannel(name);
  const ending = new AbortController();
  /** The latest of each kind, for tabs that come later; only the tab that holds the stream has any. */
  const latest = new Map<string, Message>();

  function receive(message: Message) {
    if (message.kind === "hello") for (const each of latest.values()) channel.postMessage(each);
    else if (message.kind === "state") ears.become(message.state);
    else ears.hear(message);
  }

  function tell(message: Message) {
    // A page that comes later has read its notifications itself.
    if (message.kind !== "notified") latest.set(message.kind, message);
    channel.postMessage(message);
    receive(message);
  }

  const lead = () =>
    new Promise<void>((release) => {
      const stop = followNews({
        known: ears.known,
        hear: tell,
        become(state) {
          tell({ kind: "state", state });
          // A tab in which the person signs in again must be able to take over.
          if (state === "over") end();
        },
      });
      function end() {
        stop();
        latest.clear();
        release();
      }
      ending.signal.addEventListener("abort", end);
      if (ending.signal.aborted) end();
    });

  channel.onmessage = ({ data }) => receive(data);
  channel.postMessage({ kind: "hello" });
  navigator.locks.request(name, { signal: ending.signal }, lead).catch(() => {});
  return () => {
    ending.abort();
    channel.close();
  };
}

function whileVisible(start: () => () => void): () => void {
  let stop: (() => void) | undefined;
  function look() {
    const visible = document.visibilityState === "visible";
    if (visible) stop ??= start();
    else {
      stop?.();
      stop = undefined;
    }
  }
  document.addEventListener("visibilitychange", look);
  look();
  return () => {
    document.removeEventListener("visibilitychange", look);
    stop?.();
  };
}
