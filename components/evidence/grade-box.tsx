// The Admiralty grading of a source in its box, with the words of both axes on focus and hover.
import { useTranslations } from "next-intl";
import { Box } from "@/components/ui/badge";
import { Definition } from "@/components/ui/tooltip";
import type { Credibility, Reliability } from "@/domain/scales";

export interface GradeBoxProps {
  grade: string | null;
  reliability: string | null;
  credibility: number | null;
}

/** Needs the messages `evidence` and `scales`. */
export function GradeBox({ grade, reliability, credibility }: GradeBoxProps) {
  const t = useTranslations("evidence");
  const scales = useTranslations("scales");
  if (!grade) return <span className="text-faint text-sm">{t("ungraded")}</span>;
  const source = reliability ? scales(`reliability.${reliability as Reliability}`) : t("unratedReliability");
  const information = credibility
    ? scales(`credibility.${String(credibility) as Credibility}`)
    : t("unratedCredibility");
  return (
    <Definition
      definition={
        <>
          <span className="block">{source}</span>
          <span className="block">{information}</span>
        </>
      }
    >
      <span className="sr-only">{t("gradeWord")}</span>
      <Box>{grade}</Box>
    </Definition>
  );
}
