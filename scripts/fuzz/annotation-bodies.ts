// Annotations as other programs write them (W3C Web Annotation Data Model), and what goes wrong in them.

import fc from "fast-check";
import { hostileJson, hostileKey } from "./hostile";

const passage = "http://localhost:3000/api/v1/documents/{{slug 0}}/passages/5.ar.1";
const place = { type: "TextPositionSelector", start: 0, end: 5 };
const context = "http://www.w3.org/ns/anno.jsonld";

const annotations: unknown[] = [
  {
    "@context": context,
    type: "Annotation",
    motivation: "commenting",
    creator: { type: "Person", name: "كاتب" },
    created: "2020-01-01T00:00:00Z",
    body: { type: "TextualBody", value: "ملاحظة", purpose: "commenting", format: "text/plain", language: "ar" },
    target: { source: passage, selector: place },
  },
  {
    "@context": [context],
    id: "https://example.org/anno/1",
    type: ["Annotation"],
    motivation: ["tagging", "highlighting"],
    body: [{ type: "TextualBody", value: "وسم", purpose: "tagging" }],
    target: [
      {
        type: "SpecificResource",
        source: { id: passage },
        selector: [{ type: "TextQuoteSelector", exact: "المجتمعين", prefix: "", suffix: "" }, place],
      },
    ],
  },
  {
    "@context": context,
    type: "Annotation",
    motivation: "linking",
    body: "http://localhost:3000/api/v1/documents/{{slug 0}}/commitments/1",
    target: { source: passage, selector: { ...place, refinedBy: place } },
  },
  {
    "@context": context,
    type: "Annotation",
    motivation: "highlighting",
    target: { source: passage, selector: { type: "RangeSelector", startSelector: place, endSelector: place } },
  },
  {
    "@context": context,
    type: "Annotation",
    motivation: "replying",
    bodyValue: "جواب",
    target: "http://localhost:3000/api/v1/annotations/{{annotation 0}}",
  },
];

const collections = (items: unknown[]): unknown[] => [
  items,
  { "@context": context, type: "AnnotationCollection", total: items.length, first: { type: "AnnotationPage", items } },
  { "@context": context, type: "AnnotationPage", items },
];

/** The first places in a value, by the steps that lead to each: enough of them, in what may be endless. */
function placesIn(value: unknown): string[][] {
  const found: string[][] = [[]];
  for (const path of found) {
    if (found.length > 60) break;
    const here = path.reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[step], value);
    if (typeof here === "object" && here !== null)
      found.push(
        ...Object.keys(here)
          .slice(0, 12)
          .map((step) => [...path, step]),
      );
  }
  return found;
}

type Change = { place: number; how: "put" | "drop" | "wrap" | "repeat" | "add" | "bury"; value: unknown; key: string };

function changed(value: unknown, path: string[], change: Change): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return changedHere(value, change);
  if (Array.isArray(value))
    return value.map((each, index) => (String(index) === step ? changed(each, rest, change) : each));
  const record = value as Record<string, unknown>;
  if (rest.length === 0 && change.how === "drop")
    return Object.fromEntries(Object.entries(record).filter(([key]) => key !== step));
  return { ...record, [step]: changed(record[step], rest, change) };
}

function changedHere(value: unknown, { how, value: other, key }: Change): unknown {
  if (how === "put" || how === "drop") return other;
  if (how === "wrap") return [value];
  if (how === "repeat") return isLarge(value) ? [value] : Array.from({ length: 60 }, () => value);
  if (how === "bury")
    return Array.from({ length: 500 }).reduce<unknown>((inner) => ({ ...place, refinedBy: inner }), value);
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  // A key such as __proto__ becomes a property of its own in what is sent.
  return isRecord
    ? JSON.parse(
        `${JSON.stringify(value).slice(0, -1)}${Object.keys(value).length ? "," : ""}${JSON.stringify(key)}:${JSON.stringify(other) ?? "null"}}`,
      )
    : other;
}

/** Repeated again and again, what is large would be more than this program can hold, before any door has seen it. */
const isLarge = (value: unknown) => (JSON.stringify(value)?.length ?? 0) > 100_000;

const change: fc.Arbitrary<Change> = fc.record({
  place: fc.nat(40),
  how: fc.constantFrom("put", "put", "put", "drop", "wrap", "repeat", "add", "add", "bury"),
  value: hostileJson,
  key: hostileKey,
});

/** One annotation or a file of several, with none to four faults, as the text that is sent. */
export const hostileAnnotationBody: fc.Arbitrary<string> = fc
  .record({
    base: fc.oneof(
      fc.constantFrom(...annotations),
      fc.constantFrom(...annotations),
      fc.constantFrom(...collections(annotations)),
    ),
    changes: fc.array(change, { maxLength: 4 }),
    broken: fc.option(fc.constantFrom("\ufeff", "]", ",", "\0", "//"), { freq: 15 }),
  })
  .map(({ base, changes, broken }) => {
    const made = changes.reduce<unknown>((value, each) => {
      const places = placesIn(value);
      return changed(value, places[each.place % places.length] ?? [], each);
    }, base);
    return `${broken ?? ""}${JSON.stringify(made) ?? "null"}`;
  });
