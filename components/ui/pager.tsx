// The pages of a long list, forth and back.
import { ArrowLeft, ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "./link-button";

export interface PagerProps {
  /** What the pages are of. */
  label: string;
  page: number;
  pages: number;
  /** The address of a page; the first has none of its own. */
  hrefOf: (page: number | undefined) => string;
}

export function Pager({ label, page, pages, hrefOf }: PagerProps) {
  const t = useTranslations("common");
  if (pages === 1) return null;
  const to = (number: number) => hrefOf(number === 1 ? undefined : number);
  return (
    <nav aria-label={label} className="mt-4 flex flex-wrap items-center gap-3 print:hidden">
      {page > 1 && (
        <LinkButton href={to(page - 1)} rel="prev" icon={<ArrowLeft aria-hidden="true" className="flip-rtl" />}>
          {t("previousPage")}
        </LinkButton>
      )}
      <p className="text-muted text-sm">{t("page", { page, pages })}</p>
      {page < pages && (
        <LinkButton href={to(page + 1)} rel="next">
          {t("nextPage")} <ArrowRight aria-hidden="true" className="flip-rtl" />
        </LinkButton>
      )}
    </nav>
  );
}
