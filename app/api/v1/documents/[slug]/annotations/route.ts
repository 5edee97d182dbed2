// The annotations of a document as one file, as a filter leaves them; and the way in for those of other programs.
import { annotationFilter } from "@/domain/annotation-filter";
import { exportAnnotations } from "@/server/annotation-export";
import { importAnnotations, previewImport } from "@/server/annotation-import";
import { downloadOf } from "../../../_http/download";
import { endpoint, parseQuery } from "../../../_http/endpoint";
import { readJson } from "../../../_http/json-body";

const mediaType = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';

export const GET = endpoint<{ slug: string }>(async (actor, request, { slug }) => {
  const filter = parseQuery(annotationFilter, request);
  const collection = await exportAnnotations(actor, { slug, filter, query: new URL(request.url).search });
  const name = `${slug}-annotations.jsonld`;
  const bytes = new TextEncoder().encode(`${JSON.stringify(collection, null, 2)}\n`);
  return downloadOf({ bytes, mediaType, name, plainName: name });
});

/** With ?dryRun=true it says what would become of each, and keeps nothing. */
export const POST = endpoint<{ slug: string }>(async (actor, request, { slug }) => {
  const json = await readJson(request);
  const bring = new URL(request.url).searchParams.get("dryRun") === "true" ? previewImport : importAnnotations;
  return Response.json(await bring(actor, slug, json), { headers: { "cache-control": "no-store" } });
});
