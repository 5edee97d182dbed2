// Where two versions of the codebook differ, each place with its words marked.
import { ArrowRight } from "lucide-react";
import Form from "next/form";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { TextComparison } from "@/components/ui/text-comparison";
import type { CodebookDifference } from "@/domain/codebook-changes";
import type { OtherScaleName } from "@/domain/crosswalk";
import { getPathname } from "@/i18n/navigation";
import type { Codebook, CodebookFacts } from "@/server/codebooks";
import { usePathNames } from "./path-names";
import { RatingWord } from "./rating-word";

export interface VersionChoiceProps {
  versions: readonly CodebookFacts[];
  one: number;
  other: number;
}

export function VersionChoice({ versions, one, other }: VersionChoiceProps) {
  const t = useTranslations("codebooks");
  const locale = useLocale();
  const options = versions.map(({ number }) => ({
    value: String(number),
    label: t("versionPlain", { number: String(number) }),
  }));
  return (
    <Form
      key={`${one} ${other}`}
      action={getPathname({ href: "/codebook/compare", locale })}
      scroll={false}
      aria-label={t("versions.choose")}
      className="flex flex-wrap items-end gap-3 print:hidden"
    >
      <SelectField name="one" label={t("versions.one")} defaultValue={String(one)} options={options} />
      <SelectField name="other" label={t("versions.other")} defaultValue={String(other)} options={options} />
      <Button type="submit">{t("versions.show")}</Button>
    </Form>
  );
}

export interface VersionComparisonProps {
  /** By whose names the places are called. */
  later: Codebook;
  differences: readonly CodebookDifference[];
}

export function VersionComparison({ later, differences }: VersionComparisonProps) {
  const nameOf = usePathNames(later.content);
  return (
    <dl className="divide-y divide-rule border-rule border-y">
      {differences.map(({ path, from, to }) => (
        <div key={path} className="grid gap-x-6 gap-y-1 py-3 md:grid-cols-[minmax(0,2fr)_minmax(0,5fr)]">
          <dt className="text-muted text-sm">{nameOf(path)}</dt>
          <dd className="min-w-0">
            {path.startsWith("crosswalk.") ? (
              <span className="inline-flex flex-wrap items-center gap-x-2">
                <del className="bg-danger-soft text-muted decoration-danger">
                  <RatingWord {...placeOf(path)} rating={from as never} />
                </del>
                <ArrowRight aria-hidden="true" className="flip-rtl size-[1em] text-faint" />
                <ins className="bg-success-soft decoration-success underline-offset-4">
                  <RatingWord {...placeOf(path)} rating={to as never} />
                </ins>
              </span>
            ) : (
              <TextComparison from={from} to={to} lang={path.split(".").at(-1)} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function placeOf(path: string) {
  const [, row, scale] = path.split(".");
  return { scale: scale as OtherScaleName, override: row === "COUNTER_ACTION" };
}
