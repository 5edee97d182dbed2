"use client";
// The main navigation: a rail at the inline start, icons alone when narrow, a bar at the bottom on phones.
import {
  BookOpenCheck,
  FileOutput,
  FileText,
  Handshake,
  History,
  LayoutList,
  Library,
  Settings2,
  SquareCheckBig,
} from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { Link, usePathname } from "@/i18n/navigation";

const icons = {
  overview: LayoutList,
  text: FileText,
  evidence: Library,
  parties: Handshake,
  reviews: SquareCheckBig,
  codebook: BookOpenCheck,
  activity: History,
  reports: FileOutput,
  settings: Settings2,
};

export interface RailItem {
  name: keyof typeof icons;
  href: string;
  label: string;
  /** Left out of the bar of a phone, which has no room for all; the overview leads there instead. */
  isWide?: boolean;
}

/** Commitments belong to the overview, from which they are opened. */
function isHere(item: RailItem, pathname: string): boolean {
  if (item.name === "overview") return pathname === "/" || pathname.startsWith("/commitments");
  if (item.name === "reports") return /^\/(reports|releases|summary)/.test(pathname);
  if (item.name === "text") return pathname.startsWith("/documents");
  return pathname.startsWith(item.href);
}

export function Rail({ label, items }: { label: string; items: readonly RailItem[] }) {
  const pathname = usePathname();
  return (
    <nav
      aria-label={label}
      className="fixed inset-x-0 bottom-0 z-30 border-rule border-t bg-panel pb-[env(safe-area-inset-bottom)] md:sticky md:inset-x-auto md:top-14 md:h-[calc(100dvh-3.5rem)] md:w-16 md:shrink-0 md:overflow-y-auto md:border-t-0 md:pb-0 xl:w-48 print:hidden"
    >
      <ul className="flex md:flex-col md:gap-0.5 md:p-2 xl:p-3">
        {items.map((item) => {
          const Icon = icons[item.name];
          const here = isHere(item, pathname);
          return (
            <li key={item.name} className={classNames("flex-1", item.isWide && "max-md:hidden")}>
              <Link
                href={item.href}
                aria-current={here ? (item.href === pathname ? "page" : "true") : undefined}
                title={item.label}
                className={classNames(
                  "group relative flex min-h-14 flex-col items-center justify-center gap-0.5 text-xs md:min-h-12 md:rounded-md xl:min-h-10 xl:flex-row xl:justify-start xl:gap-3 xl:px-3 xl:text-base",
                  here
                    ? "font-semibold text-accent-strong xl:bg-accent-soft"
                    : "text-muted hover:bg-well hover:text-text",
                )}
              >
                {here && (
                  <span
                    aria-hidden="true"
                    className="absolute inset-x-6 top-0 h-0.5 bg-accent forced-colors:bg-[Highlight] md:inset-x-auto md:inset-y-2 md:start-0 md:h-auto md:w-0.5"
                  />
                )}
                <Icon aria-hidden="true" className="size-5 shrink-0 xl:size-4.5" strokeWidth={1.75} />
                <span className="px-0.5 text-center leading-tight md:sr-only xl:not-sr-only">{item.label}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
