// The provisions of a document for programs: each with its words in the text, and how far it was judged to be carried out.
import { listDocumentProvisions } from "@/server/provisions";
import { endpoint } from "../../../_http/endpoint";

export const GET = endpoint<{ slug: string }>(async (actor, _request, { slug }) => {
  const commitments = await listDocumentProvisions(actor, slug);
  // The team changes it at any time.
  return Response.json({ document: slug, commitments }, { headers: { "cache-control": "private, no-cache" } });
});
