// The annotations of a document as a file for other programs, and the way in for theirs.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportForm } from "@/components/annotation-exchange/export-form";
import { ImportDesk } from "@/components/annotation-exchange/import-desk";
import { Messages } from "@/components/layout/messages";
import { Page } from "@/components/layout/page";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Section } from "@/components/ui/section";
import { may } from "@/domain/permissions";
import type { Locale } from "@/i18n/locales";
import { listAnnotationChoices } from "@/server/annotation-choices";
import { requireActor } from "@/server/auth/session";
import { getDocument } from "@/server/documents";
import { orRefused } from "../../../refused";

type Props = PageProps<"/[locale]/documents/[slug]/exchange">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("exchange"))("title") };
}

export default async function ExchangePage({ params }: Props) {
  const { locale, slug } = await params;
  const actor = await requireActor(locale as Locale);
  const document = await orRefused(getDocument(actor, slug, { page: 1 }));
  const [choices, t] = await Promise.all([listAnnotationChoices(actor, document.id), getTranslations("exchange")]);
  const crumbs = [{ label: t("document"), href: `/documents/${slug}` }, { label: t("title") }];
  return (
    <Messages namespaces={["exchange", "exports", "refusals"]}>
      <Page
        width="reading"
        above={<Breadcrumbs label={t("crumbs")} crumbs={crumbs} />}
        title={t("title")}
        lead={t("lead")}
      >
        <Section id="export" title={t("export.title")}>
          <ExportForm slug={slug} choices={choices} paragraphCount={document.paragraphCount} />
        </Section>
        {may(actor, "annotation:import") && (
          <Section id="import" title={t("import.title")}>
            <ImportDesk slug={slug} />
          </Section>
        )}
      </Page>
    </Messages>
  );
}
