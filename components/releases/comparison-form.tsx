// Which two releases are compared: a plain form whose answer is an address.
import Form from "next/form";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { getPathname } from "@/i18n/navigation";
import type { ReleaseView } from "@/server/releases";

export interface ComparisonFormProps {
  releases: readonly Pick<ReleaseView, "id" | "number">[];
  one: string;
  other: string;
}

export function ComparisonForm({ releases, one, other }: ComparisonFormProps) {
  const t = useTranslations("releases");
  const locale = useLocale();
  const options = releases.map(({ id, number }) => ({
    value: id,
    label: t("numberPlain", { number: String(number) }),
  }));
  return (
    <Form
      key={`${one} ${other}`}
      action={getPathname({ href: "/releases/compare", locale })}
      aria-label={t("compare.form")}
      className="flex flex-wrap items-end gap-3"
    >
      <SelectField name="one" label={t("compare.one")} defaultValue={one} options={options} />
      <SelectField name="other" label={t("compare.other")} defaultValue={other} options={options} />
      <Button type="submit">{t("compare.show")}</Button>
    </Form>
  );
}
