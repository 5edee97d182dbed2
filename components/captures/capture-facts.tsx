// Where a copy is from, when it was taken, and what it is.
import { Download, ExternalLink } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { Code, Instant } from "@/components/ui/bidi";
import { DownloadLink } from "@/components/ui/link-button";
import { formatBytes } from "@/i18n/formats";
import type { CaptureView, OpenedCapture } from "@/server/captures";

export function CaptureFacts({ capture, source }: { capture: CaptureView; source: OpenedCapture["source"] }) {
  const t = useTranslations("captures.page");
  const captures = useTranslations("captures");
  const scales = useTranslations("scales");
  const locale = useLocale();
  const { id, number, takenAt, takenBy, origin, finalAddress, httpStatus, mediaType, size, sha256, fileName, title } =
    capture;
  const address = (text: string) => <Code className="wrap-anywhere">{text}</Code>;
  const facts = {
    takenAt: <Instant value={takenAt} />,
    origin: scales(`captureOrigin.${origin}`),
    takenBy: takenBy && <bdi>{takenBy.name}</bdi>,
    finalAddress: finalAddress && address(finalAddress),
    httpStatus: httpStatus && <Code>{httpStatus}</Code>,
    title: title && <bdi className="wrap-anywhere">{title}</bdi>,
    fileName: fileName && <bdi className="wrap-anywhere">{fileName}</bdi>,
    mediaType: <Code>{mediaType}</Code>,
    size: <bdi>{formatBytes(size, locale)}</bdi>,
    sha256: <Code className="wrap-anywhere font-mono text-xs">{sha256}</Code>,
  } satisfies Record<string, ReactNode>;
  const names = Object.keys(facts) as (keyof typeof facts)[];
  return (
    <div className="grid gap-4">
      <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[max-content_minmax(0,1fr)]">
        {names
          .filter((name) => facts[name])
          .map((name) => (
            <Fragment key={name}>
              <dt className="text-muted">{t(`fact.${name}`)}</dt>
              <dd className="min-w-0 max-sm:mb-1">{facts[name]}</dd>
            </Fragment>
          ))}
      </dl>
      <p className="flex flex-wrap items-center gap-3 print:hidden">
        <DownloadLink
          href={`/api/v1/captures/${id}/file`}
          download
          size="small"
          icon={<Download aria-hidden="true" />}
          aria-label={captures("downloadNamed", { number: String(number) })}
        >
          {captures("download")}
        </DownloadLink>
        <a
          href={source.address}
          rel="noopener noreferrer nofollow"
          className="link inline-flex items-center gap-1 text-sm"
        >
          {t("source")}
          <ExternalLink aria-hidden="true" className="flip-rtl size-[1em] text-faint" />
        </a>
      </p>
    </div>
  );
}
