// Narrows the double codings to one state: links, so that the address says what is shown.
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { doubleCodingStates, type ReviewFilters } from "@/domain/double-coding";
import { Link } from "@/i18n/navigation";

export function StateFilter({ filters }: { filters: ReviewFilters }) {
  const t = useTranslations("reviews");
  const states = useTranslations("doubleCodings.state");
  return (
    <nav aria-label={t("filter")} className="print:hidden">
      <ul className="flex flex-wrap gap-x-5 text-sm">
        {[undefined, ...doubleCodingStates].map((state) => {
          const here = filters.state === state;
          return (
            <li key={state ?? "all"}>
              <Link
                href={{ pathname: "/reviews", query: state && { state }, hash: "double-codings" }}
                aria-current={here ? "page" : undefined}
                className={classNames(
                  "inline-flex min-h-8 items-center border-transparent border-b-2 pointer-coarse:min-h-11",
                  here ? "border-accent! font-semibold text-accent-strong" : "text-muted hover:text-text",
                )}
              >
                {state ? states(state) : t("everyState")}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
