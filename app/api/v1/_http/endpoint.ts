// The door for programs: who it is, what they say, and every way to say no as a problem with its HTTP status (RFC 9457).
import type { z } from "zod";
import { isKeepable } from "@/domain/input";
import { Refusal, type RefusalCode } from "@/domain/refusal";
import type { MemberActor } from "@/server/auth/actor";
import { findBearer } from "@/server/auth/bearer";
import { actorOrRefuse } from "@/server/auth/session";
import { databaseAnswers } from "@/server/health";
import { log } from "@/server/log";
import { isOutage } from "@/server/outage";

const statuses: Record<RefusalCode, number> = {
  unauthenticated: 401,
  invalid: 400,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  rate_limited: 429,
};

/** What only HTTP can refuse: a media type, a size, a method, a condition. */
export class HttpProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code);
  }
}

type Context<Params> = { params: Promise<Params> };
type Handler<Params> = (actor: MemberActor, request: Request, params: Params) => Promise<Response>;

/** A route handler for a member, at a page or by a token; what it throws becomes an answer, never a stack trace. */
export function endpoint<Params>(handle: Handler<Params>) {
  return async (request: Request, { params }: Context<Params>): Promise<Response> => {
    try {
      const actor = (await findBearer(request)) ?? (await actorOrRefuse());
      const named = await params;
      // The database can neither keep such a name nor look for it.
      if (!Object.values(named ?? {}).every((name) => isKeepable(String(name)))) throw new Refusal("not_found");
      return await handle(actor, request, named);
    } catch (error) {
      if (error instanceof Refusal) return refused(error);
      if (error instanceof HttpProblem) return problem(error.status, { code: error.code });
      log().error({ err: error }, "unexpected error");
      // By the error first: a database that comes back at once answers again before we ask.
      return isOutage(error) || !(await databaseAnswers())
        ? problem(503, { code: "unavailable" }, { "retry-after": "10" })
        : problem(500, { code: "unexpected" });
    }
  };
}

/** The query string as the schema reads it; a name that is repeated is a list. Refuses: invalid, with a message key for each parameter. */
export function parseQuery<Schema extends z.ZodType>(schema: Schema, request: Request): z.output<Schema> {
  const { searchParams } = new URL(request.url);
  const named = [...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)] as const);
  const unkeepable = named.filter(([, all]) => !all.every(isKeepable));
  if (unkeepable.length > 0)
    throw new Refusal("invalid", { fields: Object.fromEntries(unkeepable.map(([name]) => [name, "invalid"])) });
  const parsed = schema.safeParse(
    Object.fromEntries(named.map(([name, all]) => [name, all.length > 1 ? all : all[0]])),
  );
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[String(issue.path[0] ?? "query")] ??= issue.message;
  throw new Refusal("invalid", { fields });
}

function refused({ code, detail }: Refusal): Response {
  const { fields, reason, retryAfterSeconds } = detail;
  const headers: Record<string, string> = {};
  if (retryAfterSeconds !== undefined) headers["retry-after"] = String(retryAfterSeconds);
  const challenge = challengeOf(code, reason);
  if (challenge) headers["www-authenticate"] = challenge;
  return problem(statuses[code], { code, fields, reason }, headers);
}

/** What a program would have to show (RFC 6750 §3); the reasons are those of server/auth/bearer.ts. */
function challengeOf(code: RefusalCode, reason: string | undefined): string | null {
  const realm = 'Bearer realm="Iltizam"';
  if (code === "forbidden" && reason === "token_scope") return `${realm}, error="insufficient_scope", scope="write"`;
  if (code !== "unauthenticated") return null;
  return reason ? `${realm}, error="invalid_token", error_description="${reason}"` : realm;
}

function problem(status: number, members: Record<string, unknown>, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ type: "about:blank", status, ...members }), {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
  });
}
