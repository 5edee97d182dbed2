// All double codings of the workspace and how far coders agree, as blind to programs as to the people they speak for.
import { z } from "zod";
import { doubleCodingStates } from "@/domain/double-coding";
import { getAgreement, listDoubleCodings } from "@/server/double-codings";
import { endpoint, parseQuery } from "../_http/endpoint";

const query = z.object({ state: z.enum(doubleCodingStates, "choose_one").optional() });

export const GET = endpoint(async (actor, request) => {
  const { state } = parseQuery(query, request);
  const [views, agreement] = await Promise.all([listDoubleCodings(actor, { state }), getAgreement(actor)]);
  // What the person may do next is for pages.
  const doubleCodings = views.map(({ may, basedOnId, ...doubleCoding }) => doubleCoding);
  return Response.json({ doubleCodings, agreement }, { headers: { "cache-control": "no-store" } });
});
