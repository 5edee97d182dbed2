// A file of strangers as an answer: nothing in it can run, call out, or learn who reads it.
import { pictureTypes } from "@/domain/capture-terms";
import { type Download, downloadOf } from "./download";

/** Shut in twice: without scripts, forms and an origin of its own, and with nothing to load but what stands in it. */
const policy = [
  "sandbox",
  "default-src 'none'",
  "img-src data:",
  "style-src 'unsafe-inline' data:",
  "font-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");

const shutIn = {
  "content-security-policy": policy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "private, no-store",
};

/** The bytes as they came: a picture in the page, everything else only to be saved. */
export function keptFile(file: Download): Response {
  const response = downloadOf(file);
  if ((pictureTypes as readonly string[]).includes(file.mediaType)) {
    response.headers.set("content-disposition", "inline");
  }
  return withShutIn(response);
}

/** The inert form of a page. */
export function shownPage(bytes: Uint8Array): Response {
  const headers = { "content-type": "text/html; charset=utf-8", "content-disposition": "inline" };
  return withShutIn(new Response(bytes as Uint8Array<ArrayBuffer>, { headers }));
}

function withShutIn(response: Response): Response {
  for (const [name, value] of Object.entries(shutIn)) response.headers.set(name, value);
  return response;
}
