// Who tried to sign in to the team's accounts, for admins.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SignInList } from "@/components/sign-ins/sign-in-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import { signInsKeptForDays, strangersKeptForDays } from "@/domain/sign-in";
import type { Locale } from "@/i18n/locales";
import { requireActor } from "@/server/auth/session";
import { listSignIns } from "@/server/sign-ins";
import { orRefused } from "../../refused";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIns"))("title") };
}

export default async function SignInsPage({ params, searchParams }: PageProps<"/[locale]/settings/sign-ins">) {
  const { locale } = await params;
  const actor = await requireActor(locale as Locale);
  const asked = Number((await searchParams).page);
  const { signIns, page, pages } = await orRefused(
    listSignIns(actor, { page: Number.isSafeInteger(asked) && asked > 0 ? asked : 1 }),
  );
  const t = await getTranslations("signIns");
  return (
    <Section id="sign-ins" title={t("title")}>
      <p className="mb-4 max-w-reading text-muted">
        {t("lead", { days: signInsKeptForDays, strangers: strangersKeptForDays })}
      </p>
      {signIns.length === 0 ? (
        <EmptyState title={t("empty")} />
      ) : (
        <SignInList
          signIns={signIns}
          who={({ name }) => (name === null ? <span className="text-muted">{t("nobody")}</span> : <bdi>{name}</bdi>)}
        />
      )}
      <Pager
        label={t("title")}
        page={page}
        pages={pages}
        hrefOf={(number) => (number ? `/settings/sign-ins?page=${number}` : "/settings/sign-ins")}
      />
    </Section>
  );
}
