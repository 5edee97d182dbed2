// Where the text comes from, in which languages it exists, and what in this page is ours.
import { useLocale, useTranslations } from "next-intl";
import { Code } from "@/components/ui/bidi";
import { Section } from "@/components/ui/section";
import { directionOfLanguage } from "@/domain/text-direction";
import { languageName } from "@/i18n/formats";
import type { DocumentText } from "@/server/documents";

type Version = DocumentText["versions"][number];

export function AboutText({ document, shown }: { document: DocumentText; shown: Version }) {
  const t = useTranslations("documents.notes");
  return (
    <Section id="about" title={t("title")}>
      <div className="grid max-w-reading gap-3 text-muted text-sm">
        <p>{t("verbatim")}</p>
        <p>{t("editorial")}</p>
        <h3 className="font-semibold text-text">{t("versions")}</h3>
        <ul className="grid gap-2">
          {document.versions.map((version) => (
            <VersionLine key={version.id} version={version} isShown={version.id === shown.id} />
          ))}
        </ul>
      </div>
    </Section>
  );
}

function VersionLine({ version, isShown }: { version: Version; isShown: boolean }) {
  const t = useTranslations("documents.notes");
  const locale = useLocale();
  return (
    <li className="grid gap-x-3 border-rule border-s-2 ps-3 sm:grid-cols-[7rem_1fr]">
      <span className="first-letter:uppercase">{languageName(version.language, locale)}</span>
      <div className="min-w-0">
        <p lang={version.language} dir={directionOfLanguage(version.language)} className="text-text">
          {version.title}
        </p>
        <p className="flex flex-wrap gap-x-3">
          <span>{t(version.provenance)}</span>
          {isShown && <span>{t("textHere")}</span>}
          {version.sourceAddress ? (
            <a href={version.sourceAddress} rel="noopener noreferrer" className="link py-0.5">
              {t("source")} <Code>{new URL(version.sourceAddress).hostname.replace(/^www\./, "")}</Code>
            </a>
          ) : (
            <span>{t("noSource")}</span>
          )}
        </p>
      </div>
    </li>
  );
}
