// The evidence that an assessment rests on, each leading to its place on the page.
import { useTranslations } from "next-intl";
import { StanceIcon } from "@/components/evidence/stance-mark";
import { Box } from "@/components/ui/badge";
import type { AssessmentView } from "@/server/assessments";

export interface RestsOnProps {
  evidence: AssessmentView["restsOn"];
  /** The address of the page on which the evidence stands, where that is another. */
  page?: string;
}

export function RestsOn({ evidence, page = "" }: RestsOnProps) {
  const t = useTranslations("assessments");
  const scales = useTranslations("scales");
  if (evidence.length === 0) return <p className="text-faint text-sm">{t("restsOnNothing")}</p>;
  return (
    <div className="text-sm">
      <p className="text-muted">{t("restsOn")}</p>
      <ul className="grid gap-1">
        {evidence.map((each) => (
          <li key={each.citationId} className="flex items-baseline gap-2 [&>svg]:translate-y-[0.2em]">
            <StanceIcon stance={each.stance} />
            <span className="sr-only">{scales(`stance.${each.stance}`)}</span>
            <span className="min-w-0">
              {each.removed ? (
                <span className="text-muted">
                  <bdi>{each.title}</bdi> <span className="text-faint">({t("evidenceRemoved")})</span>
                </span>
              ) : (
                <a href={`${page}#evidence-${each.citationId}`} className="link">
                  <bdi>{each.title}</bdi>
                </a>
              )}{" "}
              {each.grade && <Box className="h-5! text-xs!">{each.grade}</Box>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
