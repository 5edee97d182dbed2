// The matrix: a party a row, a commitment a column; on phones a list by party with only what each did.
import { FileCheck } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Num } from "@/components/ui/bidi";
import { classNames } from "@/components/ui/class-names";
import { tagWords } from "@/domain/tag-terms";
import { collator } from "@/i18n/formats";
import { Link } from "@/i18n/navigation";
import type { ContributionMatrix, MatrixCell } from "@/server/contribution-matrix";

type Matrix = Pick<ContributionMatrix, "columns" | "rows">;
type Row = Matrix["rows"][number];
type Column = Matrix["columns"][number];

export function ContributionTable({ columns, rows }: Matrix) {
  const t = useTranslations("parties.matrix");
  const locale = useLocale();
  const { compare } = collator(locale);
  const sorted = [...rows].sort((one, other) => compare(nameIn(one, locale), nameIn(other, locale)));
  return (
    <section
      aria-label={t("caption")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keyboard, too
      tabIndex={0}
      className="md:max-h-[75dvh] md:overflow-auto md:rounded-md md:border md:border-rule"
    >
      <table className="w-full border-separate border-spacing-0 text-sm max-md:block">
        <caption className="sr-only">{t("caption")}</caption>
        <thead className="max-md:sr-only">
          <tr>
            <th scope="col" className={classNames(head, "sticky start-0 z-20 min-w-44 px-3")}>
              {t("party")}
            </th>
            {columns.map(({ id, number, title }) => (
              <th key={id} scope="col" className={classNames(head, "z-10 min-w-28 px-2")}>
                <Link href={`/commitments/${id}#contributions`} className="block hover:text-accent hover:underline">
                  <Num value={number} className="block font-naskh text-lg leading-tight" />
                  <span className="line-clamp-3 font-normal text-muted text-xs leading-snug">{title[locale]}</span>
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {sorted.map((row) => (
            <PartyRow key={row.party.id} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const head = "sticky top-0 border-edge border-b bg-panel py-2 text-start align-top font-semibold";

const nameIn = ({ party }: Row, locale: string) => tagWords(party.name, locale);

function PartyRow({ row, columns }: { row: Row; columns: readonly Column[] }) {
  const t = useTranslations("parties");
  const locale = useLocale();
  const name = nameIn(row, locale);
  const isIdle = row.cells.every((cell) => cell === null);
  return (
    <tr className="group max-md:block max-md:border-rule max-md:border-b max-md:py-3">
      <th
        scope="row"
        className="bg-paper text-start align-top font-normal group-hover:bg-panel max-md:mb-1 max-md:block md:sticky md:start-0 md:z-10 md:border-rule md:border-b md:px-3 md:py-2"
      >
        <Link
          href={`/parties/${row.party.id}`}
          data-item=""
          className="font-semibold hover:text-accent hover:underline"
        >
          <bdi>{name}</bdi>
        </Link>
        {row.party.isRemoved && (
          <span className="ms-2">
            <Badge>{t("removedBadge")}</Badge>
          </span>
        )}
        {isIdle && <span className="block text-faint md:hidden">{t("matrix.idle")}</span>}
      </th>
      {columns.map((column, index) => (
        <td
          key={column.id}
          className={classNames(
            "align-top group-hover:bg-panel md:border-rule md:border-b md:px-2 md:py-2",
            row.cells[index] ? "max-md:block" : "max-md:hidden",
          )}
        >
          <Cell cell={row.cells[index] ?? null} column={column} party={{ id: row.party.id, name }} />
        </td>
      ))}
    </tr>
  );
}

type CellProps = { cell: MatrixCell | null; column: Column; party: { id: string; name: string } };

function Cell({ cell, column, party }: CellProps) {
  const t = useTranslations("parties.matrix");
  const locale = useLocale();
  if (!cell) {
    return (
      <>
        <span aria-hidden="true" className="text-faint">
          ·
        </span>
        <span className="sr-only">{t("nothing")}</span>
      </>
    );
  }
  const { count, withEvidence } = cell;
  return (
    <Link
      href={`/parties/${party.id}#commitment-${column.id}`}
      aria-label={t("cell", { party: party.name, number: String(column.number), count, withEvidence })}
      className="inline-flex min-h-6 items-center gap-1.5 rounded-sm font-semibold pointer-coarse:min-h-11 hover:text-accent hover:underline"
    >
      <span className="font-normal md:hidden">
        <Num value={column.number} />. <bdi>{column.title[locale]}</bdi>
      </span>
      <Num value={count} />
      {withEvidence > 0 && (
        <span
          className="inline-flex items-center gap-0.5 font-normal text-success text-xs"
          title={t("withEvidence", { count: withEvidence })}
        >
          <FileCheck aria-hidden="true" className="size-3.5" />
          <Num value={withEvidence} />
        </span>
      )}
    </Link>
  );
}
