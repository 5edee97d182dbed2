// One annotation for programs (W3C Web Annotation Protocol §3 and §5): read, changed, deleted.
import { getAnnotation, putAnnotation } from "@/server/annotation-protocol";
import { deleteAnnotation } from "@/server/annotations";
import { optionsOf, protocolEndpoint, represent, requireMatch } from "../../_http/annotation-protocol";
import { readJson } from "../../_http/json-body";

type Params = { id: string };

const view = protocolEndpoint<Params>("member", async (actor, request, { id }) => {
  const { json } = await getAnnotation(actor, id);
  return represent(request, json);
});

export const GET = view;
export const HEAD = view;
export const OPTIONS = () => optionsOf("member");

export const PUT = protocolEndpoint<Params>("member", async (actor, request, { id }) => {
  const wanted = await readJson(request);
  const standing = await getAnnotation(actor, id);
  requireMatch(request, standing.json);
  await putAnnotation(actor, standing, wanted);
  const { json } = await getAnnotation(actor, id);
  return represent(new Request(request.url), json);
});

export const DELETE = protocolEndpoint<Params>("member", async (actor, request, { id }) => {
  const { json, version } = await getAnnotation(actor, id);
  requireMatch(request, json);
  await deleteAnnotation(actor, { annotationId: id, version });
  return new Response(null, { status: 204 });
});
