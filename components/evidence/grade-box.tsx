// The Admiralty grading of a source in its box, with the words of both axes on focus and hover.
import { useTranslations } from "next-intl";
import { Box } from "@/components/ui/badge";
import { Definition } from "@/components/ui/tooltip";

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
  const given = [
    { name: "reliability", code: reliability, otherwise: t("unratedReliability") },
    {
      name: "credibility",
      code: credibility === null ? null : String(credibility),
      otherwise: t("unratedCredibility"),
    },
  ];
  return (
    <Definition
      definition={given.map(({ name, code, otherwise }) => (
        <span key={name} className="block py-0.5">
          {code === null ? (
            otherwise
          ) : (
            <>
              <span className="block font-semibold">{scales(`${name}.${code}` as never)}</span>
              <span className="block text-muted">{scales(`${name}Definition.${code}` as never)}</span>
            </>
          )}
        </span>
      ))}
    >
      <span className="sr-only">{t("gradeWord")}</span>
      <Box>{grade}</Box>
    </Definition>
  );
}
