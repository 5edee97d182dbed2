// The address of an annotation, for links from elsewhere: it leads to where the annotation is read.
import { redirect } from "next/navigation";
import { commentAnchor, threadAnchor } from "@/components/annotations/passage-dom";
import { paragraphHref } from "@/components/documents/addresses";
import type { Locale } from "@/i18n/locales";
import { requireActor } from "@/server/auth/session";
import { getAnnotationPlace } from "@/server/threads";
import { orRefused } from "../../refused";

export default async function AnnotationPage({ params }: PageProps<"/[locale]/annotations/[id]">) {
  const { locale, id } = await params;
  const actor = await requireActor(locale as Locale);
  const { slug, threadId, replyId, ordinal } = await orRefused(getAnnotationPlace(actor, id));
  if (ordinal === null) redirect(`/${locale}/documents/${slug}/orphans`);
  const anchor = replyId ? commentAnchor(replyId) : threadAnchor(threadId);
  redirect(`/${locale}${paragraphHref(slug, ordinal, anchor)}`);
}
