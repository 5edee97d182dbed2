// What a release is: of which day, compared with which, by whom, under which codebook, with which hashes.
import { useLocale, useTranslations } from "next-intl";
import { CalendarDate, Code } from "@/components/ui/bidi";
import { formatList } from "@/i18n/formats";
import { localeTable } from "@/i18n/locales";
import type { ReleaseView } from "@/server/releases";

export function ReleaseFacts({ release }: { release: ReleaseView }) {
  const t = useTranslations("releases");
  const locale = useLocale();
  const { asOf, choices, codebookVersion, publishedAt, publishedBy } = release;
  const date = (value: string | Date) => () => <CalendarDate value={value} />;
  const facts = [
    t.rich("asOf", { date: date(asOf) }),
    choices.comparedWith && t.rich("comparedWith", { date: date(choices.comparedWith) }),
    publishedBy
      ? t.rich("publishedBy", { name: () => <bdi>{publishedBy.name}</bdi>, date: date(publishedAt) })
      : t.rich("publishedOn", { date: date(publishedAt) }),
    choices.commitments && t("some", { numbers: formatList(choices.commitments.map(String), locale) }),
    t(choices.notes === "with" ? "withNotes" : "withoutNotes"),
    choices.unreviewed === "with" && t("withUnreviewed"),
    t("codebook", { version: String(codebookVersion) }),
  ].filter(Boolean);
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-0.5 text-muted text-sm">
      {facts.map((fact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the facts stand still, in one order
        <li key={index}>{fact}</li>
      ))}
    </ul>
  );
}

export function ReleaseHashes({ release }: { release: ReleaseView }) {
  const t = useTranslations("releases");
  return (
    <details className="text-sm">
      <summary className="w-fit cursor-pointer text-muted">{t("hashes")}</summary>
      <dl className="mt-1 grid gap-1">
        {release.hashes.map(({ language, sha256 }) => (
          <div key={language} className="grid gap-x-3 sm:grid-cols-[auto_minmax(0,1fr)]">
            <dt className="text-muted">{t.rich("hash", { language: () => localeTable[language].ownName })}</dt>
            <dd className="min-w-0">
              <Code className="wrap-anywhere font-mono text-xs">{sha256}</Code>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
