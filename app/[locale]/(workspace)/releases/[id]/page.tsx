// One published summary as it was frozen, in the language that the reader chooses.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Messages } from "@/components/layout/messages";
import { Page } from "@/components/layout/page";
import { ReleaseFacts, ReleaseHashes } from "@/components/releases/release-facts";
import { ReleaseFiles } from "@/components/releases/release-files";
import { SummaryDocument } from "@/components/summary/summary-document";
import { Num } from "@/components/ui/bidi";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { isLocale, type Locale } from "@/i18n/locales";
import type { MemberActor } from "@/server/auth/actor";
import { requireActor } from "@/server/auth/session";
import { isLarge, listExports } from "@/server/exports";
import { getRelease, getReleaseReport } from "@/server/releases";
import { orRefused } from "../../refused";

type Props = PageProps<"/[locale]/releases/[id]">;

/** Once a request, for the title and for the page. */
const readRelease = cache((actor: MemberActor, id: string) => orRefused(getRelease(actor, id)));

async function open({ params }: Props) {
  const { locale, id } = await params;
  const actor = await requireActor(locale as Locale);
  return { locale: locale as Locale, actor, release: await readRelease(actor, id) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ release }, t] = await Promise.all([open(props), getTranslations("releases")]);
  return { title: t("numberPlain", { number: String(release.number) }) };
}

export default async function ReleasePage(props: Props) {
  const { locale, actor, release } = await open(props);
  const { language: asked } = await props.searchParams;
  const language = isLocale(asked) ? asked : locale;
  const { slug } = release.document;
  const [report, large, exports, t] = await Promise.all([
    getReleaseReport(actor, release.id, language),
    isLarge(actor, slug),
    listExports(actor, slug),
    getTranslations("releases"),
  ]);
  const list = `/releases?document=${slug}`;
  return (
    <Messages namespaces={["forms", "refusals", "reports", "exports", "releases"]}>
      <Page
        above={
          <Breadcrumbs
            label={t("title")}
            crumbs={[
              { label: t("title"), href: list },
              { label: t("numberPlain", { number: String(release.number) }) },
            ]}
          />
        }
        title={t.rich("number", { number: () => <Num value={release.number} /> })}
        lead={<ReleaseFacts release={release} />}
      >
        <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(16rem,20rem)_minmax(0,1fr)] print:block">
          <div className="grid content-start gap-6 print:hidden">
            <ReleaseFiles
              release={release}
              language={language}
              isLarge={large}
              exports={exports.filter((each) => each.release?.id === release.id)}
            />
            <ReleaseHashes release={release} />
          </div>
          <section className="min-w-0 rounded-md border border-rule bg-paper p-5 sm:p-8 print:border-0 print:p-0">
            <SummaryDocument report={report} most={mostShown} />
          </section>
        </div>
      </Page>
    </Messages>
  );
}

const mostShown = 20;
