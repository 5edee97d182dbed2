// A field's value in words, and its change: short ones as from → to, long texts with the words marked.
import { ArrowRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { CalendarDate, Code, Instant } from "@/components/ui/bidi";
import { IsolatedRuns } from "@/components/ui/isolated-runs";
import { TextComparison } from "@/components/ui/text-comparison";
import { formatBytes, languageName } from "@/i18n/formats";
import { locales } from "@/i18n/locales";

/** Texts longer than this are compared word by word. */
const longText = 60;
const texts = new Set(["body", "quotedPassage", "rationale", "text", "title"]);

export function FieldChange({ field, from, to }: { field: string; from: unknown; to: unknown }) {
  const t = useTranslations("events");
  if (texts.has(field) && typeof from === "string" && typeof to === "string" && from.length + to.length > longText) {
    return <TextComparison from={from} to={to} />;
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <span className="sr-only">{t("from")}</span>
      <span className="text-muted">
        <FieldValue field={field} value={from} />
      </span>
      <ArrowRight aria-hidden="true" className="flip-rtl size-[1em] text-faint" />
      <span className="sr-only">{t("to")}</span>
      <FieldValue field={field} value={to} />
    </span>
  );
}

/** Whatever an event kept of a field; a value that no scale knows any more is shown as it was written. */
export function FieldValue({ field, value }: { field: string; value: unknown }) {
  const t = useTranslations("events");
  const scales = useTranslations("scales");
  const precisions = useTranslations("provisions.precision");
  const locale = useLocale();
  if (value === null || value === undefined || value === "") return <span className="text-faint">{t("empty")}</span>;
  if (field === "citationIds" && Array.isArray(value)) return <span>{t("restsOn", { count: value.length })}</span>;
  if (Array.isArray(value)) return <Quotes quotes={value.map(String)} />;
  if (typeof value === "object" && locales.some((each) => each in value)) return <WordsOf words={value} />;
  if (field === "party") return <WordsOf words={(value as { name: object }).name} />;
  if (typeof value === "object") return <bdi>{"name" in value ? String(value.name) : JSON.stringify(value)}</bdi>;
  const word = String(value);
  switch (field) {
    case "datedOn":
    case "dueOn":
    case "publishedOn":
    case "accessedOn":
    case "doneOn":
    case "asOf":
      return <CalendarDate value={word} />;
    case "kind":
      return <>{inScale("evidenceKind")}</>;
    case "stance":
    case "confidence":
    case "speechAct":
    case "verifiability":
      return <>{inScale(field)}</>;
    case "reliability":
    case "credibility":
      return (
        <>
          <Code>{word}</Code> {inScale(field)}
        </>
      );
    case "duePrecision":
      return <>{precisions(word as "DAY")}</>;
    case "state":
      return <>{inScale("provisionState")}</>;
    case "language":
      return <bdi>{languageName(word, locale)}</bdi>;
    case "takenAt":
      return <Instant value={word} />;
    case "httpStatus":
    case "mediaType":
      return <Code>{word}</Code>;
    case "size":
      return <bdi>{formatBytes(Number(value), locale)}</bdi>;
    case "sha256":
      return <Code className="wrap-anywhere font-mono text-xs">{word}</Code>;
    case "finalAddress":
    case "address":
      return <Code className="wrap-anywhere">{word}</Code>;
    case "allowsFreeTags":
    case "requiresReview":
    case "respectsRobots":
      return <span>{t(value ? "yes" : "no")}</span>;
    case "silentAfterMonths":
      return <span>{t("silentMonths", { count: Number(value) })}</span>;
    case "staleAfterDays":
      return <span>{t("staleDays", { count: Number(value) })}</span>;
    default:
      return (
        <span dir="auto" className="whitespace-pre-line break-words">
          <IsolatedRuns>{word}</IsolatedRuns>
        </span>
      );
  }

  function inScale(scale: string): string {
    const key = `${scale}.${word}`;
    return scales.has(key as never) ? scales(key as never) : word;
  }
}

/** The same words in each language that has them. */
function WordsOf({ words }: { words: object }) {
  const given = Object.entries(words).filter(([, text]) => text);
  return (
    <span className="inline-flex flex-wrap gap-x-2">
      {given.map(([language, text]) => (
        <bdi key={language} lang={language}>
          {text}
        </bdi>
      ))}
    </span>
  );
}

/** Words of the text, each by itself. */
function Quotes({ quotes }: { quotes: readonly string[] }) {
  const t = useTranslations("events");
  if (quotes.length === 0) return <span className="text-faint">{t("empty")}</span>;
  return (
    <span className="grid gap-1">
      {quotes.map((quote) => (
        <bdi key={quote} className="font-naskh">
          {quote}
        </bdi>
      ))}
    </span>
  );
}
