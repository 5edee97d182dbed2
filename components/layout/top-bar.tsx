// The slim bar on top: workspace and document, connection, language, theme, keys, person.
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { asTheme, themeCookie } from "@/components/ui/theme";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { Link } from "@/i18n/navigation";
import { Connection } from "./connection";
import { LanguageLinks } from "./language-links";
import { Mark } from "./mark";

export interface TopBarProps {
  /** The workspace; the product's name stands in where there is none. */
  title?: string;
  subtitle?: string;
  children?: ReactNode;
}

export async function TopBar({ title, subtitle, children }: TopBarProps) {
  const t = await getTranslations("frame");
  const theme = asTheme((await cookies()).get(themeCookie)?.value);
  return (
    <header className="sticky top-0 z-30 flex h-14 items-center gap-3 border-rule border-b bg-panel ps-4 pe-2 md:pe-4 print:hidden">
      <Link href="/" className="flex min-h-10 min-w-0 items-center gap-3 rounded-md">
        <Mark className="size-6 shrink-0 text-accent" />
        <span className="flex min-w-0 items-baseline gap-3">
          <bdi className="truncate font-semibold">{title ?? t("product")}</bdi>
          {subtitle && <bdi className="hidden min-w-0 truncate text-muted text-sm lg:inline">{subtitle}</bdi>}
        </span>
      </Link>
      <div className="ms-auto flex shrink-0 items-center gap-1 max-sm:gap-0">
        <Connection labels={{ lost: t("connection.lost"), back: t("connection.back") }} />
        <LanguageLinks label={t("language")} />
        <ThemeToggle
          theme={theme}
          labels={{
            label: t("theme.label"),
            system: t("theme.system"),
            light: t("theme.light"),
            dark: t("theme.dark"),
          }}
        />
        {children}
      </div>
    </header>
  );
}
