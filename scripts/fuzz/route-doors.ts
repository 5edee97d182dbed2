// The routes as doors: every method of every route, with hostile addresses, headers and bodies.

import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { hostileAnnotationBody } from "./annotation-bodies";
import { type Caller, callers } from "./callers";
import { asDoor, type Door, type Outcome } from "./door";
import { deepJson, hostileBytes, hostileDate, hostileKey, hostileName, hostileNumber, hostileText } from "./hostile";
import { sendHeaders } from "./next-headers";
import { inWorld, type World } from "./world";

type Asked = {
  caller: Caller;
  /** How the caller shows who it is. */
  by: "session" | "token" | "other";
  params: Record<string, string>;
  query: [name: string, value: string][];
  headers: [name: string, value: string][];
  /** As Latin-1 where it is bytes. */
  body: { text: string } | { bytes: string } | null;
};
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
      if (typeof module[method] === "function")
        doors.push(asDoor(routeDoor({ method, path }, module[method] as Handler)));
    }
  }
  return doors;
}

type Place = { method: (typeof methods)[number]; path: string };

function routeDoor({ method, path }: Place, handle: Handler): Door<Asked> {
  const reads = ["GET", "HEAD", "OPTIONS"].includes(method);
  return {
    name: `${method} ${path}`,
    weight: weightOf({ method, path }),
    inputs: askedOf({ method, path }),
    mayWrite: ["AttemptCount", "ApiToken", "Session"],
    reads: () => reads || path.endsWith("/preview"),
    knock: async (asked, world) => {
      const given = inWorld(asked, world);
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
    const content = body === null ? undefined : "text" in body ? body.text : Buffer.from(body.bytes, "latin1");
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

/** Every parameter that some route knows, with a value that some of them take. */
const parameters: Record<string, readonly string[]> = {
  format: ["json", "csv", "csv-tables", "markdown", "json", "xlsx", "docx"],
  table: ["contributions", "matrix"],
  language: ["ar", "en", "fr"],
  locale: ["ar", "en", "fr"],
  asOf: ["2020-06-01", "2026-01-01"],
  comparedWith: ["2019-12-01"],
  sections: ["table", "table,commitments", ""],
  commitments: ["1", "1,2,8"],
  commitment: ["1", "{{commitment 0}}"],
  notes: ["with", "without"],
  unreviewed: ["with", "without"],
  scales: ["un", "un,ogp"],
  paragraph: ["1", "4"],
  authorId: ["{{member 0}}"],
  tagId: ["{{tag 0}}"],
  kind: ["COMMENTING", "REPORT"],
  state: ["OPEN", "RESOLVED"],
  layer: ["TEAM", "PRIVATE"],
  page: ["1", "2"],
  iris: ["0", "1"],
  minimal: ["1"],
  version: ["1", "2"],
  q: ["تقرير"],
  health: ["ALIVE", "DEAD"],
  sort: ["grade", "title"],
  order: ["asc", "desc"],
  tag: ["{{tag 0}}"],
  party: ["{{party 0}}"],
  from: ["2020-01-01"],
  to: ["2021-01-01"],
  dryRun: ["true", "false"],
  name: ["نسخة.html", "copy.pdf"],
};
const parameterNames = Object.keys(parameters);

const hostileQuery = fc.array(
  fc.constantFrom(...parameterNames).chain((name) =>
    fc.oneof(
      {
        weight: 30,
        arbitrary: fc.constantFrom(...(parameters[name] ?? [""])).map((value): [string, string] => [name, value]),
      },
      {
        weight: 20,
        arbitrary: fc
          .oneof(hostileNumber, hostileDate, hostileName, hostileText)
          .map((value): [string, string] => [name, value.slice(0, 4_000)]),
      },
      { weight: 3, arbitrary: fc.tuple(hostileKey, hostileName) },
    ),
  ),
  { maxLength: 5 },
);

const jsonTypes = [
  "application/ld+json",
  "application/json",
  'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
];
const otherTypes = [
  "text/plain",
  "multipart/form-data",
  "multipart/form-data; boundary=a",
  "application/x-www-form-urlencoded",
  "",
  "a",
  "application/json; charset=utf-16",
  `application/json;${" ".repeat(5_000)}`,
];
const oa = "http://www.w3.org/ns/oa#";

const headerValues: Record<string, readonly string[]> = {
  accept: [
    "*/*",
    "application/json",
    "text/html;q=0",
    ",,,;;;q=",
    `${"a/b,".repeat(3_000)}`,
    "application/ld+json;q=0.0",
  ],
  prefer: [
    `return=representation;include="${oa}PreferContainedIRIs"`,
    `include="${oa}PreferContainedIRIs ${oa}PreferContainedDescriptions"`,
    'include="',
    `include="${" ".repeat(4_000)}"`,
    ",".repeat(4_000),
  ],
  "if-match": ["*", '"a"', "a,b,,", " * ", `${'"a",'.repeat(2_000)}`, ""],
  "if-none-match": ["*", '"a"', `${" ".repeat(6_000)},`, ""],
  "last-event-id": ["0", "-1", "9999999999", "99999999999", "1e3", "a"],
  authorization: [
    "Bearer",
    "Bearer a",
    "Bearer iltizam_",
    `Bearer iltizam_${"a".repeat(5_000)}`,
    "Bearer a b",
    "Basic YTpi",
    "bearer  ",
    `Bearer${" ".repeat(5_000)}`,
  ],
  cookie: [
    "better-auth.session_token=a.b",
    "better-auth.session_token=%00",
    "better-auth.session_token=%",
    "=;=;=",
    "__proto__=1",
    `${"a=b; ".repeat(1_000)}`,
  ],
  "content-length": ["0", "-1", "99999999999"],
  "content-encoding": ["gzip", "br"],
  range: ["bytes=0-0", "bytes=9-1"],
  "accept-language": ["xx-☃", "*;q=-1", `${"ar,".repeat(3_000)}`],
  "x-forwarded-for": ["' OR 1=1", "::1"],
  "x-http-method-override": ["DELETE"],
  host: ["evil.example.org"],
};
const hostileHeaders = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .constantFrom(...Object.keys(headerValues))
        .chain((name) =>
          fc.constantFrom(...(headerValues[name] ?? [""])).map((value): [string, string] => [name, value]),
        ),
    },
    { weight: 1, arbitrary: fc.tuple(hostileKey, hostileText) },
  ),
  { maxLength: 3 },
);

