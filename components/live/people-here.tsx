"use client";
// Who else has the workspace open: initials on wide screens, names for everybody who asks or listens.
import { useTranslations } from "next-intl";
import { formatList, formatNumber } from "@/i18n/formats";
import type { Locale } from "@/i18n/locales";
import type { Person } from "@/server/members";
import { initialOf } from "../ui/initial";
import { Definition } from "../ui/tooltip";

const shown = 4;

export function PeopleHere({ people, locale }: { people: readonly Person[]; locale: Locale }) {
  const t = useTranslations("live");
  if (people.length === 0) return null;
  const names = people.map(({ name }) => `\u2068${name}\u2069`);
  // One who does not fit costs as much room as the number of those who do not.
  const initials = people.length > shown ? people.slice(0, shown - 1) : people;
  return (
    <div className="hidden lg:block">
      <Definition definition={t("here", { names: formatList(names, locale) })} className="min-h-10">
        <span className="sr-only">{t("count", { count: people.length })}</span>
        <span aria-hidden="true" className="flex ps-1">
          {initials.map(({ memberId, name }) => (
            <span key={memberId} className={discClass}>
              {initialOf(name)}
            </span>
          ))}
          {people.length > shown && (
            <span className={discClass}>
              <bdi dir="ltr">+{formatNumber(people.length - initials.length, locale)}</bdi>
            </span>
          )}
        </span>
      </Definition>
    </div>
  );
}

const discClass =
  "-ms-1 grid size-7 place-items-center rounded-full border border-panel bg-accent-soft font-semibold text-accent-strong text-sm leading-none";
