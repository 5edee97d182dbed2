// The way from the overview of one document to those of the others, such as a worked example.
import { useLocale, useTranslations } from "next-intl";
import { inLanguage } from "@/domain/language-choice";
import { Link } from "@/i18n/navigation";
import type { DocumentHead } from "@/server/documents";

export function OtherDocuments({ documents, shown }: { documents: readonly DocumentHead[]; shown: string }) {
  const t = useTranslations("documents");
  const locale = useLocale();
  const others = documents.filter(({ slug }) => slug !== shown);
  if (others.length === 0) return null;
  return (
    <nav aria-label={t("others")} className="border-rule border-t pt-3 text-sm print:hidden">
      <h2 className="text-muted">{t("others")}</h2>
      <ul>
        {others.map(({ slug, versions }) => (
          <li key={slug}>
            <Link
              // The team's own is what the overview opens with.
              href={slug === documents[0]?.slug ? "/" : `/?document=${slug}`}
              className="link inline-flex min-h-6 items-center pointer-coarse:min-h-11"
            >
              <bdi>{inLanguage(versions, locale)?.title ?? slug}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
