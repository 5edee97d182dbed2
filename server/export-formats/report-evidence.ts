// How a summary tells of a source: what it is, how good, whether it is still there, and what is kept of it.
import { gradeOf } from "@/domain/evidence";
import type { Credibility } from "@/domain/scales";
import { tagWords } from "@/domain/tag-terms";
import type { Standing } from "../history";
import type { Setting } from "./report-judgement";
import type { Words } from "./report-words";

type Cited = Standing["citations"][number];

/** The evidence of a commitment under the numbers that the summary calls it by. */
export function evidenceOf(citations: readonly Cited[], underStatus: readonly string[], setting: Setting) {
  return citations.map((citation, index) => ({
    id: citation.id,
    position: index + 1,
    underStatus: underStatus.includes(citation.id),
    ...sourceOf(citation, setting),
  }));
}

function sourceOf(evidence: Cited, { words, locale }: Setting) {
  const { reliability, credibility, language, stance, quotedPassage, quoteState, source } = evidence;
  return {
    title: evidence.title,
    address: evidence.address,
    publisher: evidence.publisher,
    publishedOn: words.maybeDate(evidence.publishedOn),
    accessedOn: words.maybeDate(evidence.accessedOn),
    language: language === null ? null : { code: language, text: words.language(language) },
    kind: words.scale("evidenceKind", evidence.kind),
    grade: gradeOf(reliability, credibility),
    reliability: reliability === null ? null : words.scale("reliability", reliability),
    credibility: credibility === null ? null : words.scale("credibility", String(credibility) as Credibility),
    stance: words.scale("stance", stance),
    quotedPassage,
    quoteState: quotedPassage !== null && quoteState ? words.scale("quoteState", quoteState) : null,
    health: words.scale("evidenceHealth", source.health),
    copy: copyOf(source, words),
    tags: source.tags.map(({ tagId, name }) => ({ id: tagId, text: tagWords(name, locale) })),
  };
}

/** The latest copy that is kept; null where there is none. */
function copyOf({ capture }: Cited["source"], words: Words) {
  if (!capture) return null;
  const { number, origin, finalAddress, httpStatus, mediaType, size, sha256, takenAt } = capture;
  return {
    number,
    origin,
    takenAt: words.instant(new Date(takenAt)),
    finalAddress,
    httpStatus,
    mediaType,
    size,
    sha256,
  };
}
