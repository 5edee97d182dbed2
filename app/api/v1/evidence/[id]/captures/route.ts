// The kept copies of a source, and the way in for one that somebody has as a file.
import { mostCopied } from "@/domain/capture-terms";
import { listCaptures, uploadCapture } from "@/server/captures";
import { endpoint, HttpProblem } from "../../../_http/endpoint";
import { readAtMost } from "../../../_http/json-body";

const quietly = { headers: { "cache-control": "no-store" } };

export const GET = endpoint<{ id: string }>(async (actor, _request, { id }) =>
  Response.json(await listCaptures(actor, id), quietly),
);

/** The file is the body, of type application/octet-stream, which no other site's form can send; ?name= is its name. */
export const POST = endpoint<{ id: string }>(async (actor, request, { id: evidenceId }) => {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/octet-stream") throw new HttpProblem(415, "media_type");
  const fileName = new URL(request.url).searchParams.get("name") ?? "";
  const bytes = await readAtMost(request, mostCopied);
  return Response.json(await uploadCapture(actor, { evidenceId, fileName, bytes }), { status: 201, ...quietly });
});
