// Writes annotations as JSON-LD (W3C Web Annotation Data Model), what came from elsewhere with all that it said there.

import type { Addresses, PassageName } from "../annotation-iris";
import type { Layer, Motivation } from "../annotation-terms";
import { directionOfText } from "../text-direction";
import { type AnnotationV1, ownContext, w3cContext } from "./annotation-v1";

/** Of an annotation that came from elsewhere: what has no place of its own here and is handed back as it came. */
export type Foreign = {
  /** Contexts besides the Recommendation's and ours. */
  context?: unknown[];
  /** Properties of the annotation; its motivation too, where ours says less. */
  members?: Record<string, unknown>;
  /** Properties of the comment's body. */
  comment?: Record<string, unknown>;
  bodies?: unknown[];
  /** By ordinal. */
  targets?: Record<string, ForeignTarget>;
  /** Where it had been before it was where `via` says. */
  via?: string[];
};
export type ForeignTarget = { source?: string; members?: Record<string, unknown>; selectors?: unknown[] };

/** An annotation with all that its representation says. */
export type AnnotationRecord = {
  id: string;
  threadId: string | null;
  motivation: Motivation;
  layer: Layer;
  body: string | null;
  creator: string | null;
  created: Date;
  modified: Date;
  resolvedAt: Date | null;
  via: string | null;
  canonical: string | null;
  foreign: Foreign | null;
  tags: readonly string[];
  /** The IRI that it links to. */
  link: string | null;
  targets: readonly RecordedTarget[];
};
export type RecordedTarget = {
  ordinal: number;
  /** Where it stands or last stood, and since when that text has been what it is; null where it never had a place. */
  passage: (PassageName & { since: Date }) | null;
  start: number | null;
  end: number | null;
  exact: string;
  prefix: string;
  suffix: string;
};

/** The JSON-LD of one annotation, with its contexts. */
export function writeAnnotation(record: AnnotationRecord, addresses: Addresses): AnnotationV1 {
  const { foreign } = record;
  const { motivation: foreignMotivation, ...members } = foreign?.members ?? {};
  const bodies = bodiesOf(record);
  const targets: unknown[] = record.threadId
    ? [addresses.annotation(record.threadId)]
    : record.targets.map((target) => targetOf(record, target, addresses));
  const via = [...(record.via ? [record.via] : []), ...(foreign?.via ?? [])];
  return {
    ...members,
    "@context": [w3cContext, ...(foreign?.context ?? []), ownContext],
    id: addresses.annotation(record.id),
    type: (members.type as AnnotationV1["type"] | undefined) ?? "Annotation",
    motivation: foreignMotivation ?? record.motivation.toLowerCase(),
    ...(record.creator !== null && { creator: { type: "Person", name: record.creator } }),
    created: record.created.toISOString(),
    modified: record.modified.toISOString(),
    // An empty list would say that there is a body; a mere highlight has none (§3.1).
    ...(bodies.length > 0 && { body: oneOrMore(bodies) as AnnotationV1["body"] }),
    target: oneOrMore(targets) as AnnotationV1["target"],
    ...(via.length > 0 && { via: oneOrMore(via) as AnnotationV1["via"] }),
    ...(record.canonical !== null && { canonical: record.canonical }),
    layer: record.layer.toLowerCase() as AnnotationV1["layer"],
    ...(record.resolvedAt && { resolvedAt: record.resolvedAt.toISOString() }),
  };
}

/** A list of one is written as the one (§ "Lists may be written as single values"). */
const oneOrMore = <Value>(values: readonly Value[]): Value | readonly Value[] =>
  values.length === 1 ? (values[0] as Value) : values;

/** The language of what people write is not asked for; its script says whether it is Arabic. */
export function textFacts(value: string) {
  const textDirection = directionOfText(value, "ltr");
  return { format: "text/plain", language: textDirection === "rtl" ? "ar" : "und", textDirection } as const;
}

const purposes: Record<Motivation, string> = {
  HIGHLIGHTING: "commenting",
  COMMENTING: "commenting",
  TAGGING: "commenting",
  LINKING: "commenting",
  QUESTIONING: "questioning",
  REPLYING: "replying",
};

function bodiesOf({ body, motivation, tags, link, foreign }: AnnotationRecord): unknown[] {
  const textual = (value: string, purpose: string) => ({
    type: "TextualBody",
    value,
    purpose,
    ...textFacts(value),
  });
  return [
    ...(body === null ? [] : [{ ...textual(body, purposes[motivation]), ...foreign?.comment }]),
    ...tags.map((tag) => textual(tag, "tagging")),
    ...(link === null ? [] : [{ type: "SpecificResource", source: link, purpose: "linking" }]),
    ...(foreign?.bodies ?? []),
  ];
}

function targetOf(record: AnnotationRecord, target: RecordedTarget, addresses: Addresses) {
  const { passage, exact, prefix, suffix, start, end, ordinal } = target;
  const foreign = record.foreign?.targets?.[String(ordinal)];
  const selectors = [
    ...(exact === "" ? [] : [{ type: "TextQuoteSelector", exact, prefix, suffix }]),
    ...(start === null ? [] : [{ type: "TextPositionSelector", start, end }]),
    ...(foreign?.selectors ?? []),
  ];
  return {
    ...foreign?.members,
    type: "SpecificResource",
    source: passage ? addresses.passage(passage) : (foreign?.source ?? addresses.container),
    ...(selectors.length > 0 && { selector: oneOrMore(selectors) }),
    ...(passage && { state: { type: "TimeState", sourceDate: sourceDateOf(record, passage).toISOString() } }),
  };
}

/** When the source was as it is meant: when the annotation was made, or when a later correction made the text what it is. */
function sourceDateOf({ created }: AnnotationRecord, { revision, since }: { revision: number; since: Date }): Date {
  return revision > 1 && since > created ? since : created;
}
