// A kept page in the form in which it is shown.
import { getShownFile } from "@/server/captures";
import { endpoint } from "../../../_http/endpoint";
import { shownPage } from "../../../_http/kept-file";

export const GET = endpoint<{ id: string }>(async (actor, _request, { id }) =>
  shownPage(await getShownFile(actor, id)),
);
