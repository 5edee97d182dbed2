// All commitments at a glance: one wide strip, a cell for each, filled as far as it has been carried out.
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StatusDisc } from "@/components/commitments/status-disc";
import { CalendarDate, Isolate, Num } from "@/components/ui/bidi";
import { classNames } from "@/components/ui/class-names";
import { type StatusName, statusName, statusNames } from "@/domain/commitment-list";
import { Link } from "@/i18n/navigation";
import type { Dashboard } from "@/server/dashboard";

const frames: Record<StatusName, string> = {
  NOT_ASSESSED: "border-2 border-edge border-dotted",
  NO_EVIDENCE: "border-2 border-edge border-dashed",
  NOT_STARTED: "border-2 border-accent/60",
  LIMITED: "border-2 border-accent/60",
  SUBSTANTIAL: "border-2 border-accent/60",
  COMPLETE: "border-2 border-accent",
};

const fills: Partial<Record<StatusName, string>> = {
  LIMITED: "h-1/4 bg-ramp-2",
  SUBSTANTIAL: "h-3/4 bg-ramp-2",
  COMPLETE: "h-full bg-ramp-3",
};

type StripRow = NonNullable<Dashboard["strip"]>[number];

export type StatusStripProps = Pick<Dashboard, "strip" | "statuses"> & { children?: ReactNode };

export function StatusStrip({ strip, statuses, children }: StatusStripProps) {
  const t = useTranslations("dashboard");
  // More cells than the eye takes in at once: how much of the whole stands where. The key under it has the figures.
  if (!strip) {
    return (
      <div className="grid gap-3">
        <Shares statuses={statuses} />
        {children}
      </div>
    );
  }
  return (
    <nav aria-label={t("strip")} className="relative">
      <ol className="grid grid-cols-4 gap-1.5 sm:grid-cols-8">
        {strip.map((row) => (
          <li key={row.id}>
            <Cell row={row} />
          </li>
        ))}
      </ol>
      {/* The line in which the caption of the cell under the pointer or the focus stands. */}
      <div className="mt-3 min-h-8 max-sm:min-h-14">{children}</div>
    </nav>
  );
}

function Shares({ statuses }: Pick<Dashboard, "statuses">) {
  return (
    <div aria-hidden="true" className="flex h-14 gap-0.5">
      {statusNames
        .filter((name) => statuses[name])
        .map((name) => (
          <span
            key={name}
            style={{ flexGrow: statuses[name] }}
            className={classNames("relative min-w-1.5 basis-0 overflow-hidden rounded-sm bg-paper", frames[name])}
          >
            <span className={classNames("absolute inset-x-0 bottom-0", fills[name])} />
          </span>
        ))}
    </div>
  );
}

function Cell({ row }: { row: StripRow }) {
  const name = statusName(row.status);
  const fill = fills[name];
  const scales = useTranslations("scales");
  return (
    <Link href={`/commitments/${row.id}`} className="group/cell outline-none">
      <span
        className={classNames(
          "relative flex h-25 flex-col justify-between overflow-hidden rounded-md bg-paper p-1.5 outline-accent outline-offset-2 group-focus-visible/cell:outline-2 sm:h-34 sm:p-2",
          name === "COMPLETE" ? "text-on-ramp-3" : "text-text",
          frames[name],
        )}
      >
        {fill && <span aria-hidden="true" className={classNames("absolute inset-x-0 bottom-0", fill)} />}
        <span
          aria-hidden="true"
          className="relative font-naskh text-lg leading-none sm:text-xl sm:leading-none underline-offset-4 group-hover/cell:underline"
        >
          <Num value={row.number} />
        </span>
        <span aria-hidden="true" className="relative flex items-center gap-1.5 text-sm leading-tight">
          <StatusDisc status={row.status} counterAction={row.counterAction} ink="inherit" className="max-sm:size-5" />
          <span className="max-lg:hidden">{scales(`completion.${name}`)}</span>
        </span>
      </span>
      <Caption row={row} />
    </Link>
  );
}

/** Also the name of the link, so it is only made transparent and never hidden. */
function Caption({ row }: { row: StripRow }) {
  const locale = useLocale();
  const t = useTranslations("dashboard");
  const scales = useTranslations("scales");
  const status = scales(`completion.${statusName(row.status)}`);
  const parts = {
    number: () => <Num value={row.number} />,
    title: () => <Isolate className="font-semibold">{row.title[locale]}</Isolate>,
    status: () => (row.counterAction ? scales("statusWithCounterAction", { status }) : status),
    date: () => <CalendarDate value={row.statusSince ?? ""} />,
  };
  return (
    <span className="pointer-events-none absolute inset-x-0 bottom-0 flex min-h-8 items-start bg-paper opacity-0 group-hover/cell:z-10 group-hover/cell:opacity-100 group-focus-visible/cell:opacity-100 max-sm:min-h-14">
      <span>{row.statusSince ? t.rich("captionSince", parts) : t.rich("caption", parts)}</span>
    </span>
  );
}
