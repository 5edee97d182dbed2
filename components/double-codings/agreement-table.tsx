// How far coders agree: in all, and for each two who judged together, with how much could be compared and what it is worth.
import { useLocale, useTranslations } from "next-intl";
import { Num } from "@/components/ui/bidi";
import { Notice } from "@/components/ui/notice";
import { Definition } from "@/components/ui/tooltip";
import { fewUnits } from "@/domain/agreement";
import type { Agreement } from "@/domain/double-coding";
import { formatNumber } from "@/i18n/formats";

export function AgreementTable({ agreement }: { agreement: Agreement & { missing: number } }) {
  const t = useTranslations("doubleCodings.measure");
  const { units, alike, raw, alpha, alphaUnits, pairs, missing } = agreement;
  if (units === 0) return <p className="text-muted">{t("none", { missing })}</p>;
  return (
    <div className="grid gap-5">
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
        <Figure name={t("units")} definition={t("unitsDefinition")}>
          <Num value={units} />
        </Figure>
        <Figure name={t("raw")} definition={t("rawDefinition")} note={t("alike", { alike, units })}>
          <Share value={raw} />
        </Figure>
        <Figure name={t("alpha")} definition={t("alphaDefinition")} note={t("alphaUnits", { count: alphaUnits })}>
          <Coefficient value={alpha} />
        </Figure>
        <Figure name={t("missing")} definition={t("missingDefinition")}>
          <Num value={missing} />
        </Figure>
      </dl>
      {alphaUnits < fewUnits && <Notice tone="warning">{t("few", { few: fewUnits })}</Notice>}
      <div className="overflow-x-auto">
        <table className="w-full max-w-3xl text-start">
          <caption className="mb-1 text-start font-semibold text-sm">{t("byPair")}</caption>
          <thead>
            <tr className="border-edge border-b text-muted text-sm">
              <th scope="col" className="py-1.5 pe-4 text-start font-normal">
                {t("pair")}
              </th>
              <th scope="col" className="py-1.5 pe-4 text-end font-normal">
                {t("unitsShort")}
              </th>
              <th scope="col" className="py-1.5 pe-4 text-end font-normal">
                {t("rawShort")}
              </th>
              <th scope="col" className="py-1.5 text-end font-normal">
                <Definition definition={t("kappaDefinition")}>{t("kappa")}</Definition>
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-rule">
            {pairs.map(({ coders, ...pair }) => (
              <tr key={coders.map(({ memberId }) => memberId).join()}>
                <th scope="row" className="py-1.5 pe-4 text-start font-normal">
                  {coders.map(({ memberId, name }) => (
                    <bdi key={memberId} className="block">
                      {name}
                    </bdi>
                  ))}
                </th>
                <td className="py-1.5 pe-4 text-end">
                  <Num value={pair.units} />
                </td>
                <td className="py-1.5 pe-4 text-end">
                  <Share value={pair.raw} />
                </td>
                <td className="py-1.5 text-end">
                  <Coefficient value={pair.kappa} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

type FigureProps = { name: string; definition: string; note?: string; children: React.ReactNode };

function Figure({ name, definition, note, children }: FigureProps) {
  return (
    <div>
      <dt className="text-muted text-sm">
        <Definition definition={definition}>{name}</Definition>
      </dt>
      <dd className="font-semibold text-xl">
        {children}
        {note && <span className="block font-normal text-muted text-sm">{note}</span>}
      </dd>
    </div>
  );
}

function Share({ value }: { value: number | null }) {
  return <Fraction value={value} options={{ style: "percent", maximumFractionDigits: 0 }} />;
}

function Coefficient({ value }: { value: number | null }) {
  return <Fraction value={value} options={{ minimumFractionDigits: 2, maximumFractionDigits: 2 }} />;
}

/** Where everybody always said the same, chance explains it all and there is no coefficient. */
function Fraction({ value, options }: { value: number | null; options: Parameters<typeof formatNumber>[2] }) {
  const t = useTranslations("doubleCodings.measure");
  const locale = useLocale();
  if (value === null) return <span className="font-normal text-base text-faint">{t("undefined")}</span>;
  return <bdi className="tabular-nums">{formatNumber(value, locale, options)}</bdi>;
}
