// A form that is sent as the browser sends it, so that the web server does all that it does for one.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Explained } from "@/scripts/command-line";
import type { App } from "./app";

/** What the browser's side of Next.js writes an action's arguments with. */
const { encodeReply }: { encodeReply: (args: unknown[]) => Promise<FormData> } = createRequire(import.meta.url)(
  "next/dist/compiled/react-server-dom-turbopack/client.node",
);
type Manifest = { node: Record<string, { filename?: string; exportedName?: string }> };

/** A form of a page, and the action that takes it. */
export type Sent = { page: string; action: `actions/${string}.ts#${string}`; values: Record<string, string> };
/** What it made; the page is read again after it, until `settled`. */
export type Made = { id: string; settled: Promise<void> };

/** Sends a form whose action answers with the id of what it made; throws where it was refused. */
export async function submit(app: App, { page, action, values }: Sent): Promise<Made> {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  const answer = await app.ask(page, {
    method: "POST",
    headers: { "next-action": await actionId(action), accept: "text/x-component", origin: app.address },
    body: await encodeReply([form]),
  });
  return madeBy(answer, action);
}

const known = new Map<string, string>();

/** The name of an action in the build. */
async function actionId(action: string): Promise<string> {
  const before = known.get(action);
  if (before) return before;
  const manifest = JSON.parse(await readFile(".next/server/server-reference-manifest.json", "utf8")) as Manifest;
  const found = Object.entries(manifest.node).find(
    ([, { filename, exportedName }]) => `${filename}#${exportedName}` === action,
  );
  if (!found) throw new Explained(`The build has no action ${action}.`);
  known.set(action, found[0]);
  return found[0];
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
