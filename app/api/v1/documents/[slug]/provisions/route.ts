// The provisions of a document for programs: each with its words in the text, and how far it was judged to be carried out.
import { ordinal } from "@/domain/input";
import { invalidField } from "@/domain/refusal";
import { listDocumentProvisions } from "@/server/provisions";
import { endpoint } from "../../../_http/endpoint";

const afterNumber = ordinal("whole_number").optional();

export const GET = endpoint<{ slug: string }>(async (actor, request, { slug }) => {
  const { searchParams, pathname } = new URL(request.url);
  const asked = afterNumber.safeParse(searchParams.get("after") ?? undefined);
  if (!asked.success) throw invalidField("after", "whole_number");
  const { commitments, next } = await listDocumentProvisions(actor, slug, asked.data);
  const more = next === null ? null : `${pathname}?after=${next}`;
  // The team changes it at any time.
  return Response.json(
    { document: slug, commitments, next: more },
    { headers: { "cache-control": "private, no-cache" } },
  );
});
