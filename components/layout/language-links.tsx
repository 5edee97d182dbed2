"use client";
// The same page in the other languages, as plain links.
import { useSearchParams } from "next/navigation";
import { useLocale } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { locales, localeTable } from "@/i18n/locales";
import { Link, usePathname } from "@/i18n/navigation";

export function LanguageLinks({ label, full = false }: { label: string; full?: boolean }) {
  const current = useLocale();
  const pathname = usePathname();
  const query = useSearchParams().toString();
  const href = query ? `${pathname}?${query}` : pathname;
  return (
    <nav aria-label={label} className="flex items-center rounded-md border border-rule">
      {locales.map((locale) => {
        const { ownName, shortName, direction } = localeTable[locale];
        const here = locale === current;
        return (
          <Link
            key={locale}
            href={href}
            locale={locale}
            lang={locale}
            dir={direction}
            hrefLang={locale}
            // A prefetch would set the cookie of a language that nobody chose.
            prefetch={false}
            aria-current={here ? "true" : undefined}
            aria-label={full ? undefined : ownName}
            title={ownName}
            className={classNames(
              "grid min-h-8 min-w-8 place-items-center rounded-[3px] px-1.5 text-sm leading-none pointer-coarse:min-h-11 sm:pointer-coarse:min-w-11",
              full && "px-3",
              here ? "bg-accent-soft font-semibold text-accent-strong" : "text-muted hover:bg-well hover:text-text",
            )}
          >
            {full ? ownName : shortName}
          </Link>
        );
      })}
    </nav>
  );
}
