// The versions of the codebook, the newest first: who published each, when, and why.
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Instant, Isolate, Num, UserText } from "@/components/ui/bidi";
import { Link } from "@/i18n/navigation";
import type { CodebookFacts } from "@/server/codebooks";
import { codebookHref, comparisonHref } from "./addresses";

export function VersionList({ versions }: { versions: readonly CodebookFacts[] }) {
  const t = useTranslations("codebooks");
  return (
    <ol className="divide-y divide-rule">
      {versions.map((version, place) => (
        <li key={version.number} className="grid gap-1 py-3">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <Link href={codebookHref(version.number)} className="link py-0.5 font-semibold">
              {t.rich("version", { number: () => <Num value={version.number} /> })}
            </Link>
            {place === 0 && <Badge tone="accent">{t("inForce")}</Badge>}
            <span className="text-muted text-sm">
              <PublishedBy version={version} />
            </span>
          </p>
          {version.reason && <UserText className="max-w-reading">{version.reason}</UserText>}
          {version.number > 1 && (
            <p className="print:hidden">
              <Link href={comparisonHref(version.number - 1, version.number)} className="link py-0.5 text-sm">
                {t("versions.compare", { number: String(version.number - 1) })}
              </Link>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Who published a version and when; the first is nobody's. */
export function PublishedBy({ version: { number, by, publishedAt } }: { version: CodebookFacts }) {
  const t = useTranslations("codebooks");
  if (number === 1 || !publishedAt) return <>{t("first")}</>;
  const date = () => <Instant value={publishedAt} />;
  return (
    <>
      {by
        ? t.rich("by", { person: () => <Isolate className="text-text">{by.name}</Isolate>, date })
        : t.rich("byUnknown", { date })}
    </>
  );
}
