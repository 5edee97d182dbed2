// The filters of the activity page: a plain form whose answer is an address.
import Form from "next/form";
import { useLocale, useTranslations } from "next-intl";
import { CommitmentFilter } from "@/components/commitments/commitment-filter";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { eventKinds } from "@/domain/audit";
import { getPathname } from "@/i18n/navigation";
import type { ActivityChoices, ActivityFilters } from "@/server/activity";
import { activityHref, isFiltered } from "./addresses";

export function ActivityFilter({ filters, choices }: { filters: ActivityFilters; choices: ActivityChoices }) {
  const t = useTranslations("activity.filter");
  const kinds = useTranslations("events.kind");
  const locale = useLocale();
  return (
    <Form
      // A form that was filled from one address is another form at the next.
      key={activityHref(filters)}
      role="search"
      aria-label={t("label")}
      action={getPathname({ href: "/activity", locale })}
      className="grid grid-cols-2 items-end gap-3 lg:grid-cols-3 print:hidden"
    >
      <SelectField
        label={t("person")}
        name="memberId"
        defaultValue={filters.memberId ?? ""}
        required={false}
        placeholder={t("anyone")}
        data-search=""
        options={choices.people.map(({ memberId, name }) => ({ value: memberId, label: name }))}
      />
      <SelectField
        label={t("kind")}
        name="kind"
        defaultValue={filters.kind ?? ""}
        required={false}
        placeholder={t("anyKind")}
        options={eventKinds.map((kind) => ({ value: kind, label: kinds(kind) }))}
      />
      <CommitmentFilter
        label={t("commitment")}
        name="commitmentId"
        className="max-lg:col-span-2"
        value={filters.commitmentId}
        placeholder={t("anyCommitment")}
        commitments={choices.commitments}
      />
      <DateField label={t("from")} name="from" defaultValue={filters.from} required={false} />
      <DateField label={t("to")} name="to" defaultValue={filters.to} required={false} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit">{t("apply")}</Button>
        {isFiltered(filters) && (
          <LinkButton href="/activity" variant="quiet">
            {t("clear")}
          </LinkButton>
        )}
      </div>
    </Form>
  );
}
