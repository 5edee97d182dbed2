// Writing the next version of the codebook, for editors: all of it, or the criteria of one commitment.
import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { codebookHref } from "@/components/codebooks/addresses";
import { CodebookFields } from "@/components/codebooks/codebook-fields";
import { CriteriaFields } from "@/components/codebooks/criteria-fields";
import { PublishForm } from "@/components/codebooks/publish-form";
import { Messages } from "@/components/layout/messages";
import { Page } from "@/components/layout/page";
import { Instant, Num } from "@/components/ui/bidi";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Notice } from "@/components/ui/notice";
import { may } from "@/domain/permissions";
import type { Locale } from "@/i18n/locales";
import { requireActor } from "@/server/auth/session";
import { type CriteriaPlace, getCodebook, listCriteriaPlaces } from "@/server/codebooks";
import { orRefused } from "../../refused";

type Props = PageProps<"/[locale]/codebook/edit">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("codebooks"))("edit") };
}

export default async function EditCodebookPage({ params, searchParams }: Props) {
  const locale = (await params).locale as Locale;
  const actor = await requireActor(locale);
  if (!may(actor, "codebook:publish")) forbidden();
  const [{ number, content }, places, asked, t] = await Promise.all([
    orRefused(getCodebook(actor)),
    listCriteriaPlaces(actor),
    searchParams,
    getTranslations("codebooks"),
  ]);
  const place = asked.commitment === undefined ? null : placeAsked(places, asked);
  return (
    <Messages namespaces={["forms", "refusals", "scales", "codebooks"]}>
      <Page
        above={
          <Breadcrumbs
            label={t("title")}
            crumbs={[{ label: t("title"), href: codebookHref() }, { label: place ? t("criteria.of") : t("edit") }]}
          />
        }
        title={
          place ? t.rich("criteria.editTitle", { number: () => <Num value={place.commitment} /> }) : t("form.title")
        }
        lead={place ? <bdi>{place.title[locale]}</bdi> : t("form.lead", { number: String(number) })}
      >
        {place ? (
          <PublishForm
            key={place.id}
            number={number}
            content={content}
            draft={`criteria-of ${place.id}`}
            after={`/commitments/${place.id}#status`}
          >
            <p className="max-w-reading text-muted">{t("criteria.editLead")}</p>
            <TooLate place={place} />
            <CriteriaFields content={content} place={place} />
          </PublishForm>
        ) : (
          <PublishForm number={number} content={content} draft="codebook" after={codebookHref()}>
            <CodebookFields content={content} places={places} />
          </PublishForm>
        )}
      </Page>
    </Messages>
  );
}

async function TooLate({ place: { firstEvidenceAt } }: { place: CriteriaPlace }) {
  const t = await getTranslations("codebooks.criteria");
  if (!firstEvidenceAt) return null;
  return <Notice tone="warning">{t.rich("tooLate", { evidence: () => <Instant value={firstEvidenceAt} /> })}</Notice>;
}

/** The commitment of that number, in the document that the address names, else in the first. */
function placeAsked(places: readonly CriteriaPlace[], { document, commitment }: Record<string, unknown>) {
  const slug = document ?? places[0]?.documentSlug;
  const place = places.find((each) => each.documentSlug === slug && String(each.commitment) === commitment);
  if (!place) notFound();
  return place;
}
