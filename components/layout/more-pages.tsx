// The pages that the bar of a phone has no room for.
import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";

const pages = ["parties", "reviews", "codebook"] as const;

export function MorePages() {
  const t = useTranslations("frame.nav");
  return (
    <nav aria-label={t("more")} className="md:hidden print:hidden">
      <ul className="flex flex-wrap gap-x-6 gap-y-1 border-rule border-t pt-4">
        {pages.map((page) => (
          <li key={page}>
            <Link href={`/${page}`} className="link inline-flex min-h-11 items-center">
              {t(page)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
