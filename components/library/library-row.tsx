// One source of the library: what it is, how it is graded, what it is cited for, and how its address and quotes stand.

import { Quote } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { HealthMark } from "@/components/captures/health-mark";
import { ExampleMark } from "@/components/documents/example-mark";
import { GradeBox } from "@/components/evidence/grade-box";
import { StanceIcon } from "@/components/evidence/stance-mark";
import { TagChip } from "@/components/tags/tag-chip";
import { CalendarDate, Code, Isolate, Num } from "@/components/ui/bidi";
import { classNames } from "@/components/ui/class-names";
import { hostOf } from "@/domain/evidence";
import { isoDate, languageName } from "@/i18n/formats";
import { Link } from "@/i18n/navigation";
import type { LibrarySource } from "@/server/evidence-library";

export function LibraryRow({ source, maySelect }: { source: LibrarySource; maySelect: boolean }) {
  const t = useTranslations("library");
  const cell = "px-2 py-3 align-top last:pe-0 max-lg:block max-lg:px-0 max-lg:py-0.5";
  /** On narrow screens the head of the column stands before its value, and what is empty is left out. */
  const labelled = (filled = true) =>
    classNames(
      cell,
      filled
        ? "max-lg:grid max-lg:grid-cols-[7rem_minmax(0,1fr)] max-lg:gap-2 max-lg:before:text-faint max-lg:before:content-[attr(data-label)]"
        : "max-lg:hidden",
    );
  return (
    <tr
      className={classNames(
        "border-rule border-b hover:bg-panel has-checked:bg-accent-soft max-lg:relative max-lg:block max-lg:py-3",
        maySelect && "max-lg:ps-9",
      )}
    >
      {maySelect && (
        <td className="py-3 align-top max-lg:absolute max-lg:start-0 max-lg:top-3 max-lg:py-0">
          <label className="-m-1.5 inline-grid size-8 place-items-center pointer-coarse:size-11">
            <input
              type="checkbox"
              name="evidenceIds"
              value={source.evidenceId}
              aria-label={t("bulk.select", { title: source.title })}
              className="size-4"
            />
          </label>
        </td>
      )}
      <th scope="row" className={classNames(cell, "min-w-0 text-start font-normal")}>
        <SourceCell source={source} />
      </th>
      <td data-label={t("column.published")} className={labelled(source.publishedOn !== null)}>
        {source.publishedOn && <CalendarDate value={source.publishedOn} style="short" />}
      </td>
      <td data-label={t("column.grade")} className={labelled()}>
        <span>
          <GradeBox {...source} />
        </span>
      </td>
      <td data-label={t("column.citations")} className={labelled()}>
        <CitationsCell source={source} />
      </td>
      <td data-label={t("column.health")} className={labelled()}>
        <HealthMark health={source.health} checkedAt={source.checkedAt} />
      </td>
      <td data-label={t("column.added")} className={labelled()}>
        <CalendarDate value={isoDate(source.addedAt)} style="short" className="text-muted" />
      </td>
    </tr>
  );
}

function SourceCell({ source }: { source: LibrarySource }) {
  const scales = useTranslations("scales");
  const locale = useLocale();
  const { evidenceId, title, publisher, language, kind, address, tags } = source;
  return (
    <div className="grid gap-0.5">
      <Link
        href={`/evidence/${evidenceId}`}
        data-item=""
        className="wrap-anywhere font-semibold text-base leading-snug hover:text-accent hover:underline"
      >
        <bdi lang={language ?? undefined}>{title}</bdi>
      </Link>
      <p className="flex flex-wrap items-center gap-x-2 text-muted text-xs">
        {publisher && <Isolate className="text-text">{publisher}</Isolate>}
        <Code className="wrap-anywhere">{hostOf(address)}</Code>
        <span>{scales(`evidenceKind.${kind}`)}</span>
        {language && <Isolate>{languageName(language, locale)}</Isolate>}
        {source.isExample && <ExampleMark />}
      </p>
      {tags.length > 0 && (
        <p className="mt-0.5 flex flex-wrap gap-1">
          {tags.map(({ tagId, name, color }) => (
            <TagChip key={tagId} name={name} color={color} />
          ))}
        </p>
      )}
    </div>
  );
}

/** The commitments by number, each with the stance; a mark where the quoted words are not in the latest copy. */
function CitationsCell({ source: { citations } }: { source: LibrarySource }) {
  const t = useTranslations("library");
  const scales = useTranslations("scales");
  if (citations.length === 0) return <span className="text-faint">{t("notCited")}</span>;
  return (
    <ul className="flex flex-wrap gap-x-3">
      {citations.map(({ citationId, commitment, stance, quoteState }) => {
        const words = t("citedFor", { number: String(commitment.number), stance: scales(`stance.${stance}`) });
        const missing = quoteState && quoteState !== "FOUND" ? scales(`quoteState.${quoteState}`) : null;
        return (
          <li key={citationId}>
            <Link
              href={`/commitments/${commitment.id}#evidence-${citationId}`}
              title={missing ? `${words} · ${missing}` : words}
              className="inline-flex min-h-6 items-center gap-1 hover:text-accent pointer-coarse:min-h-11"
            >
              <StanceIcon stance={stance} />
              <span aria-hidden="true" className="font-semibold">
                <Num value={commitment.number} />
              </span>
              <span className="sr-only">{words}</span>
              {missing && (
                <>
                  <Quote aria-hidden="true" className="size-3.5 text-warning" />
                  <span className="sr-only">{missing}</span>
                </>
              )}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
