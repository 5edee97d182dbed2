// The container of all annotations that a program may see (W3C Web Annotation Protocol §4), and where it adds one.

import { z } from "zod";
import { pageNumber } from "@/domain/annotation-filter";
import { Refusal } from "@/domain/refusal";
import { ownContext, w3cContext } from "@/domain/representation/annotation-v1";
import { countAnnotations, getAnnotation, listAnnotations, postAnnotation } from "@/server/annotation-protocol";
import { ownAddresses } from "@/server/annotation-records";
import type { MemberActor } from "@/server/auth/actor";
import { optionsOf, type Preference, preferenceOf, protocolEndpoint, represent } from "../_http/annotation-protocol";
import { parseQuery } from "../_http/endpoint";
import { readJson } from "../_http/json-body";

const pageSize = 100;
const containerContext = [w3cContext, "http://www.w3.org/ns/ldp.jsonld", ownContext];

const view = protocolEndpoint("container", async (actor, request) => {
  const { page } = parseQuery(z.object({ page: pageNumber }), request);
  const { preference, applied } = preferenceOf(request);
  const { total, modified } = await countAnnotations(actor);
  const whole = { actor, total, modified, preference };
  if (page !== null)
    return represent(request, { "@context": [w3cContext, ownContext], ...(await pageOf(whole, page)) });
  const iri = addressOf(preference);
  const last = Math.max(1, Math.ceil(total / pageSize));
  const json = {
    "@context": containerContext,
    id: iri,
    type: ["BasicContainer", "AnnotationCollection"],
    label: "Annotations",
    total,
    ...(modified && { modified: modified.toISOString() }),
    ...(total > 0 && {
      first: preference === "minimal" ? pageAddress("descriptions", 1) : await pageOf(whole, 1),
      last: pageAddress(preference, last),
    }),
  };
  const headers = {
    "content-location": iri,
    ...(applied && { "preference-applied": "return=representation" }),
  };
  return represent(request, json, { headers });
});

export const GET = view;
export const HEAD = view;
export const OPTIONS = () => optionsOf("container");

export const POST = protocolEndpoint("container", async (actor, request) => {
  const { id } = await postAnnotation(actor, await readJson(request));
  const { json } = await getAnnotation(actor, id);
  return represent(new Request(request.url), json, { status: 201, headers: { location: json.id } });
});

type Whole = { actor: MemberActor; total: number; modified: Date | null; preference: Preference };

/** Refuses: not_found beyond the last page. */
async function pageOf({ actor, total, modified, preference }: Whole, page: number) {
  const startIndex = (page - 1) * pageSize;
  if (startIndex >= total) throw new Refusal("not_found");
  const items = await listAnnotations(actor, { skip: startIndex, take: pageSize });
  return {
    id: pageAddress(preference, page),
    type: "AnnotationPage",
    partOf: { id: addressOf(preference), total, ...(modified && { modified: modified.toISOString() }) },
    startIndex,
    ...(startIndex + pageSize < total && { next: pageAddress(preference, page + 1) }),
    ...(page > 1 && { prev: pageAddress(preference, page - 1) }),
    items: preference === "iris" ? items.map(({ id }) => id) : items,
  };
}

function addressOf(preference: Preference): string {
  const query = { minimal: "?minimal=1", iris: "?iris=1", descriptions: "?iris=0" }[preference];
  return `${ownAddresses().container}${query}`;
}

function pageAddress(preference: Preference, page: number): string {
  return `${ownAddresses().container}?page=${page}&iris=${preference === "iris" ? 1 : 0}`;
}
