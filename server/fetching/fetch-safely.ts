// Fetches an address of the web on behalf of a member, without ever being turned against the inside.
import { MIMEType } from "node:util";
import { FetchFailure } from "./failure";
import { failureOf } from "./failure-of";
import { type FetchLimits, usualLimits } from "./limits";
import { type Answer, requestOnce } from "./request-once";
import { checkedAddresses, type Resolver } from "./resolve-host";
import { robotsAllow } from "./robots";
import { inTurn } from "./turns";
import { webAddress } from "./web-address";

export { FetchFailure } from "./failure";

export type FetchOptions = {
  /** Stops it; the failure is then `stopped`. */
  signal?: AbortSignal;
  /** The header Accept. */
  accept?: string;
  /** Asks each host's robots.txt first; `robots` where it says no. */
  respectsRobots?: boolean;
  /** Of the body, as it came and unpacked. */
  mostBytes?: number;
  limits?: Partial<FetchLimits>;
  resolve?: Resolver;
};

export type Fetched = {
  /** After redirects, without a fragment. */
  finalAddress: string;
  /** The addresses that sent us on, in order, the first being the one asked for; empty without redirects. */
  redirects: string[];
  status: number;
  /** As the header says, in lower case and without parameters; `application/octet-stream` where it says nothing. */
  mediaType: string;
  /** As the header says. */
  charset: string | null;
  bytes: Buffer;
  fetchedAt: Date;
};

/**
 * The answer to a GET, whatever its status. http and https only; each host, also after each redirect, is resolved and
 * checked, and the socket connects to the checked address. Everything else throws a `FetchFailure` with its reason.
 */
export async function fetchSafely(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const { mostBytes } = options;
  const limits = { ...usualLimits, ...options.limits, ...(mostBytes === undefined ? {} : { bytes: mostBytes }) };
  const clock = { left: limits.wholeTime };
  const seen: string[] = [];
  let url = webAddress(address);
  for (;;) {
    if (options.respectsRobots) await askRobots(url, options);
    const answer = await answerOf(url, { ...options, limits, clock });
    if (!isRedirect(answer.status)) return fetched({ url, redirects: seen, answer });
    seen.push(url.href);
    url = nextAddress(url, answer);
    if (seen.includes(url.href)) throw new FetchFailure("redirect_loop");
    if (seen.length > limits.redirects) throw new FetchFailure("too_many_redirects");
  }
}

type Hop = FetchOptions & { limits: FetchLimits; clock: { left: number } };

function answerOf(url: URL, { accept = "*/*", limits, clock, resolve, signal: stop }: Hop): Promise<Answer> {
  return inTurn(url.host, async () => {
    const start = Date.now();
    const timer = AbortSignal.timeout(clock.left);
    const signal = stop ? AbortSignal.any([stop, timer]) : timer;
    try {
      const addresses = await orAborted(checkedAddresses(url, resolve), signal);
      return await requestOnce({ url, addresses, accept, limits, signal });
    } catch (error) {
      throw failureOf(error, signal);
    } finally {
      clock.left = Math.max(0, clock.left - (Date.now() - start));
    }
  });
}

/** A question to DNS cannot be taken back, but nobody has to wait for its answer. */
function orAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

async function askRobots(url: URL, { signal, limits, resolve }: FetchOptions): Promise<void> {
  const allowed = await robotsAllow(url, async (address) => {
    const rules = await fetchSafely(address, { signal, limits, resolve, mostBytes: 512 * 1024, accept: "text/plain" });
    // RFC 9309 §2.3.1: without such a file everything is allowed, while the server fails nothing is.
    if (rules.status >= 500) throw new FetchFailure("robots");
    return rules.status < 300 ? rules.bytes.toString("utf8") : null;
  });
  if (!allowed) throw new FetchFailure("robots");
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/** Where it sends us; a target that could not have been asked for is `bad_redirect`, one inside stays `not_public`. */
function nextAddress(from: URL, { headers }: Answer): URL {
  if (!headers.location) throw new FetchFailure("bad_redirect");
  try {
    return webAddress(asWritten(headers.location), from);
  } catch (error) {
    if (error instanceof FetchFailure && error.reason === "not_public") throw error;
    throw new FetchFailure("bad_redirect", { cause: error });
  }
}

/** Node reads headers byte by byte; servers write Arabic paths in UTF-8. */
function asWritten(header: string): string {
  const text = Buffer.from(header, "latin1").toString("utf8");
  return text.includes("\ufffd") ? header : text;
}

function fetched({ url, redirects, answer }: { url: URL; redirects: string[]; answer: Answer }): Fetched {
  const type = typeOf(answer.headers["content-type"]);
  return {
    finalAddress: url.href,
    redirects,
    status: answer.status,
    mediaType: type?.essence ?? "application/octet-stream",
    charset: type?.params.get("charset") ?? null,
    bytes: answer.body,
    fetchedAt: new Date(),
  };
}

function typeOf(header: string | undefined): MIMEType | null {
  try {
    return header ? new MIMEType(header) : null;
  } catch {
    return null;
  }
}
