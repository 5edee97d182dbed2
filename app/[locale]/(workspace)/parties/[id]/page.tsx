// One party, with all that it did, by commitment.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ContributionDate, ContributionFacts } from "@/components/contributions/contribution-facts";
import { ExampleMark } from "@/components/documents/example-mark";
import { Page } from "@/components/layout/page";
import { Badge, Box } from "@/components/ui/badge";
import { Num } from "@/components/ui/bidi";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { tagWords } from "@/domain/tag-terms";
import { isLocale, type Locale } from "@/i18n/locales";
import { Link } from "@/i18n/navigation";
import type { MemberActor } from "@/server/auth/actor";
import { requireActor } from "@/server/auth/session";
import { getPartyContributions, type PartyContribution } from "@/server/contributions";
import { orRefused } from "../../refused";

type Props = PageProps<"/[locale]/parties/[id]">;

/** Once a request, for the title and for the page. */
const read = cache((actor: MemberActor, id: string) => orRefused(getPartyContributions(actor, id)));

async function open({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  return { locale, ...(await read(await requireActor(locale), id)) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { party, locale } = await open(props);
  return { title: tagWords(party.name, locale) };
}

export default async function PartyPage(props: Props) {
  const { locale, party, contributions } = await open(props);
  const [t, scales] = await Promise.all([getTranslations("parties"), getTranslations("scales")]);
  const commitmentIds = [...new Set(contributions.map(({ commitment }) => commitment.id))];
  return (
    <Page
      width="reading"
      above={
        <Breadcrumbs
          label={t("crumbs")}
          crumbs={[{ label: t("title"), href: "/parties" }, { label: tagWords(party.name, locale) }]}
        />
      }
      title={<bdi>{tagWords(party.name, locale)}</bdi>}
      lead={
        <div className="flex flex-wrap items-center gap-2 text-sm">
          {scales(`partyKind.${party.kind}`)}
          {party.code && <Box>{party.code}</Box>}
          {party.isRemoved && <Badge>{t("removedBadge")}</Badge>}
        </div>
      }
    >
      {contributions.length === 0 && <EmptyState title={t("party.emptyTitle")}>{t("party.emptyText")}</EmptyState>}
      {commitmentIds.map((id) => (
        <OfCommitment
          key={id}
          contributions={contributions.filter(({ commitment }) => commitment.id === id)}
          locale={locale}
        />
      ))}
    </Page>
  );
}

function OfCommitment({ contributions, locale }: { contributions: PartyContribution[]; locale: Locale }) {
  const commitment = contributions[0]?.commitment;
  if (!commitment) return null;
  return (
    <section
      id={`commitment-${commitment.id}`}
      aria-labelledby={`commitment-${commitment.id}-title`}
      className="scroll-mt-20 target:bg-accent-soft"
    >
      <h2
        id={`commitment-${commitment.id}-title`}
        className="flex flex-wrap items-baseline gap-x-3 border-rule border-b pb-1.5 font-semibold text-lg"
      >
        <Num value={commitment.number} className="font-naskh text-xl" />
        <Link href={`/commitments/${commitment.id}#contributions`} className="hover:text-accent hover:underline">
          {commitment.title[locale]}
        </Link>
        {commitment.document.isExample && <ExampleMark />}
      </h2>
      <ul className="divide-y divide-rule">
        {contributions.map((contribution) => (
          <li key={contribution.id} className="grid gap-1 py-4">
            <ContributionDate datedOn={contribution.datedOn} />
            <ContributionFacts contribution={contribution} />
          </li>
        ))}
      </ul>
    </section>
  );
}
