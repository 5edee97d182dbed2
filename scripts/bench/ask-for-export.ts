// The click on a format of a large document, sent as the browser sends it, so that the web server does all that it does for one.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Explained } from "@/scripts/command-line";
import type { App } from "./app";

/** What the browser's side of Next.js writes an action's arguments with. */
const { encodeReply }: { encodeReply: (args: unknown[]) => Promise<FormData> } = createRequire(import.meta.url)(
  "next/dist/compiled/react-server-dom-turbopack/client.node",
);
type Manifest = { node: Record<string, { filename?: string; exportedName?: string }> };

/** The export that was taken on; the page is read again after it, until `settled`, and nobody waits for that. */
export type Asked = { id: string; settled: Promise<void> };

/** Calls the action of the reports page. */
export async function askForExport(app: App, request: { documentSlug: string; format: string }): Promise<Asked> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...request, language: "ar" })) form.set(name, value);
  const answer = await app.ask(`/ar/reports?document=${request.documentSlug}`, {
    method: "POST",
    headers: { "next-action": await actionId(), accept: "text/x-component", origin: app.address },
    body: await encodeReply([form]),
  });
  return takenOn(answer);
}

async function actionId(): Promise<string> {
  const manifest = JSON.parse(await readFile(".next/server/server-reference-manifest.json", "utf8")) as Manifest;
  const found = Object.entries(manifest.node).find(
    ([, { filename, exportedName }]) => filename === "actions/exports.ts" && exportedName === "requestExport",
  );
  if (!found) throw new Explained("The build has no action that asks for an export.");
  return found[0];
}

async function takenOn(answer: Response): Promise<Asked> {
  let text = "";
  const parts = (answer.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { value, done } = await parts.read();
    text += decoder.decode(value, { stream: true });
    const id = /"status":"done","value":\{"id":"([^"]+)"/.exec(text)?.[1];
    // Where that is cut off, what follows fails with a better reason.
    if (id) return { id, settled: readOn(parts).catch(() => {}) };
    if (done) throw new Explained(`The export was not taken on: ${text.slice(0, 500)}`);
  }
}

async function readOn(parts: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  while (!(await parts.read()).done);
}
