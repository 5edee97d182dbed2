// The marks and remarks of a document that lost their place when its text was corrected.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { Page } from "@/components/layout/page";
import { OrphanItem } from "@/components/orphans/orphan-item";
import { Num } from "@/components/ui/bidi";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import type { Locale } from "@/i18n/locales";
import { requireActor } from "@/server/auth/session";
import { getDocument } from "@/server/documents";
import { listOrphans } from "@/server/orphans";
import { orRefused } from "../../../refused";

type Props = PageProps<"/[locale]/documents/[slug]/orphans">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orphans"))("title") };
}

export default async function OrphansPage({ params }: Props) {
  const { locale, slug } = await params;
  const actor = await requireActor(locale as Locale);
  const document = await orRefused(getDocument(actor, slug, { page: 1 }));
  const [orphans, t] = await Promise.all([listOrphans(actor, document.id), getTranslations("orphans")]);
  const [open, archived] = [false, true].map((isArchived) =>
    orphans.filter(({ archivedAt }) => (archivedAt !== null) === isArchived),
  );
  return (
    <Messages namespaces={["forms", "refusals", "orphans"]}>
      <Page
        width="reading"
        above={
          <Breadcrumbs
            label={t("crumbs")}
            crumbs={[{ label: t("document"), href: `/documents/${slug}` }, { label: t("title") }]}
          />
        }
        title={t("title")}
        lead={t("lead")}
      >
        {open?.length ? (
          <div className="grid gap-4">
            {open.map((orphan) => (
              <OrphanItem key={orphan.id} orphan={orphan} />
            ))}
          </div>
        ) : (
          <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
        )}
        {archived && archived.length > 0 && (
          <Section id="archived" title={t("archivedTitle")} count={<Num value={archived.length} />}>
            <div className="grid gap-4">
              {archived.map((orphan) => (
                <OrphanItem key={orphan.id} orphan={orphan} />
              ))}
            </div>
          </Section>
        )}
      </Page>
    </Messages>
  );
}
