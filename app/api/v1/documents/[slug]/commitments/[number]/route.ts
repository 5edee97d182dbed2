// A commitment by the number that its document gives it: leads to its page.
import { Refusal } from "@/domain/refusal";
import { defaultLocale } from "@/i18n/locales";
import { findCommitmentId } from "@/server/commitments";
import { endpoint } from "../../../../_http/endpoint";

export const GET = endpoint<{ slug: string; number: string }>(async (actor, _request, { slug, number }) => {
  const id = /^\d{1,6}$/.test(number) ? await findCommitmentId(actor, { slug, number: Number(number) }) : null;
  if (!id) throw new Refusal("not_found");
  return new Response(null, { status: 303, headers: { location: `/${defaultLocale}/commitments/${id}` } });
});
