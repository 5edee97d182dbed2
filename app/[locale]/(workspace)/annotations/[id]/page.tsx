// The address of an annotation, for links from elsewhere: it leads to where the annotation is read.
import { redirect } from "next/navigation";
import type { Locale } from "@/i18n/locales";
import { requireActor } from "@/server/auth/session";
import { getAnnotationPlace } from "@/server/threads";
import { orRefused } from "../../refused";

export default async function AnnotationPage({ params }: PageProps<"/[locale]/annotations/[id]">) {
  const { locale, id } = await params;
  const actor = await requireActor(locale as Locale);
  const { slug, threadId, replyId } = await orRefused(getAnnotationPlace(actor, id));
  const anchor = replyId ? `comment-${replyId}` : `annotation-${threadId}`;
  redirect(`/${locale}/documents/${slug}#${anchor}`);
}
