// The stream of news from the server: opened, watched over, and opened again when it breaks.
import type { News } from "@/server/live";

/** `over`: the server takes this session no more. */
export type StreamState = "open" | "lost" | "over";

export type Ears = {
  hear: (news: News) => void;
  become: (state: StreamState) => void;
  /** The number of the latest event known here. */
  known: () => number;
};

const shortestPause = 500;
const longestPause = 15_000;
/** The server says something every 15 seconds. */
const silentFor = 40_000;

/** Follows the news until the returned function is called. */
export function followNews(ears: Ears): () => void {
  let stopped = false;
  let attempt = new AbortController();
  let wake = () => {};

  async function keep() {
    let wait = shortestPause;
    while (!stopped) {
      attempt = new AbortController();
      const end = await follow(attempt, {
        ...ears,
        become(state) {
          wait = shortestPause;
          ears.become(state);
        },
      });
      if (stopped) return;
      ears.become(end);
      if (end === "over") return;
      // Not all browsers at once, after the server was away.
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, wait * (0.5 + Math.random() / 2));
      });
      wait = Math.min(wait * 2, longestPause);
    }
  }

  // The network came or went, and a stream on the old one may not notice for minutes.
  function again() {
    attempt.abort();
    wake();
  }

  window.addEventListener("online", again);
  window.addEventListener("offline", again);
  void keep();
  return () => {
    stopped = true;
    window.removeEventListener("online", again);
    window.removeEventListener("offline", again);
    again();
  };
}

async function follow(attempt: AbortController, { hear, become, known }: Ears): Promise<"lost" | "over"> {
  let watch = 0;
  const alive = () => {
    clearTimeout(watch);
    watch = window.setTimeout(() => attempt.abort(), silentFor);
  };
  try {
    alive();
    // Not EventSource: it says neither why it was refused nor that the line went dead.
    const answer = await fetch("/api/live", {
      headers: { "last-event-id": String(known()) },
      cache: "no-store",
      signal: attempt.signal,
    });
    if (answer.status === 401 || answer.status === 403) return "over";
    if (!answer.ok || !answer.body) return "lost";
    become("open");
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let rest = ""; ; ) {
      const { done, value } = await reader.read();
      if (done) return "lost";
      alive();
      const lines = (rest + value).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (!line.startsWith("data: ")) continue;
        const news: News = JSON.parse(line.slice(6));
        if (news.kind === "over") return news.because === "revoked" ? "over" : "lost";
        hear(news);
      }
    }
  } catch {
    return "lost";
  } finally {
    clearTimeout(watch);
    attempt.abort();
  }
}
