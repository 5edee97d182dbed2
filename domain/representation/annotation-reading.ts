// Reads annotations of other programs (W3C Web Annotation Data Model); what has no place here is kept, to be handed back.

import type { TextSelector } from "../anchoring";
import { readPassageIri } from "../annotation-iris";
import type { Layer, Motivation } from "../annotation-terms";
import { motivations } from "../annotation-terms";
import { invalidField } from "../refusal";
import { w3cContext } from "./annotation-v1";
import { type Foreign, type ForeignTarget, textFacts } from "./annotation-writing";

/** An annotation as another program wrote it. */
export type ReadAnnotation = {
  id: string | null;
  via: string | null;
  canonical: string | null;
  motivation: Motivation;
  layer: Layer;
  body: string | null;
  tags: string[];
  links: string[];
  creator: string | null;
  created: Date | null;
  modified: Date | null;
  resolvedAt: Date | null;
  /** Of a reply: the IRI of what it answers. */
  replyTo: string | null;
  targets: ReadTarget[];
  foreign: Foreign | null;
};
export type ReadTarget = { source: string; selector: Partial<TextSelector> };

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (value === undefined || value === null ? [] : [value].flat());
const textOf = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
const iriPattern = /^[A-Za-z][A-Za-z0-9+.-]*:[^\p{C}\s<>"{}|\\^`]+$/u;
const longest = 20_000;

/** The annotations in a file: one, a list, a page, or a collection with its first page. Refuses: invalid (file). */
export function annotationsIn(json: unknown): unknown[] {
  if (!isWellFormed(json)) throw invalidField("file", "bad_text");
  if (Array.isArray(json)) return json;
  if (!isObject(json)) throw invalidField("file", "no_annotations");
  const page = isObject(json.first) ? json.first : json;
  if (Array.isArray(page.items)) return page.items;
  if (listOf(json.type).includes("Annotation")) return [json];
  throw invalidField("file", "no_annotations");
}

/** No half of a surrogate pair and no NUL in any text: PostgreSQL keeps neither. */
function isWellFormed(value: unknown): boolean {
  if (typeof value === "string") return value.isWellFormed() && !value.includes("\u0000");
  if (Array.isArray(value)) return value.every(isWellFormed);
  if (isObject(value)) return Object.entries(value).every((entry) => entry.every(isWellFormed));
  return true;
}

/** What an annotation says. Refuses: invalid, at the property that cannot be read. */
export function readAnnotation(json: unknown): ReadAnnotation {
  if (!isObject(json) || !listOf(json.type).includes("Annotation")) throw invalidField("type", "invalid");
  const {
    "@context": context,
    id,
    type,
    motivation,
    creator,
    created,
    modified,
    body,
    bodyValue,
    target,
    via,
    ...rest
  } = json;
  const { canonical, layer, resolvedAt, ...members } = rest;
  if (bodyValue !== undefined && body !== undefined) throw invalidField("bodyValue", "invalid");
  const bodies = readBodies(bodyValue === undefined ? listOf(body) : [{ type: "TextualBody", value: bodyValue }]);
  const known = motivationOf(motivation, bodies);
  const earlier = listOf(via).map((each) => iriOf(each, "via") as string);
  const ownId = iriOf(id, "id");
  const first = earlier[0] ?? null;
  const targets = readTargets(listOf(target), known === "REPLYING");
  const kept = prune({
    context: contextsOf(context),
    members: {
      ...members,
      ...(typeof type === "string" ? {} : { type }),
      ...(motivation !== undefined && motivation !== known.toLowerCase() && { motivation }),
    },
    comment: bodies.comment,
    bodies: bodies.foreign,
    targets: targets.foreign,
    via: ownId === null ? earlier.slice(1) : earlier,
  });
  return {
    id: ownId,
    via: ownId ?? first,
    canonical: iriOf(canonical, "canonical"),
    motivation: known,
    layer: layer === "private" ? "PRIVATE" : "TEAM",
    body: bodies.text,
    tags: bodies.tags,
    links: bodies.links,
    creator: nameOf(creator),
    created: dateOf(created, "created"),
    modified: dateOf(modified, "modified"),
    resolvedAt: dateOf(resolvedAt, "resolvedAt"),
    replyTo: targets.replyTo,
    targets: targets.read,
    foreign: kept,
  };
}

/** Without what is empty; null when nothing is left. */
function prune(foreign: Record<string, unknown>): Foreign | null {
  const filled = Object.entries(foreign).filter(
    ([, value]) => value !== null && value !== undefined && Object.keys(value as object).length > 0,
  );
  return filled.length === 0 ? null : (Object.fromEntries(filled) as Foreign);
}

/** Ours is known by its words, so that it is not handed back twice. */
function contextsOf(context: unknown): unknown[] {
  return listOf(context).filter(
    (each) => each !== w3cContext && !JSON.stringify(each).includes('"urn:x-iltizam:layer"'),
  );
}

function iriOf(value: unknown, field: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" && value.length <= 2000 && iriPattern.test(value)) return value;
  throw invalidField(field, "invalid");
}

function dateOf(value: unknown, field: string): Date | null {
  if (value === undefined || value === null) return null;
  const date = typeof value === "string" ? new Date(value) : null;
  if (!date || Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1000 || date.getUTCFullYear() > 9999)
    throw invalidField(field, "bad_date");
  return date;
}

function nameOf(creator: unknown): string | null {
  const [first] = listOf(creator);
  const name = isObject(first) ? (textOf(first.name) ?? textOf(first.nickname) ?? textOf(first.id)) : textOf(first);
  return name?.slice(0, 200).toWellFormed() ?? null;
}

type Bodies = {
  text: string | null;
  comment: Json;
  tags: string[];
  links: string[];
  foreign: unknown[];
  purpose: string | null;
};

function readBodies(given: readonly unknown[]): Bodies {
  const read: Bodies = { text: null, comment: {}, tags: [], links: [], foreign: [], purpose: null };
  for (const body of given) {
    const purpose = isObject(body) ? textOf(listOf(body.purpose)[0]) : null;
    const value = isObject(body) ? textOf(body.value) : null;
    const source = isObject(body) ? textOf(body.source) : null;
    const isPlain = isObject(body) && ["text/plain", "text/markdown", undefined].includes(body.format as string);
    if (value !== null && value.length > longest) throw invalidField("body", "too_long");
    if (isObject(body) && value !== null && purpose === "tagging") read.tags.push(value);
    else if (isObject(body) && value !== null && isPlain && read.text === null) {
      read.text = value;
      read.purpose = purpose;
      read.comment = besides(body, value);
    } else if (isObject(body) && source !== null && purpose === "linking" && read.links.length === 0)
      read.links.push(source);
    else read.foreign.push(body);
  }
  return read;
}

/** What a body says besides what ours would say of the same text. */
function besides({ type: _type, value: _value, purpose, ...members }: Json, value: string): Json {
  const ours: Json = textFacts(value);
  const others = Object.entries(members).filter(([key, each]) => ours[key] !== each);
  const unusual = purpose !== undefined && !["commenting", "questioning", "replying"].includes(purpose as string);
  return { ...Object.fromEntries(others), ...(unusual && { purpose }) };
}

function motivationOf(given: unknown, { text, tags, links, purpose }: Bodies): Motivation {
  const named = [...listOf(given), purpose].map((each) =>
    String(each)
      .replace(/^.*[#:/]/, "")
      .toUpperCase(),
  );
  const known = named.find((each): each is Motivation => (motivations as readonly string[]).includes(each));
  if (known) return known;
  if (text !== null) return "COMMENTING";
  if (tags.length > 0) return "TAGGING";
  return links.length > 0 ? "LINKING" : "HIGHLIGHTING";
}

function readTargets(given: readonly unknown[], isReply: boolean) {
  if (given.length === 0) throw invalidField("target", "required");
  if (given.length > 50) throw invalidField("target", "too_many");
  const foreign: Record<string, ForeignTarget> = {};
  if (isReply && given.length === 1) {
    const [only] = given;
    const answered = typeof only === "string" ? only : isObject(only) ? (only.id ?? only.source) : null;
    const isPlace = isObject(only) && only.selector !== undefined;
    if (!isPlace) return { replyTo: iriOf(answered, "target") ?? refuseTarget(), read: [], foreign };
  }
  const read = given.map((target, index): ReadTarget => {
    const { kept, ...place } = readTarget(target);
    if (Object.keys(kept).length > 0) foreign[String(index + 1)] = kept;
    return place;
  });
  return { replyTo: null, read, foreign };
}

function readTarget(target: unknown): ReadTarget & { kept: ForeignTarget } {
  if (typeof target === "string") {
    const source = iriOf(target, "target") as string;
    return { source, selector: {}, kept: readPassageIri(source) ? {} : { source } };
  }
  if (!isObject(target)) return refuseTarget();
  const { type: _type, id, source: given, selector, state, ...members } = target;
  const source = iriOf(isObject(given) ? given.id : (given ?? id), "target") ?? refuseTarget();
  const selectors = listOf(selector).flatMap(withRefinements);
  const quote = selectors.find((each) => isObject(each) && each.type === "TextQuoteSelector") as Json | undefined;
  const position = selectors.find((each) => isObject(each) && each.type === "TextPositionSelector") as Json | undefined;
  const exact = textOf(quote?.exact);
  if (exact !== null && exact.length > longest) throw invalidField("target", "too_long");
  const others = selectors.filter((each) => each !== quote && each !== position);
  const isOurs = readPassageIri(source) !== null;
  // Of our own the state is known from the text's history.
  const rest = { ...members, ...(state !== undefined && !isOurs && { state }) };
  return {
    source,
    selector: {
      ...(exact !== null && { exact, prefix: textOf(quote?.prefix) ?? "", suffix: textOf(quote?.suffix) ?? "" }),
      ...(position && { start: countOf(position.start), end: countOf(position.end) }),
    },
    kept: {
      ...(isOurs ? {} : { source }),
      ...(Object.keys(rest).length > 0 && { members: rest }),
      ...(others.length > 0 && { selectors: others }),
    },
  };
}

/** A selector that another one refines says where to look; the quotation inside is what is meant. */
function withRefinements(selector: unknown): unknown[] {
  return isObject(selector) && isObject(selector.refinedBy) ? [selector, selector.refinedBy] : [selector];
}

function countOf(value: unknown): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  throw invalidField("target", "invalid");
}

function refuseTarget(): never {
  throw invalidField("target", "invalid");
}
