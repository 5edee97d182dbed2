// The pages of the library, forth and back.
import { ArrowLeft, ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import type { EvidenceFilters } from "@/domain/evidence-list";
import { libraryHref } from "./addresses";

export interface LibraryPagesProps {
  filters: EvidenceFilters;
  page: number;
  pages: number;
}

export function LibraryPages({ filters, page, pages }: LibraryPagesProps) {
  const t = useTranslations("library");
  if (pages === 1) return null;
  const to = (number: number) => libraryHref({ ...filters, page: number === 1 ? undefined : number });
  return (
    <nav aria-label={t("pages")} className="mt-4 flex flex-wrap items-center gap-3 print:hidden">
      {page > 1 && (
        <LinkButton href={to(page - 1)} rel="prev" icon={<ArrowLeft aria-hidden="true" className="flip-rtl" />}>
          {t("previous")}
        </LinkButton>
      )}
      <p className="text-muted text-sm">{t("page", { page, pages })}</p>
      {page < pages && (
        <LinkButton href={to(page + 1)} rel="next">
          {t("next")} <ArrowRight aria-hidden="true" className="flip-rtl" />
        </LinkButton>
      )}
    </nav>
  );
}
