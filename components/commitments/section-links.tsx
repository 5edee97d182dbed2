// Jumps between the sections of a commitment's page.
import { useTranslations } from "next-intl";

const sections = ["status", "provisions", "notes", "evidence", "contributions", "history"] as const;

export function SectionLinks() {
  const t = useTranslations("commitments");
  return (
    <nav aria-label={t("onThisPage")} className="print:hidden">
      <ul className="flex flex-wrap gap-x-5 text-sm">
        {sections.map((section) => (
          <li key={section}>
            <a
              href={`#${section}`}
              className="inline-flex min-h-6 items-center text-muted pointer-coarse:min-h-11 hover:text-accent hover:underline"
            >
              {t(`sections.${section}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
