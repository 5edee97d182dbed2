// How far an export has come.
import { getExport } from "@/server/exports";
import { endpoint } from "../../_http/endpoint";

export const GET = endpoint<{ id: string }>(async (actor, _request, { id }) =>
  Response.json(await getExport(actor, id), { headers: { "cache-control": "no-store" } }),
);
