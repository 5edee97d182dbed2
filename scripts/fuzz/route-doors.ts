// The routes as doors: every method of every route, with hostile addresses, headers and bodies.

import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { type Caller, callers } from "./callers";
import { asDoor, type Door, type Outcome } from "./door";
import { hostileName, hostileNumber } from "./hostile";
import { sendHeaders } from "./next-headers";
import {
  type Body,
  fileBody,
  hostileBody,
  hostileHeaders,
  hostileQueryOf,
  jsonTypes,
  otherTypes,
  rewordedBody,
} from "./requests";
import { inWorld, type World } from "./world";

type Asked = {
  caller: Caller;
  /** How the caller shows who it is. */
  by: "session" | "token" | "other";
  params: Record<string, string>;
  query: [name: string, value: string][];
  headers: [name: string, value: string][];
  body: Body;
};
type Methods = Partial<Record<(typeof methods)[number], Handler>>;
type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Response | Promise<Response>;

const folder = fileURLToPath(new URL("../../app/api", import.meta.url));
const methods = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"] as const;

/** Every method of every route in app/api, by "GET /api/v1/evidence". */
export async function routeDoors(): Promise<Door[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => /(^|\/)route\.ts$/.test(file)).sort();
  const doors: Door[] = [];
  for (const file of files) {
    const module: Record<string, unknown> = await import(`${folder}/${file}`);
    const path = `/api/${file.replace(/\/?route\.ts$/, "")}`;
    for (const method of methods) {
      if (typeof module[method] === "function") doors.push(asDoor(routeDoor({ method, path }, module as Methods)));
    }
  }
  return doors;
}

function bodyOf({ method, path }: Place): fc.Arbitrary<Body> {
  if (["GET", "HEAD", "OPTIONS"].includes(method)) return fc.constant(null);
  if (path.endsWith("/captures")) return fileBody;
  return method === "PUT" ? rewordedBody : hostileBody;
}

type Place = { method: (typeof methods)[number]; path: string };

function routeDoor({ method, path }: Place, handlers: Methods): Door<Asked> {
  const reads = ["GET", "HEAD", "OPTIONS"].includes(method);
  return {
    name: `${method} ${path}`,
    weight: weightOf({ method, path }),
    inputs: askedOf({ method, path }),
    mayWrite: ["AttemptCount", "ApiToken", "Session"],
    reads: () => reads || path.endsWith("/preview"),
    knock: async (asked, world) => {
      const given = inWorld(asked, world);
      if (given.body && "rewording" in given.body) given.body = await reworded(given, handlers.GET, world);
      const handle = handlers[method] as Handler;
      const request = requestOf({ method, path }, given, world);
      if (!request) return { kind: "unsendable" };
      sendHeaders(request.headers);
      return answered(await handle(request, { params: Promise.resolve(given.params) }), method);
    },
  };
}

/** Writing a file takes long, and what takes in the work of strangers deserves more. */
function weightOf({ method, path }: Place): number {
  if (method === "OPTIONS" || method === "HEAD") return 0.3;
  if (path.endsWith("/summary")) return 0.4;
  return method === "GET" ? 1.5 : 6;
}

function requestOf({ method, path }: Place, { caller, by, params, query, headers, body }: Asked, world: World) {
  const filled = path.replace(/\[(\w+)\]/g, (_, name: string) =>
    encodeURIComponent(params[name]?.toWellFormed() ?? ""),
  );
  const search = query.map((pair) => pair.map((each) => encodeURIComponent(each.toWellFormed())).join("=")).join("&");
  try {
    const sent = new Headers();
    for (const [name, value] of headers) sent.append(name, value);
    if (by === "token" && world.tokens[caller]) sent.set("authorization", `Bearer ${world.tokens[caller]}`);
    if (by === "session" && world.cookies[caller]) sent.set("cookie", world.cookies[caller]);
    const content = contentOf(body);
    const hasBody = content !== undefined && method !== "GET" && method !== "HEAD";
    return new Request(`http://localhost:3000${filled}${search && `?${search}`}`, {
      method,
      headers: sent,
      ...(hasBody && { body: content }),
    });
  } catch {
    return null;
  }
}

