"use client";
// The sections of the settings.
import { useTranslations } from "next-intl";
import { Link, usePathname } from "@/i18n/navigation";
import { classNames } from "../ui/class-names";

/** What the pages for admins are called, for those who may see them. */
export function SettingsNav({ signIns, system }: Record<"signIns" | "system", string | null>) {
  const pathname = usePathname();
  const t = useTranslations();
  const sections = [
    { href: "/settings", label: t("sessions.account.title") },
    { href: "/settings/tokens", label: t("apiTokens.title") },
    { href: "/settings/members", label: t("members.title") },
    { href: "/settings/tags", label: t("tags.title") },
    { href: "/settings/workspace", label: t("workspaces.title") },
    ...(signIns ? [{ href: "/settings/sign-ins", label: signIns }] : []),
    ...(system ? [{ href: "/settings/system", label: system }] : []),
  ];
  return (
    <nav aria-label={t("workspaces.settingsNav")}>
      <ul className="flex gap-x-5 border-rule max-lg:flex-wrap max-lg:border-b lg:sticky lg:top-20 lg:flex-col lg:border-s">
        {sections.map(({ href, label }) => {
          const here = pathname === href;
          return (
            <li key={href} className="shrink-0">
              <Link
                href={href}
                aria-current={here ? "page" : undefined}
                className={classNames(
                  "flex min-h-10 items-center whitespace-nowrap border-transparent max-lg:border-b-2 lg:-ms-px lg:border-s-2 lg:ps-4 pointer-coarse:min-h-11",
                  here ? "border-accent! font-semibold text-accent-strong" : "text-muted hover:text-text",
                )}
              >
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
