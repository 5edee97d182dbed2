// The releases of a document, the latest first.
import { useTranslations } from "next-intl";
import { Num } from "@/components/ui/bidi";
import { LinkButton } from "@/components/ui/link-button";
import { Link } from "@/i18n/navigation";
import type { ReleaseView } from "@/server/releases";
import { ReleaseFacts, ReleaseHashes } from "./release-facts";

export function ReleaseList({ releases }: { releases: ReleaseView[] }) {
  const t = useTranslations("releases");
  return (
    <ol className="divide-y divide-rule border-rule border-y">
      {releases.map((release) => (
        <li key={release.id} className="grid gap-x-6 gap-y-2 py-4 sm:grid-cols-[minmax(0,1fr)_auto]">
          <div className="grid min-w-0 gap-1.5">
            <h2 className="font-semibold text-lg">
              <Link href={`/releases/${release.id}`} className="hover:underline">
                {t.rich("number", { number: () => <Num value={release.number} /> })}
              </Link>
            </h2>
            <ReleaseFacts release={release} />
            <ReleaseHashes release={release} />
          </div>
          <LinkButton
            href={`/releases/${release.id}`}
            size="small"
            aria-label={t("openNamed", { number: String(release.number) })}
            className="self-start justify-self-start"
          >
            {t("open")}
          </LinkButton>
        </li>
      ))}
    </ol>
  );
}
