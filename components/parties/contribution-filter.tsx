// The filters of the matrix: a plain form whose answer is an address, so it works without JavaScript too.
import Form from "next/form";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import type { ContributionFilters } from "@/domain/party";
import { partyKinds } from "@/domain/scales";
import { getPathname } from "@/i18n/navigation";
import type { ContributionMatrix } from "@/server/contribution-matrix";
import { isFiltered, matrixHref } from "./addresses";

export interface ContributionFilterProps {
  filters: ContributionFilters;
  parties: readonly { partyId: string; name: string }[];
  commitments: ContributionMatrix["commitments"];
}

export function ContributionFilter({ filters, parties, commitments }: ContributionFilterProps) {
  const t = useTranslations("parties.filter");
  const scales = useTranslations("scales");
  const locale = useLocale();
  return (
    <Form
      // A form that was filled from one address is another form at the next.
      key={JSON.stringify(filters)}
      role="search"
      aria-label={t("label")}
      action={getPathname({ href: "/parties", locale })}
      scroll={false}
      className="grid grid-cols-2 items-end gap-3 lg:grid-cols-3 xl:grid-cols-[repeat(3,minmax(8rem,1fr))_auto_auto_auto] print:hidden"
    >
      {filters.document && <input type="hidden" name="document" value={filters.document} />}
      <SelectField
        label={t("kind")}
        name="kind"
        defaultValue={filters.kind ?? ""}
        required={false}
        placeholder={t("any")}
        options={partyKinds.map((value) => ({ value, label: scales(`partyKind.${value}`) }))}
      />
      <SelectField
        label={t("party")}
        name="party"
        defaultValue={filters.party ?? ""}
        required={false}
        placeholder={t("any")}
        options={parties.map(({ partyId, name }) => ({ value: partyId, label: name }))}
      />
      <SelectField
        label={t("commitment")}
        name="commitment"
        defaultValue={filters.commitment ?? ""}
        required={false}
        placeholder={t("any")}
        className="max-lg:col-span-2"
        options={commitments.map(({ number, title }) => ({
          value: String(number),
          label: `${number}. ${title[locale]}`,
        }))}
      />
      <DateField label={t("from")} name="from" defaultValue={filters.from ?? ""} required={false} />
      <DateField label={t("to")} name="to" defaultValue={filters.to ?? ""} required={false} />
      <div className="col-span-2 flex flex-wrap items-center gap-3 lg:col-span-1">
        <Checkbox name="evidence" value="1" label={t("evidence")} defaultChecked={filters.evidence === "1"} />
        <Button type="submit">{t("apply")}</Button>
        {isFiltered(filters) && (
          <LinkButton href={matrixHref({ document: filters.document })} variant="quiet" scroll={false}>
            {t("clear")}
          </LinkButton>
        )}
      </div>
    </Form>
  );
}