function contentOf(body: Body): string | Buffer<ArrayBuffer> | undefined {
  if (body === null) return undefined;
  if ("bytes" in body) return Buffer.from(body.bytes, "latin1");
  return "text" in body ? body.text : body.rewording;
}

/** What stands at the address, with these words in the place of its own. */
async function reworded({ params, body }: Asked, get: Handler | undefined, world: World): Promise<Body> {
  const headers = { authorization: `Bearer ${world.tokens.editor}` };
  const words = body && "rewording" in body ? body.rewording : "";
  const standing = await get?.(new Request("http://localhost:3000/", { headers }), { params: Promise.resolve(params) });
  const text = (await standing?.text()) ?? "";
  return {
    text: standing?.ok ? JSON.stringify(JSON.parse(text), (key, value) => (key === "value" ? words : value)) : words,
  };
}

/** What an answer says, read to its end. */
async function answered(response: Response, method: string): Promise<Outcome> {
  const type = response.headers.get("content-type") ?? "";
  if (type.startsWith("text/event-stream")) {
    await response.body?.cancel();
    return { kind: "accepted" };
  }
  const text = method === "HEAD" ? "" : await response.text();
  if (response.status >= 500)
    return { kind: "failed", why: `it was answered with ${response.status}: ${text.slice(0, 300)}` };
  if (/\bat .*\.(ts|js|mjs):\d+/.test(text) && response.status >= 400)
    return { kind: "failed", why: "the refusal shows a stack trace" };
  if (response.status >= 400) return { kind: "refused", as: String(response.status) };
  return { kind: "accepted" };
}

/** Things of the world by the first folder of the route that names one by its id. */
const nouns: Record<string, string> = {
  annotations: "annotation",
  captures: "capture",
  evidence: "evidence",
  exports: "export",
  releases: "release",
  "double-codings": "doubleCoding",
};

function paramsOf(path: string): fc.Arbitrary<Record<string, string>> {
  const names = [...path.matchAll(/\[(\w+)\]/g)].map(([, name]) => name as string);
  const usual = (name: string): fc.Arbitrary<string> => {
    if (name === "slug") return fc.constant("{{slug 0}}");
    if (name === "number") return fc.constantFrom("1", "8");
    if (name === "key") return fc.constantFrom("1.ar.1", "1.ar.2", "5.ar.1");
    return fc.nat(9).map((number) => `{{${nouns[path.split("/")[3] ?? ""] ?? "id"} ${number}}}`);
  };
  return fc.record(
    Object.fromEntries(
      names.map((name) => [
        name,
        fc.oneof(
          { weight: 5, arbitrary: usual(name) },
          { weight: 2, arbitrary: fc.oneof(hostileName, hostileNumber, wrongKey) },
        ),
      ]),
    ),
  );
}

const wrongKey = fc.constantFrom(
  "0.ar.0",
  "999999.ar.999999",
  "1.xx.1",
  "1.ar.1.1",
  "-1.ar.1",
  "1..1",
  `1.${"a-".repeat(50)}.1`,
);

function askedOf({ method, path }: Place): fc.Arbitrary<Asked> {
  const takesFile = path.endsWith("/captures");
  const types = takesFile ? ["application/octet-stream"] : jsonTypes;
  const type = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...types) },
    { weight: 1, arbitrary: fc.constantFrom(...otherTypes, ...jsonTypes) },
  );
  const hasBody = method !== "GET" && method !== "HEAD" && method !== "OPTIONS";
  return fc
    .record({
      caller: fc.oneof(
        { weight: 6, arbitrary: fc.constant<Caller>("editor") },
        { weight: 2, arbitrary: fc.constantFrom(...callers) },
      ),
      by: fc.constantFrom<Asked["by"]>("session", "token", "token", "token", "other"),
      params: paramsOf(path),
      query: hostileQueryOf(path),
      headers: hostileHeaders,
      body: bodyOf({ method, path }),
      type,
      isConditional: fc.boolean(),
    })
    .map(({ type: sent, isConditional, ...asked }) => ({
      ...asked,
      headers: [
        ...asked.headers,
        ...(hasBody ? [["content-type", sent] as [string, string]] : []),
        ...(isConditional && (method === "PUT" || method === "DELETE") ? [["if-match", "*"] as [string, string]] : []),
      ],
    }));
}
