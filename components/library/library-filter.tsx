// The filters of the library: a plain form whose answer is an address, so it works without JavaScript too.
import Form from "next/form";
import { useLocale, useTranslations } from "next-intl";
import { CommitmentFilter } from "@/components/commitments/commitment-filter";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import {
  dead,
  type EvidenceFilters,
  evidenceOrders,
  isFiltered,
  missing,
  orderOf,
  unrated,
} from "@/domain/evidence-list";
import { credibilities, evidenceHealths, evidenceKinds, quoteStates, reliabilities, stances } from "@/domain/scales";
import { tagWords } from "@/domain/tag-terms";
import { collator, languageName } from "@/i18n/formats";
import { getPathname } from "@/i18n/navigation";
import type { LibraryChoices } from "@/server/evidence-library";
import { libraryHref } from "./addresses";

export interface LibraryFilterProps {
  filters: EvidenceFilters;
  choices: LibraryChoices;
}

export function LibraryFilter({ filters, choices }: LibraryFilterProps) {
  const t = useTranslations("library");
  const scales = useTranslations("scales");
  const fields = useTranslations("evidence.fields");
  const locale = useLocale();
  return (
    <Form
      // A form that was filled from one address is another form at the next.
      key={JSON.stringify(filters)}
      role="search"
      aria-label={t("filter.label")}
      action={getPathname({ href: "/evidence", locale })}
      className="grid gap-3 print:hidden"
    >
      <div className="grid grid-cols-2 items-end gap-3 lg:grid-cols-[minmax(12rem,2fr)_repeat(3,minmax(8rem,1fr))_auto]">
        <TextField
          label={t("filter.text")}
          name="q"
          type="search"
          defaultValue={filters.q}
          placeholder={t("filter.textHint")}
          required={false}
          maxLength={200}
          autoComplete="off"
          data-search=""
          className="max-lg:col-span-2"
        />
        <CommitmentFilter
          name="commitment"
          label={t("filter.commitment")}
          placeholder={t("any")}
          value={filters.commitment}
          commitments={choices.commitments}
        />
        <Choice
          name="stance"
          label={fields("stance")}
          value={filters.stance}
          options={stances.map((value) => ({ value, label: scales(`stance.${value}`) }))}
        />
        <Choice
          name="tag"
          label={t("filter.tag")}
          value={filters.tag}
          options={choices.tags.map(({ id, name }) => ({ value: id, label: tagWords(name, locale) }))}
        />
        <div className="flex flex-wrap gap-2 max-lg:hidden">
          <Apply filters={filters} />
        </div>
      </div>
      <details open={usesMore(filters)}>
        <summary className="link w-fit py-1 font-semibold text-sm pointer-coarse:py-3">{t("filter.more")}</summary>
        <MoreFilters filters={filters} choices={choices} />
      </details>
      <div className="flex flex-wrap gap-2 lg:hidden">
        <Apply filters={filters} />
      </div>
    </Form>
  );
}

function Apply({ filters }: { filters: EvidenceFilters }) {
  const t = useTranslations("library");
  return (
    <>
      <Button type="submit">{t("apply")}</Button>
      {isFiltered(filters) && (
        <LinkButton href={libraryHref({ sort: filters.sort, order: filters.order })} variant="quiet">
          {t("clear")}
        </LinkButton>
      )}
    </>
  );
}

function MoreFilters({ filters, choices }: LibraryFilterProps) {
  const t = useTranslations("library");
  const scales = useTranslations("scales");
  const fields = useTranslations("evidence.fields");
  const locale = useLocale();
  const none = { value: unrated, label: t("unrated") };
  const byName = collator(locale);
  return (
    <div className="grid grid-cols-2 items-end gap-3 pt-2 md:grid-cols-3 xl:grid-cols-5">
      <Choice
        name="kind"
        label={fields("kind")}
        value={filters.kind}
        options={evidenceKinds.map((value) => ({ value, label: scales(`evidenceKind.${value}`) }))}
      />
      <Choice
        name="reliability"
        label={fields("reliability")}
        value={filters.reliability}
        options={[
          ...reliabilities.map((value) => ({ value, label: `${value} · ${scales(`reliability.${value}`)}` })),
          none,
        ]}
      />
      <Choice
        name="credibility"
        label={fields("credibility")}
        value={filters.credibility}
        options={[
          ...credibilities.map((value) => ({ value, label: `${value} · ${scales(`credibility.${value}`)}` })),
          none,
        ]}
      />
      <Choice
        name="health"
        label={t("column.health")}
        value={filters.health}
        options={[
          { value: dead, label: t("dead") },
          ...evidenceHealths.map((value) => ({ value, label: scales(`evidenceHealth.${value}`) })),
        ]}
      />
      <Choice
        name="quote"
        label={t("filter.quote")}
        value={filters.quote}
        options={[
          { value: missing, label: t("coverage.gap.QUOTES_MISSING") },
          ...quoteStates.map((value) => ({ value, label: scales(`quoteState.${value}`) })),
        ]}
      />
      <Choice
        name="language"
        label={fields("language")}
        value={filters.language}
        options={choices.languages
          .map((value) => ({ value, label: languageName(value, locale) }))
          .sort((one, other) => byName.compare(one.label, other.label))}
      />
      <Choice
        name="publisher"
        label={fields("publisher")}
        value={filters.publisher}
        options={choices.publishers.map((value) => ({ value, label: value }))}
      />
      <Choice
        name="cited"
        label={t("filter.cited")}
        value={filters.cited}
        options={[
          { value: "yes", label: t("filter.citedYes") },
          { value: "no", label: t("filter.citedNo") },
        ]}
      />
      <SelectField
        name="sort"
        label={t("filter.sort")}
        defaultValue={orderOf(filters).sort}
        required={false}
        options={evidenceOrders.map((value) => ({ value, label: t(`column.${value}`) }))}
      />
    </div>
  );
}

interface ChoiceProps {
  name: keyof EvidenceFilters;
  label: string;
  value: string | undefined;
  options: readonly { value: string; label: string }[];
}

function Choice({ name, label, value, options }: ChoiceProps) {
  const t = useTranslations("library");
  return (
    <SelectField
      name={name}
      label={label}
      defaultValue={value ?? ""}
      required={false}
      placeholder={t("any")}
      options={options}
    />
  );
}

/** Whether something is asked that stands behind the fold. */
function usesMore({ kind, reliability, credibility, health, quote, language, publisher, cited }: EvidenceFilters) {
  return [kind, reliability, credibility, health, quote, language, publisher, cited].some(Boolean);
}
