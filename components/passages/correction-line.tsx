// Under a passage: that it was corrected, and for editors the way to correct it.
import { useTranslations } from "next-intl";
import { CalendarDate } from "@/components/ui/bidi";
import { machineTime } from "@/i18n/formats";
import { Link } from "@/i18n/navigation";
import type { PassageView } from "@/server/commitments";
import { correctionOf, revisionsOf } from "./addresses";

export interface CorrectionLineProps {
  passage: PassageView;
  slug: string;
  ordinal: number;
  mayCorrect: boolean;
}

export function CorrectionLine({ passage, slug, ordinal, mayCorrect }: CorrectionLineProps) {
  const t = useTranslations("passages");
  const { correctedAt, language } = passage;
  const place = { slug, ordinal, language };
  if (!correctedAt && !mayCorrect) return null;
  return (
    <p className="mt-1.5 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-muted text-sm print:hidden">
      {correctedAt && (
        <span>
          {t.rich("correctedOn", { date: () => <CalendarDate value={machineTime(correctedAt).slice(0, 10)} /> })}{" "}
          <Link
            href={revisionsOf(place)}
            className="link py-0.5"
            aria-label={t("compareOf", { ordinal: String(ordinal) })}
          >
            {t("compare")}
          </Link>
        </span>
      )}
      {mayCorrect && (
        <Link
          href={correctionOf(place)}
          className="link py-0.5"
          aria-label={t("correctOf", { ordinal: String(ordinal) })}
        >
          {t("correct")}
        </Link>
      )}
    </p>
  );
}
