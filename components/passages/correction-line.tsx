// That a passage was corrected, and for editors the way to correct it.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CalendarDate } from "@/components/ui/bidi";
import { machineTime } from "@/i18n/formats";
import { Link } from "@/i18n/navigation";
import type { PassageView } from "@/server/commitments";
import { correctionOf, revisionsOf } from "./addresses";

export interface CorrectionLineProps {
  passage: PassageView;
  slug: string;
  ordinal: number;
}

/** When it was corrected, with the way to what it was before; nothing for a text that stands as it was entered. */
export function CorrectionLine({ passage: { correctedAt, language }, slug, ordinal }: CorrectionLineProps) {
  const t = useTranslations("passages");
  if (!correctedAt) return null;
  return (
    <p className="mt-1.5 text-muted text-sm print:hidden">
      {t.rich("correctedOn", { date: () => <CalendarDate value={machineTime(correctedAt).slice(0, 10)} /> })}{" "}
      <Link
        href={revisionsOf({ slug, ordinal, language })}
        className="link py-0.5"
        aria-label={t("compareOf", { ordinal: String(ordinal) })}
      >
        {t("compare")}
      </Link>
    </p>
  );
}

export interface CorrectLinkProps extends CorrectionLineProps {
  className?: string;
  children: ReactNode;
}

export function CorrectLink({ passage: { language }, slug, ordinal, className, children }: CorrectLinkProps) {
  const t = useTranslations("passages");
  const label = t("correctOf", { ordinal: String(ordinal) });
  return (
    <Link href={correctionOf({ slug, ordinal, language })} aria-label={label} title={label} className={className}>
      {children}
    </Link>
  );
}
