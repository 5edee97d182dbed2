// Picks the language, sets the security headers, and says so when the database is down; it knows no rights.
import { type NextRequest, NextResponse } from "next/server";
import createMiddleware from "next-intl/middleware";
import { env } from "@/env";
import { defaultLocale, isLocale, type Locale } from "@/i18n/locales";
import { routing } from "@/i18n/routing";
import { databaseAnswers } from "@/server/health";

const pickLanguage = createMiddleware(routing);

/**
 * The API answers for itself, and files lie at the top or among the schemas. Everything else is a page, dots or not: one
 * that was let through could have any word for its language.
 */
export const config = { matcher: ["/((?!api/|_next/|schemas/|[^/]*\\.[^/]*$).*)"] };

function contentSecurityPolicy(nonce: string): string {
  const developing = env().NODE_ENV === "development";
  return [
    "default-src 'self'",
    // React needs eval in development to rebuild server stacks.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ""}`,
    // In development Next injects styles without a nonce.
    developing ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${developing ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function localeOf(request: NextRequest): Locale {
  const first = request.nextUrl.pathname.split("/")[1];
  return isLocale(first) ? first : defaultLocale;
}

/** In seconds. */
const retryAfter = "10";

function withoutDatabase(request: NextRequest): NextResponse {
  const response = inItsPlace(request, "unavailable", 503);
  response.headers.set("Retry-After", retryAfter);
  return response;
}

/** The form says in its own words that nothing was saved. */
function notNow(): NextResponse {
  return new NextResponse(null, { status: 503, headers: { "Retry-After": retryAfter } });
}

/**
 * Whether an address names nothing: by a null character, which the database can neither keep nor look for, or by a sign
 * of percent in its path, which is read twice on the way to a page and then is no address any more.
 */
function namesNothing({ nextUrl }: NextRequest): boolean {
  return /%00/.test(`${nextUrl.pathname}${nextUrl.search}`) || /%25|%(?![0-9a-f]{2})/i.test(nextUrl.pathname);
}

/** The page of this name in the language of the address, in the place of the one that was asked for. */
function inItsPlace(request: NextRequest, name: string, status?: number): NextResponse {
  const headers = new Headers(request.headers);
  headers.set("x-next-intl-locale", localeOf(request));
  const page = new URL(`/${localeOf(request)}/${name}`, request.url);
  return NextResponse.rewrite(page, { status, request: { headers } });
}

async function answer(request: NextRequest): Promise<NextResponse> {
  if (namesNothing(request)) return inItsPlace(request, "nowhere");
  const response = pickLanguage(request);
  if (response.headers.has("location")) return response;
  const explains = request.nextUrl.pathname.endsWith("/unavailable");
  if (!(await databaseAnswers())) {
    // A page in the place of an action's answer would take the form away with what was typed.
    return request.headers.has("next-action") ? notNow() : withoutDatabase(request);
  }
  return explains ? NextResponse.redirect(new URL(`/${localeOf(request)}`, request.url)) : response;
}

/** A page has one address, without a slash at its end; null where it has none there. */
function withoutSlash({ nextUrl, url }: NextRequest): NextResponse | null {
  // More than one in front would name another host.
  const path = nextUrl.pathname.replace(/^\/+/, "/").replace(/\/+$/, "");
  if (path === "" || !nextUrl.pathname.endsWith("/")) return null;
  return NextResponse.redirect(new URL(`${path}${nextUrl.search}`, url), 308);
}

export async function proxy(request: NextRequest): Promise<NextResponse> {
  const moved = withoutSlash(request);
  if (moved) return moved;
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  // Next reads the nonce from the request's policy, so it must stand there before anything renders.
  request.headers.set("x-nonce", nonce);
  request.headers.set("content-security-policy", policy);
  // Layouts are not told their address, and signing in wants to lead back to it.
  request.headers.set("x-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = await answer(request);
  response.headers.set("content-security-policy", policy);
  return response;
}
