// To the commitment before and after this one, by link and by the keys k and j.
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import type { OtherScaleName } from "@/domain/crosswalk";
import type { Localized } from "@/domain/document";
import type { Locale } from "@/i18n/locales";

type Neighbour = { id: string; number: number; title: Localized } | null;

export interface NeighboursProps {
  previous: Neighbour;
  next: Neighbour;
  /** The other scales that are shown, and go on being shown. */
  scales: readonly OtherScaleName[];
  locale: Locale;
}

export function Neighbours({ previous, next, scales, locale }: NeighboursProps) {
  const t = useTranslations("commitments");
  const named = ({ number, title }: NonNullable<Neighbour>) => ({ number: String(number), title: title[locale] });
  const hrefOf = ({ id }: NonNullable<Neighbour>) =>
    `/commitments/${id}${scales.length > 0 ? `?scales=${scales}` : ""}`;
  return (
    <nav aria-label={t("neighbours")} className="flex flex-wrap gap-2">
      {previous && (
        <LinkButton
          href={hrefOf(previous)}
          size="small"
          data-key="k"
          aria-keyshortcuts="k"
          aria-label={t("previousNamed", named(previous))}
          title={t("previousNamed", named(previous))}
          icon={<ChevronLeft aria-hidden="true" className="flip-rtl" />}
        >
          {t("previous")}
        </LinkButton>
      )}
      {next && (
        <LinkButton
          href={hrefOf(next)}
          size="small"
          data-key="j"
          aria-keyshortcuts="j"
          aria-label={t("nextNamed", named(next))}
          title={t("nextNamed", named(next))}
        >
          {t("next")}
          <ChevronRight aria-hidden="true" className="flip-rtl" />
        </LinkButton>
      )}
    </nav>
  );
}
