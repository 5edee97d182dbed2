// The file of an export that is done.
import { getExportFile } from "@/server/exports";
import { downloadOf } from "../../../_http/download";
import { endpoint } from "../../../_http/endpoint";

export const GET = endpoint<{ id: string }>(async (actor, _request, { id }) =>
  downloadOf(await getExportFile(actor, id)),
);
