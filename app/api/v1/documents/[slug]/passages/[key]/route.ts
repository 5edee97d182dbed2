// A paragraph's text in one language and revision: what an annotation's source names, and what its positions count in.
import { readPassageKey } from "@/domain/annotation-iris";
import { Refusal } from "@/domain/refusal";
import { getPassageText } from "@/server/documents";
import { endpoint } from "../../../../_http/endpoint";

export const GET = endpoint<{ slug: string; key: string }>(async (actor, _request, { slug, key }) => {
  const name = readPassageKey(key);
  if (!name) throw new Refusal("not_found");
  const { text, since } = await getPassageText(actor, { slug, ...name });
  return new Response(text, {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-language": name.language,
      "last-modified": since.toUTCString(),
      // A revision is never rewritten, but who may read it can change.
      "cache-control": "private, no-cache",
      "x-content-type-options": "nosniff",
    },
  });
});
