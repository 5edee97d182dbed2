// A form that is sent as the browser sends it, so that the web server does all that it does for one.

import { Explained } from "@/scripts/command-line";
import { type ActionName, actionRequest } from "@/scripts/server-action";
import type { App } from "./app";

/** A form of a page, and the action that takes it. */
export type Sent = { page: string; action: ActionName; values: Record<string, string> };
/** What it made; the page is read again after it, until `settled`. */
export type Made = { id: string; settled: Promise<void> };

/** Sends a form whose action answers with the id of what it made; throws where it was refused. */
export async function submit(app: App, { page, action, values }: Sent): Promise<Made> {
  const answer = await app.ask(page, await actionRequest(action, values));
  return madeBy(answer, action);
}

async function madeBy(answer: Response, action: string): Promise<Made> {
  let text = "";
  const parts = (answer.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { value, done } = await parts.read();
    text += decoder.decode(value, { stream: true });
    const id = /"status":"done","value":\{"id":"([^"]+)"/.exec(text)?.[1];
    // Where that is cut off, what follows fails with a better reason.
    if (id) return { id, settled: readOn(parts).catch(() => {}) };
    if (done) throw new Explained(`${action} made nothing: ${text.slice(0, 500)}`);
  }
}

async function readOn(parts: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  while (!(await parts.read()).done);
}
