// The filters of a commitment's history, as a form that only asks for another address.
import Form from "next/form";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import type { EventKind } from "@/domain/audit";
import { getPathname } from "@/i18n/navigation";
import type { ActivityFilters } from "@/server/activity";
import type { Person } from "@/server/members";
import { isFiltered } from "./history";

/** The kinds of event that a commitment can have. */
const kinds: readonly EventKind[] = ["assessment", "note", "evidence", "commitment", "passage"];

export interface HistoryFilterProps {
  /** Address of the page, without language. */
  path: string;
  filters: ActivityFilters;
  members: readonly Person[];
}

export function HistoryFilter({ path, filters, members }: HistoryFilterProps) {
  const t = useTranslations("events");
  const locale = useLocale();
  return (
    <details open={isFiltered(filters)} className="mb-2 print:hidden">
      <summary className="w-fit py-1 text-muted text-sm hover:text-accent">{t("filter.label")}</summary>
      <Form
        action={getPathname({ href: path, locale })}
        scroll={false}
        aria-label={t("filter.label")}
        className="mt-2 mb-4 grid items-start gap-3 rounded-md border border-edge bg-panel p-4 sm:grid-cols-2"
      >
        <SelectField
          name="memberId"
          label={t("filter.person")}
          placeholder={t("filter.anyone")}
          required={false}
          defaultValue={filters.memberId ?? ""}
          options={members.map(({ memberId, name }) => ({ value: memberId, label: name }))}
        />
        <SelectField
          name="kind"
          label={t("filter.kind")}
          placeholder={t("filter.any")}
          required={false}
          defaultValue={filters.kind ?? ""}
          options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <DateField name="from" label={t("filter.from")} required={false} defaultValue={filters.from ?? ""} />
        <DateField name="to" label={t("filter.to")} required={false} defaultValue={filters.to ?? ""} />
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" size="small">
            {t("filter.apply")}
          </Button>
          {isFiltered(filters) && (
            <LinkButton href={path} scroll={false} size="small" variant="quiet">
              {t("filter.clear")}
            </LinkButton>
          )}
        </div>
      </Form>
    </details>
  );
}
