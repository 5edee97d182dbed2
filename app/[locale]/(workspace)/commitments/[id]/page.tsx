// A commitment's page: its text beside all that the team knows of it.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { AnnotationDesk } from "@/components/annotations/annotation-desk";
import { ThreadGroup } from "@/components/annotations/thread-group";
import { AssessmentSection } from "@/components/assessments/assessment-section";
import { CommitmentMethod } from "@/components/codebooks/commitment-method";
import { OtherScaleValues, ScaleSwitch } from "@/components/codebooks/other-scales";
import { Dates } from "@/components/commitments/dates";
import { Lead } from "@/components/commitments/lead";
import { Neighbours } from "@/components/commitments/neighbours";
import { Paragraph } from "@/components/commitments/paragraph";
import { SectionLinks } from "@/components/commitments/section-links";
import { ExampleMark } from "@/components/documents/example-mark";
import { DoubleCodingSection } from "@/components/double-codings/double-coding-section";
import { EvidenceSection } from "@/components/evidence/evidence-section";
import { Messages } from "@/components/layout/messages";
import { Page } from "@/components/layout/page";
import { NoteSection } from "@/components/notes/note-section";
import { ProvisionDesk } from "@/components/provisions/provision-desk";
import { ProvisionSection } from "@/components/provisions/provision-section";
import { ProvisionStrip } from "@/components/provisions/provision-strip";
import { Num } from "@/components/ui/bidi";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Definition } from "@/components/ui/tooltip";
import { WatchButton } from "@/components/watches/watch-button";
import { judgementDefinitions } from "@/domain/codebook";
import { scalesAsked } from "@/domain/crosswalk";
import { inLanguage } from "@/domain/language-choice";
import { may } from "@/domain/permissions";
import { isLocale } from "@/i18n/locales";
import { activityFilters } from "@/server/activity";
import { listAnnotationChoices } from "@/server/annotation-choices";
import { getReviewDesk } from "@/server/assessment-reviews";
import { listAssessments } from "@/server/assessments";
import type { MemberActor } from "@/server/auth/actor";
import { requireActor } from "@/server/auth/session";
import { today } from "@/server/calendar-dates";
import { getCodebook, listCriteriaPlaces } from "@/server/codebooks";
import { getCommitment } from "@/server/commitments";
import { listDoubleCodings } from "@/server/double-codings";
import { listEvidence } from "@/server/evidence";
import { listMembers } from "@/server/members";
import { listNotes } from "@/server/notes";
import { listProvisionAssessments } from "@/server/provision-assessments";
import { listProvisions } from "@/server/provisions";
import { listThreads } from "@/server/threads";
import { isWatching } from "@/server/watches";
import { orRefused } from "../../refused";
import { CommitmentContributions } from "./contributions";
import { CommitmentHistory } from "./history";

type Props = PageProps<"/[locale]/commitments/[id]">;

/** Once a request, for the title and for the page. */
const readHead = cache((actor: MemberActor, id: string) => orRefused(getCommitment(actor, id)));

