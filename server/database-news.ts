// The one connection of a process on which PostgreSQL says what changed; when it breaks, it comes back by itself.
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { databaseUrl } from "@/env";
import { log } from "./log";

/** What the database is listened to for: "workspace:number" of each event, workspaces where somebody came or went, and members whose notifications changed without an event. */
const channels = ["iltizam_events", "iltizam_presence", "iltizam_notifications"] as const;
export type Channel = (typeof channels)[number];

type Ears = {
  hear: (channel: Channel, payload: string) => void;
  /** After each connection: what was said before it was not heard. */
  catchUp: () => void;
};

const shortestPause = 250;
const longestPause = 10_000;
const probedEvery = 10_000;
const answerWithin = 5_000;

/** Listens until the returned function is called. */
export function listenToDatabase(ears: Ears): () => void {
  const ending = new AbortController();
  void keepConnected(ears, ending.signal);
  return () => ending.abort();
}

async function keepConnected(ears: Ears, ending: AbortSignal): Promise<void> {
  for (let wait = shortestPause; !ending.aborted; wait = Math.min(wait * 2, longestPause)) {
    const reason = await hold(ears, ending, () => {
      wait = shortestPause;
    });
    if (ending.aborted) return;
    log().warn({ reason }, "the connection for live updates was lost; it is opened again");
    // Not all processes at once, after the database was away.
    await pause(wait * (0.5 + Math.random() / 2), undefined, { ref: false });
  }
}

/** Holds one connection for as long as it lives, and says why it ended. */
async function hold(ears: Ears, ending: AbortSignal, onConnected: () => void): Promise<string> {
  const client = new Client({
    connectionString: databaseUrl(),
    application_name: "iltizam live updates",
    connectionTimeoutMillis: answerWithin,
    query_timeout: answerWithin,
    keepAlive: true,
  });
  let probe: NodeJS.Timeout | undefined;
  const broken = new Promise<string>((resolve) => {
    client.on("error", (error) => resolve(error.message));
    client.once("end", () => resolve("it was closed"));
    ending.addEventListener("abort", () => resolve("it is no longer needed"), { once: true });
    client.on("notification", ({ channel, payload }) => ears.hear(channel as Channel, payload ?? ""));
    const ask = (sql: string) => client.query(sql).catch((error: Error) => resolve(error.message));
    client.connect().then(
      async () => {
        await ask(channels.map((channel) => `LISTEN ${channel}`).join("; "));
        onConnected();
        ears.catchUp();
        // A network that is gone without a word is only noticed by asking.
        probe = setInterval(() => void ask("SELECT 1"), probedEvery).unref();
      },
      (error: Error) => resolve(error.message),
    );
  });
  const reason = await broken;
  clearInterval(probe);
  void client.end().catch(() => undefined);
  return reason;
}
