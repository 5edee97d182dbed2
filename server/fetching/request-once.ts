// One request to one checked host, without redirects: limits on everything that a stranger's server can send.
import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import { env } from "@/env";
import { FetchFailure } from "./failure";
import { failureOf } from "./failure-of";
import type { FetchLimits } from "./limits";
import type { HostAddress } from "./resolve-host";
import { unpacked } from "./unpacked";

export type Answer = { status: number; headers: http.IncomingHttpHeaders; body: Buffer };
type Request = { url: URL; addresses: HostAddress[]; accept: string; limits: FetchLimits; signal: AbortSignal };

/** Sends a GET to one of `addresses`, never to another. Any status is an answer; throws `FetchFailure` for none. */
export async function requestOnce(request: Request): Promise<Answer> {
  const { limits, signal } = request;
  try {
    const response = await headOf(request);
    const status = response.statusCode ?? 0;
    const packed = await bodyOf(response, limits);
    const body = await unpacked(packed, response.headers["content-encoding"], limits.bytes);
    return { status, headers: response.headers, body };
  } catch (error) {
    throw failureOf(error, signal);
  }
}

function headOf({ url, addresses, accept, limits, signal }: Request): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === "https:" ? https : http).request(url, {
      // A connection of its own: nothing of an earlier one is used, and no other lookup is made.
      agent: false,
      lookup: answering(addresses),
      maxHeaderSize: limits.headerBytes,
      rejectUnauthorized: true,
      signal,
      headers: headersFor(accept),
    });
    const patience = setTimeout(() => request.destroy(new FetchFailure("timeout")), limits.timeToHeaders);
    request.once("response", (response) => {
      clearTimeout(patience);
      // Later errors of the connection reach the reader of the body.
      request.on("error", () => {});
      resolve(response);
    });
    request.once("error", reject);
    // Also where it ends without an answer and without an error, as after a change of protocol that nobody asked for.
    request.once("close", () => {
      clearTimeout(patience);
      reject(new FetchFailure("bad_response"));
    });
    request.end();
  });
}

function headersFor(accept: string): Record<string, string> {
  return {
    "User-Agent": userAgent(),
    Accept: accept,
    "Accept-Language": "ar, en;q=0.8, fr;q=0.7, *;q=0.5",
    "Accept-Encoding": "gzip, deflate, br",
  };
}

/** Says who asks and where to complain. */
function userAgent(): string {
  return `${robotName} (+${env().BASE_URL})`;
}

export const robotName = "Iltizam";

/** A lookup that asks nobody: it hands on what was checked. */
function answering(addresses: HostAddress[]): LookupFunction {
  return (_host, options, done) => {
    const [first] = addresses;
    if (options.all) done(null, addresses);
    else done(null, first?.address ?? "", first?.family);
  };
}

async function bodyOf(response: IncomingMessage, limits: FetchLimits): Promise<Buffer> {
  if (Number(response.headers["content-length"]) > limits.bytes) {
    response.destroy();
    throw new FetchFailure("too_large");
  }
  const pieces: Buffer[] = [];
  let size = 0;
  response.setTimeout(limits.idleTime, () => response.destroy(new FetchFailure("timeout")));
  for await (const piece of response as AsyncIterable<Buffer>) {
    size += piece.length;
    // Leaving the loop destroys the connection.
    if (size > limits.bytes) throw new FetchFailure("too_large");
    pieces.push(piece);
  }
  if (!response.complete) throw new FetchFailure("bad_response");
  return Buffer.concat(pieces);
}
