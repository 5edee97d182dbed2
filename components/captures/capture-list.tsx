// The kept copies of a source, the latest first: when and how each was come by, and the ways to it.
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Code, Instant, Num } from "@/components/ui/bidi";
import { EmptyState } from "@/components/ui/empty-state";
import { formatBytes } from "@/i18n/formats";
import { Link } from "@/i18n/navigation";
import type { CapturesOfSource, CaptureView } from "@/server/captures";
import { CopyHash } from "./copy-hash";

/** Needs the messages `captures` and `scales`. */
export function CaptureList({ source, captures }: Pick<CapturesOfSource, "source" | "captures">) {
  const t = useTranslations("captures");
  if (captures.length === 0) return <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>;
  return (
    <ol className="divide-y divide-rule">
      {captures.map((capture, place) => (
        <CaptureItem key={capture.id} evidenceId={source.id} capture={capture} isLatest={place === 0} />
      ))}
    </ol>
  );
}

type ItemProps = { evidenceId: string; capture: CaptureView; isLatest: boolean };

function CaptureItem({ evidenceId, capture, isLatest }: ItemProps) {
  const t = useTranslations("captures");
  const scales = useTranslations("scales");
  const locale = useLocale();
  const { id, number, origin, takenAt, takenBy, httpStatus, mediaType, size, fileName, sha256 } = capture;
  const path = `/evidence/${evidenceId}/captures/${number}`;
  const named = { number: String(number) };
  return (
    <li className="grid gap-0.5 py-3 first:pt-0">
      <p className="flex flex-wrap items-center gap-x-3">
        <Link href={path} className="link font-semibold">
          {t("number", named)}
        </Link>
        {isLatest && <Badge tone="accent">{t("latest")}</Badge>}
        <span className="text-muted text-sm">
          {t.rich(takenBy ? "takenBy" : "taken", {
            time: () => <Instant value={takenAt} />,
            name: () => <bdi>{takenBy?.name}</bdi>,
          })}
        </span>
      </p>
      <p className="flex flex-wrap gap-x-4 text-muted text-sm">
        <span>{scales(`captureOrigin.${origin}`)}</span>
        {fileName && (
          <span>{t.rich("uploadedFile", { name: () => <bdi className="wrap-anywhere">{fileName}</bdi> })}</span>
        )}
        {httpStatus && <span>{t.rich("status", { status: () => <Code>{httpStatus}</Code> })}</span>}
        <Code>{mediaType}</Code>
        <bdi>{formatBytes(size, locale)}</bdi>
      </p>
      <div className="flex flex-wrap items-center gap-x-4 text-sm">
        <CopyHash number={number} sha256={sha256} />
        <a
          href={`/api/v1/captures/${id}/file`}
          aria-label={t("downloadNamed", named)}
          className="link py-0.5 print:hidden"
          download
        >
          {t("download")}
        </a>
        {number > 1 && (
          <Link href={`${path}#changes`} aria-label={t("compareNamed", named)} className="link py-0.5 print:hidden">
            {t("compare")}
          </Link>
        )}
      </div>
    </li>
  );
}

/** How many copies there are, for the head of their section. */
export function CaptureCount({ captures }: Pick<CapturesOfSource, "captures">) {
  return captures.length > 0 ? <Num value={captures.length} /> : null;
}
