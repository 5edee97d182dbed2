// One's own tokens, by which programs speak for one.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TokenDesk } from "@/components/api-tokens/token-desk";
import type { Locale } from "@/i18n/locales";
import { listTokens } from "@/server/api-tokens";
import { requireActor } from "@/server/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("apiTokens"))("title") };
}

export default async function TokensPage({ params }: PageProps<"/[locale]/settings/tokens">) {
  const { locale } = await params;
  const actor = await requireActor(locale as Locale);
  return <TokenDesk tokens={await listTokens(actor)} />;
}
