// Follows a notification, from the list or from a mail: it is read then, and leads to what it is about.
import { redirect } from "next/navigation";
import type { Locale } from "@/i18n/locales";
import { requireActor } from "@/server/auth/session";
import { followNotification } from "@/server/notifications";
import { orRefused } from "../../refused";

export default async function NotificationPage({ params }: PageProps<"/[locale]/notifications/[id]">) {
  const { locale, id } = await params;
  const actor = await requireActor(locale as Locale);
  redirect(`/${locale}${await orRefused(followNotification(actor, id))}`);
}
