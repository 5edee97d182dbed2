// The way from the overview to this page.
import { ChevronRight } from "lucide-react";
import { Link } from "@/i18n/navigation";

export interface Crumb {
  label: string;
  /** The last one, this page, has none. */
  href?: string;
}

export function Breadcrumbs({ label, crumbs }: { label: string; crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label={label} className="text-sm print:hidden">
      <ol className="flex flex-wrap items-center gap-1">
        {crumbs.map((crumb, place) => (
          <li key={crumb.href ?? crumb.label} className="flex min-h-6 items-center gap-1">
            {place > 0 && <ChevronRight aria-hidden="true" className="flip-rtl size-3.5 text-faint" />}
            {crumb.href ? (
              <Link href={crumb.href} className="py-0.5 text-muted hover:text-accent hover:underline">
                {crumb.label}
              </Link>
            ) : (
              <span aria-current="page" className="text-faint">
                {crumb.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
