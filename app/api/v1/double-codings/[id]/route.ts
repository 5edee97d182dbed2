// One double coding, as blind to a program as to the person it speaks for.
import { getDoubleCoding } from "@/server/double-codings";
import { endpoint } from "../../_http/endpoint";

export const GET = endpoint<{ id: string }>(async (actor, _request, { id }) => {
  const { may, basedOnId, ...doubleCoding } = await getDoubleCoding(actor, id);
  return Response.json(doubleCoding, { headers: { "cache-control": "no-store" } });
});
