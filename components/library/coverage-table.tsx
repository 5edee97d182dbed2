// What each commitment rests on and what is missing: a row a commitment, every number a link to the sources behind it.
import { useLocale, useTranslations } from "next-intl";
import { StanceIcon } from "@/components/evidence/stance-mark";
import { Badge } from "@/components/ui/badge";
import { Isolate, Num } from "@/components/ui/bidi";
import { classNames } from "@/components/ui/class-names";
import { Definition } from "@/components/ui/tooltip";
import type { EvidenceFilters } from "@/domain/evidence-list";
import { dead, missing, unrated } from "@/domain/evidence-list";
import { stances } from "@/domain/scales";
import { Link } from "@/i18n/navigation";
import type { CoverageRow } from "@/server/evidence-coverage";
import { libraryHref } from "./addresses";

const columns = ["sources", "stance", "unrated", "dead", "quotesMissing"] as const;

export function CoverageTable({ rows }: { rows: readonly CoverageRow[] }) {
  const t = useTranslations("library.coverage");
  return (
    <table className="w-full text-sm max-lg:block">
      <caption className="sr-only">{t("caption")}</caption>
      <thead className="max-lg:sr-only">
        <tr className="border-text border-b text-muted">
          <th scope="col" className="w-[30%] py-1.5 pe-2 text-start font-semibold">
            {t("column.commitment")}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className="px-2 py-1.5 text-start font-semibold">
              {t(`column.${column}`)}
            </th>
          ))}
          <th scope="col" className="w-[26%] py-1.5 ps-2 text-start font-semibold">
            {t("gaps")}
          </th>
        </tr>
      </thead>
      <tbody className="max-lg:block">
        {rows.map((row) => (
          <Row key={row.commitment.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { row: CoverageRow }) {
  const t = useTranslations("library.coverage");
  const scales = useTranslations("scales");
  const locale = useLocale();
  const { commitment } = row;
  const cell =
    "px-2 py-2.5 align-top last:pe-0 max-lg:grid max-lg:grid-cols-[9rem_minmax(0,1fr)] max-lg:gap-2 max-lg:px-0 max-lg:py-0.5 max-lg:before:text-faint max-lg:before:content-[attr(data-label)]";
  const counted = (column: Exclude<(typeof columns)[number], "stance">, filters: EvidenceFilters) => (
    <td data-label={t(`column.${column}`)} className={cell}>
      <Count value={row[column]} name={t(`column.${column}`)} filters={{ commitment: commitment.id, ...filters }} />
    </td>
  );
  return (
    <tr className="border-rule border-b hover:bg-panel max-lg:block max-lg:py-3">
      <th scope="row" className="py-2.5 pe-2 text-start align-top font-normal max-lg:block max-lg:py-0.5">
        <Link
          href={`/commitments/${commitment.id}#evidence`}
          className="inline-flex gap-2 font-semibold text-base leading-snug hover:text-accent hover:underline"
        >
          <Num value={commitment.number} />
          <Isolate>{commitment.title[locale]}</Isolate>
        </Link>
      </th>
      {counted("sources", {})}
      <td data-label={t("column.stance")} className={cell}>
        <ul className="flex flex-wrap gap-x-3">
          {stances.map((stance) => (
            <li key={stance} className="inline-flex items-center gap-1">
              <StanceIcon stance={stance} />
              <Count
                value={row[stance]}
                name={scales(`stance.${stance}`)}
                filters={{ commitment: commitment.id, stance }}
              />
            </li>
          ))}
        </ul>
      </td>
      {counted("unrated", { reliability: unrated, credibility: unrated })}
      {counted("dead", { health: dead })}
      {counted("quotesMissing", { quote: missing })}
      <td data-label={t("gaps")} className={cell}>
        <Gaps row={row} />
      </td>
    </tr>
  );
}

function Count({ value, name, filters }: { value: number; name: string; filters: EvidenceFilters }) {
  if (value === 0) {
    return (
      <span className="text-faint">
        <span className="sr-only">{name}</span> <Num value={0} />
      </span>
    );
  }
  return (
    <Link href={libraryHref(filters)} title={name} className="link inline-block min-h-6 pointer-coarse:min-h-11">
      <span className="sr-only">{name}</span> <Num value={value} />
    </Link>
  );
}

function Gaps({ row: { gaps } }: { row: CoverageRow }) {
  const t = useTranslations("library.coverage");
  if (gaps.length === 0) return <span className="text-faint">{t("none")}</span>;
  return (
    <ul className={classNames("flex flex-wrap gap-1")}>
      {gaps.map((gap) => (
        <li key={gap}>
          <Definition definition={t(`gapDefinition.${gap}`)}>
            <Badge tone="warning">{t(`gap.${gap}`)}</Badge>
          </Definition>
        </li>
      ))}
    </ul>
  );
}
