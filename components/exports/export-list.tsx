"use client";
// One's files of a large document: how far each has come, and the file when it is ready.
import { Download, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { cancelExport } from "@/actions/exports";
import { localeTable } from "@/i18n/locales";
import type { ExportView } from "@/server/exports";
import { useButtonAction } from "../forms/use-button-action";
import { Button } from "../ui/button";

export interface ExportListProps {
  exports: ExportView[];
  keptForDays: number;
  onDownload: (address: string) => void;
  /** The address that is being fetched. */
  busy: string | null;
}

export function ExportList({ exports, keptForDays, onDownload, busy }: ExportListProps) {
  const t = useTranslations("exports");
  return (
    <section className="grid gap-2">
      <h3 className="font-semibold text-sm">{t("title")}</h3>
      <p className="text-muted text-sm">{t("hint", { days: keptForDays })}</p>
      <ul className="grid gap-2">
        {exports.map((each) => (
          <ExportItem key={`${each.id} ${each.state}`} initial={each} onDownload={onDownload} busy={busy} />
        ))}
      </ul>
    </section>
  );
}

type ItemProps = Pick<ExportListProps, "onDownload" | "busy"> & { initial: ExportView };

function ExportItem({ initial, onDownload, busy }: ItemProps) {
  const t = useTranslations("exports");
  const formats = useTranslations("reports.formats");
  const releases = useTranslations("releases");
  const [current, setCurrent] = useState(initial);
  useProgress(current, setCurrent);
  const { run, pending } = useButtonAction(cancelExport, setCurrent);
  const format = formats(current.format);
  const address = `/api/v1/exports/${current.id}/file`;
  return (
    <li className="grid gap-1.5 rounded-md border border-rule bg-paper px-3 py-2 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0">
          {t.rich("about", {
            format: () => <bdi className="font-semibold">{format}</bdi>,
            language: () => localeTable[current.language].ownName,
          })}
        </span>
        {current.release && (
          <span className="text-muted">{releases("numberPlain", { number: String(current.release.number) })}</span>
        )}
        <span role="status" className="ms-auto text-muted">
          {t(`state.${current.state}`)}
        </span>
      </div>
      {current.isUnderWay && (
        <div className="flex items-center gap-3">
          <progress
            aria-label={t("progress", { format })}
            max={100}
            value={current.progress}
            className="h-2 min-w-0 flex-1 accent-accent"
          />
          <Button
            size="small"
            variant="quiet"
            icon={<X aria-hidden="true" />}
            aria-label={t("cancelNamed", { format })}
            pending={pending}
            onClick={() => run({ exportId: current.id })}
          >
            {t("cancel")}
          </Button>
        </div>
      )}
      {current.failure && <p className="text-danger">{t(`failures.${current.failure}`)}</p>}
      {current.state === "DONE" && (
        <div>
          <Button
            size="small"
            icon={<Download aria-hidden="true" />}
            aria-label={t("downloadNamed", { format })}
            pending={busy === address}
            onClick={() => onDownload(address)}
          >
            {t("download")}
          </Button>
        </div>
      )}
    </li>
  );
}

/** Asks once a second while it is under way; a lost connection is simply asked again. */
function useProgress(current: ExportView, onNews: (news: ExportView) => void): void {
  useEffect(() => {
    if (!current.isUnderWay) return;
    const timer = setTimeout(async () => {
      const answer = await fetch(`/api/v1/exports/${current.id}`).catch(() => null);
      onNews(answer?.ok ? await answer.json() : { ...current });
    }, 1_000);
    return () => clearTimeout(timer);
  }, [current, onNews]);
}