async function open({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const actor = await requireActor(locale);
  return { locale, actor, commitment: await readHead(actor, id) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, commitment } = await open(props);
  const t = await getTranslations({ locale, namespace: "commitments" });
  return { title: t("pageTitle", { number: String(commitment.number), title: commitment.title[locale] }) };
}

export default async function CommitmentPage(props: Props) {
  const { locale, actor, commitment } = await open(props);
  const passage = inLanguage(commitment.passages, locale);
  const whole = { commitmentId: commitment.id, provisionId: null };
  const [
    filters,
    t,
    assessments,
    desk,
    doubleCodings,
    evidence,
    notes,
    members,
    watching,
    threads,
    choices,
    codebook,
    places,
    scales,
    provisions,
    judged,
  ] = await Promise.all([
    props.searchParams.then((asked) => activityFilters.parse(asked)),
    getTranslations({ locale, namespace: "commitments" }),
    listAssessments(actor, commitment.id),
    getReviewDesk(actor, whole),
    listDoubleCodings(actor, { commitmentId: commitment.id }),
    listEvidence(actor, commitment.id),
    listNotes(actor, commitment.id),
    listMembers(actor),
    isWatching(actor, { what: "commitment", id: commitment.id }),
    listThreads(actor, commitment.document.id, { passageId: passage?.id }),
    listAnnotationChoices(actor, commitment.document.id),
    getCodebook(actor),
    listCriteriaPlaces(actor),
    props.searchParams.then(({ scales }) => scalesAsked(scales)),
    listProvisions(actor, commitment.id),
    listProvisionAssessments(actor, commitment.id),
  ]);
  const { id, number, version, lead, due, document } = commitment;
  const people = members.map(({ memberId, name }) => ({ memberId, name }));
  const day = today();
  const place = places.find((each) => each.id === id);
  const [current] = assessments;
  const definitions = judgementDefinitions(codebook.content, locale);
  const coders = members.filter(({ role, memberId }) => may({ role, memberId }, "assessment:record"));
  const mayReview = ({ recordedBy }: { recordedBy: { memberId: string } | null }) =>
    may(actor, "assessment:review", { recordedById: recordedBy?.memberId ?? null });
  return (
    <Messages
      namespaces={[
        "forms",
        "refusals",
        "scales",
        "commitments",
        "assessments",
        "doubleCodings",
        "notes",
        "evidence",
        "contributions",
        "watches",
        "annotations",
        "provisions",
      ]}
    >
      <Page
        above={
          <Breadcrumbs
            label={t("crumbs")}
            crumbs={[
              { label: t("crumbOverview"), href: document.isExample ? `/?document=${document.slug}` : "/" },
              { label: t("crumb", { number: String(number) }) },
            ]}
          />
        }
        title={t.rich("title", {
          number: () => <Num value={number} />,
          title: () => <bdi>{commitment.title[locale]}</bdi>,
        })}
        lead={
          <div className="flex flex-wrap items-baseline gap-x-8 gap-y-1 text-sm">
            {document.isExample && <ExampleMark />}
            <Definition
              definition={t("editorialDefinition")}
              className="underline decoration-dotted underline-offset-4"
            >
              {t("editorial")}
            </Definition>
            <div>
              <Lead
                commitmentId={id}
                version={version}
                lead={lead}
                members={people}
                mayChoose={may(actor, "commitment:lead")}
              />
            </div>
            <Dates
              {...{ commitmentId: id, version, due }}
              doneOn={commitment.doneOn}
              timeliness={commitment.timeliness}
              mayDate={may(actor, "commitment:date")}
            />
          </div>
        }
        actions={
          <>
            <WatchButton what="commitment" id={id} isWatching={watching} />
            <Neighbours previous={commitment.previous} next={commitment.next} scales={scales} locale={locale} />
          </>
        }
      >
        <ProvisionDesk
          mayPropose={may(actor, "provision:propose")}
          className="grid gap-x-14 gap-y-8 xl:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]"
        >
          <div>
            <div className="grid gap-6 xl:-mx-1 xl:sticky xl:top-20 xl:max-h-[calc(100dvh-6rem)] xl:overflow-y-auto xl:px-1">
              <SectionLinks />
              <AnnotationDesk
                threads={threads}
                choices={choices}
                mayAnnotate={may(actor, "annotation:add")}
                memberId={actor.memberId}
                passageId={passage?.id}
              >
                <Paragraph
                  commitment={commitment}
                  passage={passage}
                  locale={locale}
                  mayCorrect={may(actor, "passage:correct")}
                />
                <ThreadGroup passage={passage} ordinal={commitment.ordinal} />
              </AnnotationDesk>
            </div>
          </div>
          <div className="grid min-w-0 content-start gap-12">
            <AssessmentSection
              commitmentId={id}
              assessments={assessments}
              since={commitment.statusSince}
              evidence={evidence}
              adoptedOn={document.adoptedOn}
              today={day}
              locale={locale}
              mayRecord={may(actor, "assessment:record")}
              definitions={definitions}
              provisions={<ProvisionStrip own={commitment.status} provisions={provisions} />}
              method={
                <>
                  {place && (
                    <CommitmentMethod codebook={codebook} place={place} mayWrite={may(actor, "codebook:publish")} />
                  )}
                  <ScaleSwitch
                    asked={scales}
                    hrefWith={(next) => `/commitments/${id}${next.length > 0 ? `?scales=${next}` : ""}#status`}
                    version={codebook.number}
                  />
                  {current && (
                    <OtherScaleValues judgement={current} asked={scales} crosswalk={codebook.content.crosswalk} />
                  )}
                </>
              }
              desk={desk}
              reviewableIds={desk.waiting.filter(mayReview).map((each) => each.id)}
              memberId={actor.memberId}
            >
              <DoubleCodingSection
                commitmentId={id}
                doubleCodings={doubleCodings.filter(({ judged }) => judged.provisionId === null)}
                evidence={evidence}
                definitions={definitions}
                coders={coders}
                today={day}
                locale={locale}
                mayRequest={may(actor, "double-coding:request")}
              />
            </AssessmentSection>
            <ProvisionSection
              {...{ commitmentId: id, passageId: passage?.id, provisions, judged, doubleCodings, evidence }}
              judging={{ definitions, requiresReview: desk.requiresReview, coders, memberId: actor.memberId }}
              today={day}
              locale={locale}
              rights={{
                mayPropose: may(actor, "provision:propose"),
                mayDecide: may(actor, "provision:decide"),
                mayAssess: may(actor, "assessment:record"),
                mayRequestDoubleCoding: may(actor, "double-coding:request"),
                mayReview,
              }}
            />
            <NoteSection
              commitmentId={id}
              notes={notes}
              members={people}
              today={day}
              locale={locale}
              mayAdd={may(actor, "note:add")}
            />
            <EvidenceSection
              commitmentId={id}
              evidence={evidence}
              today={day}
              locale={locale}
              mayAttach={may(actor, "evidence:attach")}
            />
            <CommitmentContributions actor={actor} commitmentId={id} evidence={evidence} locale={locale} />
            <CommitmentHistory actor={actor} commitmentId={id} filters={filters} members={people} />
          </div>
        </ProvisionDesk>
      </Page>
    </Messages>
  );
}
