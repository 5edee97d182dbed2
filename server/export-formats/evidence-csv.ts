// The library as comma-separated values: one line a source, in the words of a language.
import type { EvidenceFilters } from "@/domain/evidence-list";
import { tagWords } from "@/domain/tag-terms";
import { languageName } from "@/i18n/formats";
import type { Locale } from "@/i18n/locales";
import type { Messages } from "@/i18n/messages";
import { translator } from "@/i18n/translator";
import type { Actor } from "../auth/actor";
import { isoDate, today } from "../calendar-dates";
import { type LibrarySource, listWholeLibrary } from "../evidence-library";
import { csvOf } from "./csv";

type Column = [head: keyof Messages["library"]["file"], value: (source: LibrarySource) => string | null];

/** Every source that the filters leave, in their order, as a file. Refuses: forbidden. */
export async function exportLibrary(actor: Actor, filters: EvidenceFilters, locale: Locale) {
  const sources = await listWholeLibrary(actor, filters);
  const t = translator(locale);
  const columns = columnsOf(locale);
  const lines = sources.map((source) => columns.map(([, value]) => value(source)));
  return {
    bytes: csvOf([columns.map(([head]) => t(`library.file.${head}`)), ...lines]),
    mediaType: "text/csv; charset=utf-8",
    name: `${t("library.file.name")}-${today()}.csv`,
    plainName: `evidence-${today()}.csv`,
  };
}

function columnsOf(locale: Locale): Column[] {
  const t = translator(locale);
  const graded = (code: string | null, words: string) => (code === null ? null : `${code} · ${words}`);
  return [
    ["title", ({ title }) => title],
    ["publisher", ({ publisher }) => publisher],
    ["address", ({ address }) => address],
    ["kind", ({ kind }) => t(`scales.evidenceKind.${kind}`)],
    ["language", ({ language }) => language && languageName(language, locale)],
    ["published", ({ publishedOn }) => publishedOn],
    ["accessed", ({ accessedOn }) => accessedOn],
    ["added", ({ addedAt }) => isoDate(addedAt)],
    ["reliability", ({ reliability }) => reliability && graded(reliability, t(`scales.reliability.${reliability}`))],
    [
      "credibility",
      ({ credibility }) =>
        credibility === null ? null : graded(`${credibility}`, t(`scales.credibility.${credibility as 1}`)),
    ],
    ["citations", ({ citations }) => citations.map(citedFor).join("\n")],
    ["health", ({ health }) => t(`scales.evidenceHealth.${health}`)],
    ["checked", ({ checkedAt }) => checkedAt && isoDate(checkedAt)],
    ["tags", ({ tags }) => tags.map(({ name }) => tagWords(name, locale)).join("\n")],
  ];

  function citedFor({ commitment, stance, quoteState }: LibrarySource["citations"][number]): string {
    const words = t("library.citedFor", { number: String(commitment.number), stance: t(`scales.stance.${stance}`) });
    return quoteState ? `${words} · ${t(`scales.quoteState.${quoteState}`)}` : words;
  }
}
