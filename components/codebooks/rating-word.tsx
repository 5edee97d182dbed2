// One value of another scale: a score or a grade reads from left to right, a rating is a word.
import { useTranslations } from "next-intl";
import { Code } from "@/components/ui/bidi";
import { type OtherScaleName, type OtherScales, printedScore } from "@/domain/crosswalk";

export interface RatingWordProps {
  scale: OtherScaleName;
  rating: OtherScales[OtherScaleName];
  /** Whether it stands in place of the completion's, so that without one the completion's stays. */
  override?: boolean;
}

/** Needs the messages `codebooks` and `scales`. */
export function RatingWord({ scale, rating, override = false }: RatingWordProps) {
  const t = useTranslations("codebooks.crosswalk");
  const scales = useTranslations("scales.promise");
  if (!rating) return <span className="text-faint">{override ? t("unmoved") : t("none")}</span>;
  if (scale === "promise") return <>{scales(rating as "KEPT")}</>;
  return <Code>{scale === "g7" ? printedScore(rating as "0") : rating}</Code>;
}
