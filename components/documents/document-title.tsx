// A document's title in the language it is known by to the reader, and the line of issuer, place and date.
import { useLocale, useTranslations } from "next-intl";
import { CalendarDate, Isolate } from "@/components/ui/bidi";
import type { Localized } from "@/domain/document";
import { inLanguage } from "@/domain/language-choice";
import { directionOfLanguage } from "@/domain/text-direction";

export function DocumentTitle({ versions }: { versions: readonly { language: string; title: string }[] }) {
  const version = inLanguage(versions, useLocale());
  if (!version) return null;
  return (
    <span lang={version.language} dir={directionOfLanguage(version.language)}>
      {version.title}
    </span>
  );
}

export interface IssueLineProps {
  issuer: Localized;
  place: Localized;
  adoptedOn: string;
}

export function IssueLine({ issuer, place, adoptedOn }: IssueLineProps) {
  const t = useTranslations("documents");
  const locale = useLocale();
  return (
    <p>
      {t.rich("issueLine", {
        issuer: () => <Isolate>{issuer[locale]}</Isolate>,
        place: () => <Isolate>{place[locale]}</Isolate>,
        date: () => <CalendarDate value={adoptedOn} />,
      })}
    </p>
  );
}
