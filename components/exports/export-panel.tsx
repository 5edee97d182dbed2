"use client";
// The formats of a summary: a small one comes at once, of a large one the file is asked for and listed until it is ready.
import { FileDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, useState } from "react";
import { requestExport } from "@/actions/exports";
import type { ReportFormat } from "@/domain/report";
import type { ExportView } from "@/server/exports";
import { useButtonAction } from "../forms/use-button-action";
import { Notice } from "../ui/notice";
import { Spinner } from "../ui/spinner";
import { useToast } from "../ui/toast";
import { ExportList } from "./export-list";
import { useDownload } from "./use-download";

export interface ExportPanelProps {
  /** Where each format is, which also works without JavaScript. */
  addresses: Record<ReportFormat, string>;
  /** What a job is told; null where every format comes at once. */
  request: Record<string, string> | null;
  exports: ExportView[];
  keptForDays: number;
  /** The last formats of the list, such as printing. */
  children?: ReactNode;
}

export function ExportPanel({ addresses, request, exports, keptForDays, children }: ExportPanelProps) {
  const t = useTranslations("exports");
  const toast = useToast();
  const { download, busy, failure } = useDownload();
  const [asked, setAsked] = useState<ExportView[]>([]);
  const { run, pending } = useButtonAction(requestExport, (added) => {
    setAsked([added, ...asked]);
    toast({ title: t("requested") });
  });
  const listed = [...asked.filter(({ id }) => !exports.some((each) => each.id === id)), ...exports];

  return (
    <div className="grid gap-3">
      <ul className="divide-y divide-rule rounded-md border border-edge bg-paper">
        {(Object.keys(addresses) as ReportFormat[]).map((format) => (
          <li key={format}>
            {request ? (
              <button
                type="button"
                aria-disabled={pending || undefined}
                className={rowClass}
                onClick={() => run({ ...request, format })}
              >
                <Format format={format} isBusy={false} />
              </button>
            ) : (
              <a
                href={addresses[format]}
                download
                className={rowClass}
                onClick={(event) => unlessElsewhere(event, () => download(addresses[format]))}
              >
                <Format format={format} isBusy={busy === addresses[format]} />
              </a>
            )}
          </li>
        ))}
        {children}
      </ul>
      <p role="status" className="sr-only">
        {busy && t("preparing")}
      </p>
      {failure && (
        <Notice tone="danger" live>
          {failure}
        </Notice>
      )}
      {(request || listed.length > 0) && (
        <ExportList exports={listed} keptForDays={keptForDays} onDownload={download} busy={busy} />
      )}
    </div>
  );
}

export const rowClass =
  "flex min-h-11 w-full items-baseline gap-2.5 px-3 py-2 text-start text-text no-underline hover:bg-panel hover:text-accent-strong aria-disabled:cursor-progress aria-disabled:opacity-70";

function Format({ format, isBusy }: { format: ReportFormat; isBusy: boolean }) {
  const t = useTranslations("reports");
  return (
    <>
      <span className="self-center text-faint [&_svg]:size-4">
        {isBusy ? <Spinner /> : <FileDown aria-hidden="true" />}
      </span>
      <span className="font-semibold">{t(`formats.${format}`)}</span>
      <span className="ms-auto text-end text-muted text-sm">{t(`formatUse.${format}`)}</span>
    </>
  );
}

/** A click that opens a new tab or window is the browser's own. */
function unlessElsewhere(event: MouseEvent, act: () => void): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  act();
}