const hostileBody: fc.Arbitrary<Asked["body"]> = fc.oneof(
  { weight: 200, arbitrary: hostileAnnotationBody.map((text) => ({ text })) },
  { weight: 40, arbitrary: fc.json({ maxDepth: 5 }).map((text) => ({ text })) },
  { weight: 20, arbitrary: deepJson.map((text) => ({ text })) },
  { weight: 20, arbitrary: hostileBytes.map((bytes) => ({ bytes })) },
  // Up to the limit of eight megabytes and beyond.
  {
    weight: 1,
    arbitrary: fc.constantFrom(8_388_607, 8_388_609, 30_000_000).map((size) => ({ text: `"${"a".repeat(size - 2)}"` })),
  },
  { weight: 10, arbitrary: fc.constant(null) },
);
/** A page or a PDF is read in a process of its own, which takes a second. */
const fileBody: fc.Arbitrary<Asked["body"]> = fc.oneof(
  { weight: 30, arbitrary: hostileText.map((text) => ({ text: `. ${text}` })) },
  { weight: 1, arbitrary: hostileBytes.map((bytes) => ({ bytes })) },
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
      query: hostileQuery,
      headers: hostileHeaders,
      body: hasBody ? (takesFile ? fileBody : hostileBody) : fc.constant(null),
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
