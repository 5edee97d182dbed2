// How far a source and what it says can be relied on: the grade on either axis, with what it and the others mean.
import { useTranslations } from "next-intl";
import { GradeMeaning, GradeMeanings } from "@/components/evidence/grade-meanings";
import { Section } from "@/components/ui/section";
import type { SourcePage } from "@/server/evidence-sources";

export function SourceGrading({ source: { reliability, credibility } }: { source: SourcePage }) {
  const t = useTranslations("sources");
  const words = useTranslations("evidence");
  return (
    <Section id="grading" title={t("grading")}>
      <div className="grid gap-3">
        {reliability ? (
          <GradeMeaning axis="reliability" grade={reliability} />
        ) : (
          <p className="text-muted">{words("unratedReliability")}</p>
        )}
        {credibility ? (
          <GradeMeaning axis="credibility" grade={String(credibility)} />
        ) : (
          <p className="text-muted">{words("unratedCredibility")}</p>
        )}
        <p className="text-muted text-sm">{words("hints.grading")}</p>
        <GradeMeanings />
      </div>
    </Section>
  );
}
