// A kept copy as it came.
import { getCaptureFile } from "@/server/captures";
import { endpoint } from "../../../_http/endpoint";
import { keptFile } from "../../../_http/kept-file";

export const GET = endpoint<{ id: string }>(async (actor, _request, { id }) =>
  keptFile(await getCaptureFile(actor, id)),
);
