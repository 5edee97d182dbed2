// What the W3C Web Annotation Protocol (Recommendation of 23 February 2017) asks of every answer: media type, links, conditions, other origins.
import { createHash } from "node:crypto";
import { Refusal } from "@/domain/refusal";
import type { MemberActor } from "@/server/auth/actor";
import { endpoint, HttpProblem } from "./endpoint";

const jsonLd = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';

const kinds = {
  container: {
    allow: "GET, HEAD, OPTIONS, POST",
    vary: "Accept, Authorization, Cookie, Prefer",
    link: '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type", <http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"',
  },
  member: {
    allow: "GET, HEAD, OPTIONS, PUT, DELETE",
    vary: "Accept, Authorization, Cookie",
    link: '<http://www.w3.org/ns/ldp#Resource>; rel="type"',
  },
} as const;
type Kind = keyof typeof kinds;

/** Any program may ask, and none is let in by the browser's cookies: those are not sent to where `*` may read. */
const otherOrigins = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "Accept, Authorization, Content-Type, If-Match, If-None-Match, Prefer",
  "access-control-expose-headers":
    "Accept-Post, Allow, Content-Location, ETag, Link, Location, Preference-Applied, Retry-After, Vary, WWW-Authenticate",
  "access-control-max-age": "600",
};

function headersOf(kind: Kind): Record<string, string> {
  const { allow, vary, link } = kinds[kind];
  return {
    ...otherOrigins,
    "access-control-allow-methods": allow,
    allow,
    vary,
    link,
    ...(kind === "container" && { "accept-post": jsonLd }),
    "cache-control": "private, no-cache",
  };
}

type Handler<Params> = (actor: MemberActor, request: Request, params: Params) => Promise<Response>;

/** A route of the protocol: every answer, refusals too, has the headers of its kind. */
export function protocolEndpoint<Params>(kind: Kind, handle: Handler<Params>) {
  const answer = endpoint<Params>(async (...asked) => {
    try {
      return await handle(...asked);
    } catch (error) {
      if (error instanceof Refusal && error.code === "not_found" && error.detail.reason === "deleted")
        throw new HttpProblem(410, "deleted");
      // Somebody was faster, between the condition and the change.
      const isOvertaken = kind === "member" && error instanceof Refusal && error.code === "conflict";
      if (isOvertaken && error.detail.reason !== "fixed") throw new HttpProblem(412, "stale");
      throw error;
    }
  });
  return async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    const response = await answer(request, context);
    for (const [name, value] of Object.entries(headersOf(kind))) {
      if (!response.headers.has(name)) response.headers.set(name, value);
    }
    return request.method === "HEAD" ? new Response(null, response) : response;
  };
}

/** What may be done here, for whoever asks: a browser asks before it sends who it is. */
export function optionsOf(kind: Kind): Response {
  return new Response(null, { status: 204, headers: headersOf(kind) });
}

/** The representation with its ETag, or 304 where the program has it. Refuses: 406. */
export function represent(
  request: Request,
  json: unknown,
  init: { status?: number; headers?: Record<string, string> } = {},
): Response {
  const type = acceptedType(request.headers.get("accept"));
  const etag = etagOf(json);
  const headers = { ...init.headers, etag };
  if (
    request.headers
      .get("if-none-match")
      ?.split(/\s*,\s*/)
      .includes(etag)
  )
    return new Response(null, { status: 304, headers });
  return new Response(JSON.stringify(json), {
    status: init.status ?? 200,
    headers: { ...headers, "content-type": type },
  });
}

/** A change needs to know what it changes. Refuses: 428 without If-Match, 412 where it names another state. */
export function requireMatch(request: Request, json: unknown): void {
  const known = request.headers.get("if-match");
  if (known === null) throw new HttpProblem(428, "if_match_needed");
  if (known.trim() !== "*" && !known.split(/\s*,\s*/).includes(etagOf(json))) throw new HttpProblem(412, "stale");
}

function etagOf(json: unknown): string {
  return `"${createHash("sha256").update(JSON.stringify(json)).digest("base64url")}"`;
}

/** JSON-LD unless only plain JSON is wanted. Refuses: 406 where neither is. */
function acceptedType(accept: string | null): string {
  const wanted = (accept ?? "*/*").split(",").flatMap((range) => {
    const [type = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
    const isRefused = parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
    return isRefused || type === "" ? [] : [type];
  });
  if (wanted.some((type) => ["application/ld+json", "application/*", "*/*"].includes(type))) return jsonLd;
  if (wanted.includes("application/json")) return "application/json";
  throw new HttpProblem(406, "not_acceptable");
}

const ldp = "http://www.w3.org/ns/ldp#";
const oa = "http://www.w3.org/ns/oa#";

/** How much of the container's annotations is wanted. */
export type Preference = "minimal" | "iris" | "descriptions";

/** By Prefer (RFC 7240), else by the address, which Content-Location names; null where neither says. Refuses: 400 where both kinds of contents are wanted. */
export function preferenceOf(request: Request): { preference: Preference; applied: boolean } {
  const include =
    /(?:^|[,;\s])include\s*=\s*"([^"]*)"/i.exec(request.headers.get("prefer") ?? "")?.[1]?.split(/\s+/) ?? [];
  const [iris, descriptions] = [
    include.includes(`${oa}PreferContainedIRIs`),
    include.includes(`${oa}PreferContainedDescriptions`),
  ];
  if (iris && descriptions) throw new HttpProblem(400, "one_preference");
  if (include.includes(`${ldp}PreferMinimalContainer`)) return { preference: "minimal", applied: true };
  if (iris || descriptions) return { preference: iris ? "iris" : "descriptions", applied: true };
  const { searchParams } = new URL(request.url);
  if (searchParams.get("minimal") === "1") return { preference: "minimal", applied: false };
  return { preference: searchParams.get("iris") === "1" ? "iris" : "descriptions", applied: false };
}
