// The filters of the table: a plain form whose answer is an address, so it works without JavaScript too.
import Form from "next/form";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { attentions } from "@/domain/commitment";
import { type CommitmentFilters, statusNames } from "@/domain/commitment-list";
import { getPathname } from "@/i18n/navigation";
import { isFiltered, overviewHref } from "./addresses";

export interface CommitmentFilterProps {
  filters: CommitmentFilters;
  /** Those who lead a commitment now, and so can be chosen. */
  leads: readonly { memberId: string; name: string }[];
}

export function CommitmentFilter({ filters, leads }: CommitmentFilterProps) {
  const t = useTranslations("dashboard");
  const scales = useTranslations("scales");
  const locale = useLocale();
  const any = t("filter.any");
  const { sort, order, scales: others } = filters;
  return (
    <Form
      // A form that was filled from one address is another form at the next.
      key={JSON.stringify(filters)}
      role="search"
      aria-label={t("filter.label")}
      action={getPathname({ href: "/", locale })}
      scroll={false}
      className="mb-4 grid grid-cols-2 items-end gap-3 xl:grid-cols-[minmax(12rem,2fr)_repeat(3,minmax(8rem,1fr))_auto] print:hidden"
    >
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
        className="col-span-2 xl:col-span-1"
      />
      <SelectField
        label={t("filter.status")}
        name="status"
        defaultValue={filters.status ?? ""}
        required={false}
        placeholder={any}
        options={statusNames.map((value) => ({ value, label: scales(`completion.${value}`) }))}
      />
      <SelectField
        label={t("filter.lead")}
        name="lead"
        defaultValue={filters.lead ?? ""}
        required={false}
        placeholder={any}
        options={[
          ...leads.map(({ memberId, name }) => ({ value: memberId, label: name })),
          { value: "none", label: t("filter.noLead") },
        ]}
      />
      <SelectField
        label={t("filter.attention")}
        name="attention"
        defaultValue={filters.attention ?? ""}
        required={false}
        placeholder={any}
        options={[
          { value: "ANY", label: t("filter.anyAttention") },
          ...attentions.map((value) => ({ value, label: t(`attentionName.${value}`) })),
        ]}
      />
      {filters.document && <input type="hidden" name="document" value={filters.document} />}
      {sort && <input type="hidden" name="sort" value={sort} />}
      {others && <input type="hidden" name="scales" value={others} />}
      {order && <input type="hidden" name="order" value={order} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit">{t("filter.apply")}</Button>
        {isFiltered(filters) && (
          <LinkButton
            href={overviewHref({ document: filters.document, sort, order, scales: others })}
            variant="quiet"
            scroll={false}
          >
            {t("filter.clear")}
          </LinkButton>
        )}
      </div>
    </Form>
  );
}
