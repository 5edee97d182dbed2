// The head of the gazette page: title and type line as print, then who issued it, where and when.
import { useLocale, useTranslations } from "next-intl";
import { Isolate } from "@/components/ui/bidi";
import { directionOfLanguage } from "@/domain/text-direction";
import { languageName } from "@/i18n/formats";
import type { DocumentText } from "@/server/documents";
import { IssueLine } from "./document-title";

type Version = DocumentText["versions"][number];

export interface GazetteHeadProps {
  document: DocumentText;
  /** The version whose text is shown. */
  shown: Version;
}

export function GazetteHead({ document, shown }: GazetteHeadProps) {
  return (
    <header className="grid justify-items-center gap-2 text-center">
      <div lang={shown.language} dir={directionOfLanguage(shown.language)} className="grid gap-1 font-naskh">
        <h1 className="font-bold text-masthead max-sm:text-2xl">{shown.title}</h1>
        {shown.typeLine && <p className="text-xl">{shown.typeLine}</p>}
      </div>
      <div className="masthead-rule w-full pb-4 text-muted">
        <IssueLine issuer={document.issuer} place={document.place} adoptedOn={document.adoptedOn} />
      </div>
      <OwnLanguage document={document} shown={shown} />
    </header>
  );
}

/** For readers whose language has a version of which only the title is kept here. */
function OwnLanguage({ document, shown }: GazetteHeadProps) {
  const t = useTranslations("documents");
  const locale = useLocale();
  if (shown.language === locale) return null;
  const own = document.versions.find(({ language }) => language === locale);
  return (
    <div className="w-full max-w-reading py-2 text-muted text-sm">
      {own && (
        <p>
          {t.rich("otherVersion", {
            title: () => <Isolate className="font-semibold text-text">{own.title}</Isolate>,
          })}{" "}
          {own.sourceAddress && (
            <a href={own.sourceAddress} rel="noopener noreferrer" className="link">
              {t("readAtSource")}
            </a>
          )}
        </p>
      )}
      <p>{t("shownIn", { language: languageName(shown.language, locale) })}</p>
    </div>
  );
}
