// How the installation is doing, for admins.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SystemFacts } from "@/components/system/system-facts";
import type { Locale } from "@/i18n/locales";
import { requireActor } from "@/server/auth/session";
import { getSystemState } from "@/server/system-state";
import { orRefused } from "../../refused";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("system"))("title") };
}

export default async function SystemPage({ params }: PageProps<"/[locale]/settings/system">) {
  const { locale } = await params;
  const actor = await requireActor(locale as Locale);
  return <SystemFacts state={await orRefused(getSystemState(actor))} />;
}
