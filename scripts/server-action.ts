// Forms sent as a browser sends them, so that the web server does all that it does for one.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Explained } from "./command-line";

/** What the browser's side of Next.js writes an action's arguments with. */
const { encodeReply }: { encodeReply: (args: unknown[]) => Promise<FormData> } = createRequire(import.meta.url)(
  "next/dist/compiled/react-server-dom-turbopack/client.node",
);
type Manifest = { node: Record<string, { filename?: string; exportedName?: string }> };

/** An exported action by its file and name, such as "notes.addNote". */
export type ActionName = `${string}.${string}`;

let manifest: Promise<Manifest> | undefined;

/** What a request to the page with the form must be, in the build that is here; some actions take a word instead of a form. */
export async function actionRequest(action: ActionName, given: Record<string, string> | string): Promise<RequestInit> {
  // As bytes: where the connection breaks while a form is sent as a stream, fetch may wait for ever.
  const encoded = new Response(await encodeReply([typeof given === "string" ? given : formOf(given)]));
  const headers = {
    "next-action": await idOf(action),
    accept: "text/x-component",
    "content-type": encoded.headers.get("content-type") ?? "",
  };
  return { method: "POST", headers, body: await encoded.arrayBuffer() };
}

function formOf(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}

async function idOf(action: ActionName): Promise<string> {
  manifest ??= readFile(".next/server/server-reference-manifest.json", "utf8").then((text) => JSON.parse(text));
  const [file, name] = action.split(".");
  const found = Object.entries((await manifest).node).find(
    ([, { filename, exportedName }]) => filename === `actions/${file}.ts` && exportedName === name,
  );
  if (!found) throw new Explained(`The build has no action ${action}.`);
  return found[0];
}
