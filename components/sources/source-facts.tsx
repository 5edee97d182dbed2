// What a source is: its address, where and when it was published, and the form that edits it.
import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { sourceDraft } from "@/components/commitments/draft-names";
import { FormPlace, OpenedForm, OpenFormButton } from "@/components/commitments/form-place";
import { EditSourceForm } from "@/components/evidence/evidence-form";
import { CalendarDate, Code, Isolate } from "@/components/ui/bidi";
import { Section } from "@/components/ui/section";
import { isoDate, languageName } from "@/i18n/formats";
import type { Locale } from "@/i18n/locales";
import type { SourcePage } from "@/server/evidence-sources";

export interface SourceSectionProps {
  source: SourcePage;
  today: string;
  locale: Locale;
}

export function SourceFacts({ source, today, locale }: SourceSectionProps) {
  const t = useTranslations("sources");
  return (
    <FormPlace draft={sourceDraft(source.evidenceId)} mayOpen={source.mayEdit}>
      <Section id="facts" title={t("facts")} actions={source.mayEdit && <OpenFormButton>{t("edit")}</OpenFormButton>}>
        <OpenedForm label={t("editForm")} instead={<Facts source={source} locale={locale} />}>
          <EditSourceForm source={source} today={today} locale={locale} />
        </OpenedForm>
      </Section>
    </FormPlace>
  );
}

function Facts({ source, locale }: { source: SourcePage; locale: Locale }) {
  const t = useTranslations("sources");
  const fields = useTranslations("evidence.fields");
  const external = useTranslations("evidence");
  const scales = useTranslations("scales");
  const { address, publisher, kind, language, publishedOn, accessedOn, addedBy, addedAt } = source;
  const added = { date: () => <CalendarDate value={isoDate(addedAt)} /> };
  return (
    <>
      <dl className="grid gap-x-6 gap-y-1.5 sm:grid-cols-[max-content_minmax(0,1fr)]">
        <Fact name={fields("address")}>
          <a href={address} rel="noopener noreferrer nofollow" className="link wrap-anywhere">
            <Code>{address}</Code>{" "}
            <ExternalLink
              role="img"
              aria-label={external("external")}
              className="flip-rtl inline size-[1em] text-faint"
            />
          </a>
        </Fact>
        {publisher && (
          <Fact name={fields("publisher")}>
            <Isolate>{publisher}</Isolate>
          </Fact>
        )}
        <Fact name={fields("kind")}>{scales(`evidenceKind.${kind}`)}</Fact>
        {language && (
          <Fact name={fields("language")}>
            <Isolate>{languageName(language, locale)}</Isolate>
          </Fact>
        )}
        {publishedOn && (
          <Fact name={fields("publishedOn")}>
            <CalendarDate value={publishedOn} />
          </Fact>
        )}
        {accessedOn && (
          <Fact name={fields("accessedOn")}>
            <CalendarDate value={accessedOn} />
          </Fact>
        )}
      </dl>
      <p className="mt-3 text-faint text-sm">
        {addedBy
          ? t.rich("addedBy", { ...added, person: () => <Isolate>{addedBy.name}</Isolate> })
          : t.rich("added", added)}
      </p>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 max-sm:mb-1.5">{children}</dd>
    </>
  );
}
