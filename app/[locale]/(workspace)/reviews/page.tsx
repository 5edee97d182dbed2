// Reviews: what waits for an editor, one's own drafts, double codings, and how far coders agree.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DiscardDraft } from "@/components/assessments/own-work";
import { ReviewItem } from "@/components/assessments/review-item";
import { ItemList } from "@/components/commitments/item-list";
import { StatusLabel } from "@/components/commitments/status-label";
import { AgreementTable } from "@/components/double-codings/agreement-table";
import { DoubleCodingItem } from "@/components/double-codings/double-coding-item";
import { Messages } from "@/components/layout/messages";
import { Page } from "@/components/layout/page";
import { JudgedLink } from "@/components/reviews/judged-link";
import { StateFilter } from "@/components/reviews/state-filter";
import { Instant, Num } from "@/components/ui/bidi";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { judgementDefinitions } from "@/domain/codebook";
import { reviewFilters } from "@/domain/double-coding";
import { may } from "@/domain/permissions";
import type { Locale } from "@/i18n/locales";
import { listReviews } from "@/server/assessment-reviews";
import type { MemberActor } from "@/server/auth/actor";
import { requireActor } from "@/server/auth/session";
import { getCodebook } from "@/server/codebooks";
import { type DoubleCodingView, getAgreement, listDoubleCodings } from "@/server/double-codings";
import { listEvidence } from "@/server/evidence";
import { orRefused } from "../refused";

type Props = PageProps<"/[locale]/reviews">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reviews"))("title") };
}

export default async function ReviewsPage({ params, searchParams }: Props) {
  const locale = (await params).locale as Locale;
  const filters = reviewFilters.parse(await searchParams);
  const actor = await requireActor(locale);
  const [{ waiting, drafts }, doubleCodings, agreement, codebook, t] = await Promise.all([
    orRefused(listReviews(actor)),
    listDoubleCodings(actor, filters),
    getAgreement(actor),
    getCodebook(actor),
    getTranslations("reviews"),
  ]);
  const evidence = await evidenceFor(actor, doubleCodings);
  const definitions = judgementDefinitions(codebook.content, locale);
  const pageOf = (commitmentId: string) => `/${locale}/commitments/${commitmentId}`;
  return (
    <Messages namespaces={["forms", "refusals", "scales", "assessments", "doubleCodings", "reviews"]}>
      <Page title={t("title")} lead={t("lead")}>
        <Section id="waiting" title={t("waiting")} count={<Num value={waiting.length} />}>
          <ItemList
            beginning={waiting.map((assessment) => ({
              id: assessment.id,
              node: (
                <ReviewItem
                  assessment={assessment}
                  mayReview={may(actor, "assessment:review", {
                    recordedById: assessment.recordedBy?.memberId ?? null,
                  })}
                  isOwn={assessment.recordedBy?.memberId === actor.memberId}
                  heading={<JudgedLink judged={assessment.judged} />}
                  page={pageOf(assessment.judged.commitmentId)}
                />
              ),
            }))}
            rest={[]}
            more={null}
            empty={<EmptyState title={t("noneWaiting")}>{t("noneWaitingText")}</EmptyState>}
          />
        </Section>
        {drafts.length > 0 && (
          <Section id="drafts" title={t("drafts")} count={<Num value={drafts.length} />}>
            <ul className="divide-y divide-rule">
              {drafts.map((draft) => (
                <li key={draft.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
                  <JudgedLink judged={draft.judged} />
                  <StatusLabel status={draft.completion} counterAction={draft.counterAction} />
                  <span className="text-muted text-sm">
                    <Instant value={draft.recordedAt} />
                  </span>
                  <DiscardDraft assessmentId={draft.id} />
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Section id="double-codings" title={t("doubleCodings")}>
          <StateFilter filters={filters} />
          <ItemList
            beginning={doubleCodings.map((doubleCoding) => ({
              id: doubleCoding.id,
              node: (
                <DoubleCodingItem
                  doubleCoding={doubleCoding}
                  evidence={evidence.get(doubleCoding.judged.commitmentId) ?? []}
                  definitions={definitions}
                  locale={locale}
                  heading={<JudgedLink judged={doubleCoding.judged} />}
                  page={pageOf(doubleCoding.judged.commitmentId)}
                />
              ),
            }))}
            rest={[]}
            more={null}
            empty={<EmptyState title={t("noDoubleCodings")}>{t("noDoubleCodingsText")}</EmptyState>}
          />
        </Section>
        <Section id="agreement" title={t("agreement")}>
          <AgreementTable agreement={agreement} />
        </Section>
      </Page>
    </Messages>
  );
}

/** What a judgement may rest on, for the commitments of which the actor may give one here. */
async function evidenceFor(actor: MemberActor, doubleCodings: readonly DoubleCodingView[]) {
  const wanted = doubleCodings.filter(({ may }) => may.judge || may.settle).map(({ judged }) => judged.commitmentId);
  const lists = [...new Set(wanted)].map(async (id) => [id, await listEvidence(actor, id)] as const);
  return new Map(await Promise.all(lists));
}
