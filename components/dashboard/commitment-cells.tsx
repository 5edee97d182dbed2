// What stands in the cells of one commitment's row.
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StatusLabel } from "@/components/commitments/status-label";
import { CalendarDate, Code, Isolate, Num } from "@/components/ui/bidi";
import { IsolatedRuns } from "@/components/ui/isolated-runs";
import { excerptOf } from "@/domain/markdown-excerpt";
import { Link } from "@/i18n/navigation";
import type { CommitmentRow } from "@/server/dashboard";

type CellProps = { row: CommitmentRow };

/** Said by icon and word, where it is true. */
function Warning({ children }: { children: ReactNode }) {
  return (
    <span className="mt-0.5 flex items-start gap-1 text-warning text-xs">
      <TriangleAlert aria-hidden="true" className="mt-[0.25em] size-[1.05em] shrink-0" />
      <span>{children}</span>
    </span>
  );
}

/** A dash for the eye, which eight rows of "none" would tire, and words for who listens. */
function Nothing({ children }: { children: ReactNode }) {
  return (
    <>
      <span aria-hidden="true" className="text-faint">
        –
      </span>
      <span className="sr-only">{children}</span>
    </>
  );
}

export function TitleCell({ row, title }: CellProps & { title: string }) {
  const t = useTranslations("dashboard.table");
  const scales = useTranslations("scales");
  const { due } = row;
  return (
    <>
      <Link
        href={`/commitments/${row.id}`}
        data-item=""
        className="font-semibold text-base leading-snug hover:text-accent hover:underline"
      >
        {title}
      </Link>
      {due && (
        <span className="mt-0.5 block text-muted text-xs">
          {t.rich("due", {
            date: () =>
              due.precision === "YEAR" ? <Code>{due.on.slice(0, 4)}</Code> : <CalendarDate value={due.on} />,
          })}
        </span>
      )}
      {row.doneOn && (
        <span className="block text-muted text-xs">
          {t.rich("done", { date: () => <CalendarDate value={row.doneOn ?? ""} style="short" /> })}
          {due && row.timeliness && <> ({scales(`timeliness.${row.timeliness}`)})</>}
        </span>
      )}
      {row.attentions.includes("OVERDUE") && <Warning>{t("overdueByText")}</Warning>}
    </>
  );
}

export function StatusCell({ row }: CellProps) {
  return (
    <StatusLabel
      status={row.status}
      counterAction={row.counterAction}
      className="items-start! leading-snug [&>svg]:mt-[0.1em]"
    />
  );
}

export function SinceCell({ row }: CellProps) {
  const t = useTranslations("dashboard.table");
  if (!row.statusSince) return <Nothing>{t("never")}</Nothing>;
  return (
    <div>
      <CalendarDate value={row.statusSince} style="short" className="block" />
      {row.assessedOn && row.assessedOn !== row.statusSince && (
        <span className="block text-faint text-xs">
          {t.rich("assessedOn", { date: () => <CalendarDate value={row.assessedOn ?? ""} style="short" /> })}
        </span>
      )}
      {row.attentions.includes("STALE") && <Warning>{t("stale")}</Warning>}
    </div>
  );
}

export function NoteCell({ row }: CellProps) {
  const t = useTranslations("dashboard.table");
  if (!row.latestNote) return <Nothing>{t("noNote")}</Nothing>;
  return (
    <div className="min-w-0">
      <p className="line-clamp-2 wrap-anywhere">
        <bdi>
          <IsolatedRuns>{excerptOf(row.latestNote.body)}</IsolatedRuns>
        </bdi>
      </p>
      <CalendarDate value={row.latestNote.datedOn} style="short" className="block text-faint text-xs" />
    </div>
  );
}

export function EvidenceCell({ row }: CellProps) {
  const t = useTranslations("dashboard.table");
  const unfounded = row.attentions.includes("NO_EVIDENCE_BEHIND_STATUS");
  if (row.evidenceCount === 0 && !unfounded) return <Nothing>{t("none")}</Nothing>;
  return (
    <div>
      {row.evidenceCount > 0 && <Num value={row.evidenceCount} />}
      {unfounded && <Warning>{t("noEvidenceBehind")}</Warning>}
    </div>
  );
}

export function FollowUpCell({ row }: CellProps) {
  const t = useTranslations("dashboard.table");
  if (row.openFollowUps === 0) return <Nothing>{t("noFollowUps")}</Nothing>;
  return (
    <div>
      {t("open", { count: row.openFollowUps })}
      {row.overdueFollowUps > 0 && <Warning>{t("overdue", { count: row.overdueFollowUps })}</Warning>}
    </div>
  );
}

export function LeadCell({ row }: CellProps) {
  const t = useTranslations("dashboard.table");
  if (!row.lead) return <Nothing>{t("noLead")}</Nothing>;
  // On phones the cell is a grid, where a bare <bdi> would become a box and align by its own direction.
  return (
    <span>
      <Isolate>{row.lead.name}</Isolate>
    </span>
  );
}
