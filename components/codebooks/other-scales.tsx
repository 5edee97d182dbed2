// The scales of others beside the stored one, on demand: the switch in the address, and the computed values.
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { Num } from "@/components/ui/bidi";
import { classNames } from "@/components/ui/class-names";
import { type Crosswalk, type OtherScaleName, otherScaleNames, otherScales } from "@/domain/crosswalk";
import type { Completion } from "@/domain/scales";
import { Link } from "@/i18n/navigation";
import { codebookHref } from "./addresses";
import { RatingWord } from "./rating-word";

export interface ScaleSwitchProps {
  asked: readonly OtherScaleName[];
  /** The page's own address with these scales in it. */
  hrefWith: (scales: readonly OtherScaleName[]) => string;
  /** Of the codebook whose crosswalk computes them; needed where any is shown. */
  version: number | undefined;
}

export function ScaleSwitch({ asked, hrefWith, version }: ScaleSwitchProps) {
  const t = useTranslations("codebooks");
  return (
    <nav aria-label={t("switch.label")} className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm print:hidden">
      <span className="text-muted">{t("switch.show")}</span>
      <ul className="flex flex-wrap gap-x-3">
        {otherScaleNames.map((scale) => {
          const isShown = asked.includes(scale);
          const next = otherScaleNames.filter((each) => (each === scale ? !isShown : asked.includes(each)));
          return (
            <li key={scale}>
              <Link
                href={hrefWith(next)}
                scroll={false}
                aria-current={isShown || undefined}
                className={classNames(
                  "inline-flex min-h-6 items-center gap-1 underline-offset-4 pointer-coarse:min-h-11 hover:text-accent hover:underline",
                  isShown ? "font-semibold text-accent-strong" : "text-muted",
                )}
              >
                {isShown && <Check aria-hidden="true" className="size-[1em]" />}
                {t(`others.${scale}`)}
              </Link>
            </li>
          );
        })}
      </ul>
      {asked.length > 0 && version && (
        <span className="text-faint">
          {t.rich("switch.by", {
            number: () => <Num value={version} />,
            link: (words) => (
              <Link href={`${codebookHref(version)}#crosswalk`} className="link">
                {words}
              </Link>
            ),
          })}
        </span>
      )}
    </nav>
  );
}

export interface OtherScaleValuesProps {
  judgement: { completion: Completion | null; counterAction: boolean };
  asked: readonly OtherScaleName[];
  crosswalk: Crosswalk;
  className?: string;
}

/** Nothing where no scale is asked for or nobody has judged. */
export function OtherScaleValues({ judgement, asked, crosswalk, className }: OtherScaleValuesProps) {
  const t = useTranslations("codebooks");
  if (asked.length === 0 || !judgement.completion) return null;
  const values = otherScales(judgement, crosswalk);
  return (
    <ul className={classNames("flex flex-wrap gap-x-4 text-sm", className)}>
      {asked.map((scale) => (
        <li key={scale}>
          {t.rich("switch.value", {
            scale: () => <span className="text-muted">{t(`others.${scale}`)}</span>,
            value: () => <RatingWord scale={scale} rating={values[scale]} />,
          })}
        </li>
      ))}
    </ul>
  );
}
