// What we write, by the MUSTs of the Web Annotation Data Model (Recommendation of 23 February 2017), each named by its section.
import { readFile, writeFile } from "node:fs/promises";
import Ajv from "ajv/dist/2020";
// @ts-expect-error: the package has no types of its own.
import jsonld from "jsonld";
import { describe, expect, test } from "vitest";
import { addressesAt } from "@/domain/annotation-iris";
import { motivations } from "@/domain/annotation-terms";
import { readAnnotation } from "@/domain/representation/annotation-reading";
import { annotationV1Path, annotationV1Schema, w3cContext } from "@/domain/representation/annotation-v1";
import { type AnnotationRecord, writeAnnotation } from "@/domain/representation/annotation-writing";
import { w3cContextDocument } from "./w3c-context";

const addresses = addressesAt("https://iltizam.example.org");
const record = (changes: Partial<AnnotationRecord> = {}): AnnotationRecord => ({
  id: "0193-a",
  threadId: null,
  motivation: "COMMENTING",
  layer: "TEAM",
  body: "تعليق 👍🏽",
  creator: "ليلى",
  created: new Date("2020-01-02T03:04:05.678Z"),
  modified: new Date("2021-01-02T03:04:05.678Z"),
  resolvedAt: null,
  via: null,
  canonical: null,
  foreign: null,
  tags: [],
  link: null,
  targets: [target()],
  ...changes,
});
const target = (changes: Partial<AnnotationRecord["targets"][number]> = {}) => ({
  ordinal: 1,
  passage: { slug: "a-text", ordinal: 4, language: "ar", revision: 1, since: new Date("2026-01-01T00:00:00Z") },
  start: 3,
  end: 9,
  exact: "كلمات",
  prefix: "قبلها ",
  suffix: " بعدها",
  ...changes,
});
const write = (changes: Partial<AnnotationRecord> = {}) =>
  writeAnnotation(record(changes), addresses) as Record<string, unknown>;

const full = () =>
  write({
    tags: ["تمويل", "Funding"],
    link: "https://iltizam.example.org/api/v1/documents/a-text/commitments/3",
    resolvedAt: new Date("2022-01-01T00:00:00Z"),
    via: "https://other.example/1",
    canonical: "urn:uuid:1",
    targets: [target(), target({ ordinal: 2, passage: null, start: null, end: null })],
  });

function expand(document: object): Promise<Record<string, unknown>[]> {
  return jsonld.expand(document, {
    safe: true,
    documentLoader: async (url: string) => {
      if (url !== w3cContext) throw new Error(`no network for ${url}`);
      return { contextUrl: undefined, documentUrl: url, document: w3cContextDocument };
    },
  });
}

describe("the published schema", () => {
  const file = `public${annotationV1Path}`;

  test("is what the code says; UPDATE_DOCS=1 writes it again", async () => {
    const schema = JSON.stringify(annotationV1Schema(), null, 2);
    if (process.env.UPDATE_DOCS) await writeFile(file, `${schema}\n`);
    expect(JSON.parse(await readFile(file, "utf8"))).toEqual(JSON.parse(schema));
  });

  test.each([
    ["a comment", write()],
    ["a highlight", write({ motivation: "HIGHLIGHTING", body: null })],
    ["a reply", write({ motivation: "REPLYING", threadId: "0193-b", targets: [] })],
    ["one with all there is", full()],
  ])("holds for %s", (_, annotation) => {
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(annotationV1Schema());
    expect(validate(annotation), JSON.stringify(validate.errors)).toBe(true);
  });
});

describe("§3.1 an annotation", () => {
  test("MUST have one or more @context, http://www.w3.org/ns/anno.jsonld one of them", () => {
    expect(write()["@context"]).toContain(w3cContext);
  });
  test("MUST have exactly one IRI that identifies it", () => {
    expect(write().id).toBe("https://iltizam.example.org/api/v1/annotations/0193-a");
  });
  test("MUST have the class Annotation", () => {
    expect(write().type).toBe("Annotation");
    expect(write({ foreign: { members: { type: ["Annotation", "x:Review"] } } }).type).toContain("Annotation");
  });
  test("MUST have one or more targets", () => {
    expect(write().target).toMatchObject({ type: "SpecificResource" });
    expect(full().target).toHaveLength(2);
  });
  test("with no body has no key for it: an empty list would be one", () => {
    expect(write({ motivation: "HIGHLIGHTING", body: null })).not.toHaveProperty("body");
  });
});

describe("§3.2.4 a textual body", () => {
  const body = () => write().body as Record<string, unknown>;
  test("MUST have the class TextualBody, where it is to be known from others", () => {
    expect(body().type).toBe("TextualBody");
  });
  test("MUST have one value, which is its text", () => {
    expect(body().value).toBe("تعليق 👍🏽");
  });
  test("says its language, the direction of its text and its media type once each", () => {
    expect(body()).toMatchObject({ language: "ar", textDirection: "rtl", format: "text/plain" });
    expect(write({ body: "a comment" }).body).toMatchObject({ language: "und", textDirection: "ltr" });
  });
});

describe("§3.3 other properties", () => {
  test("created and modified MUST be xsd:dateTime, in UTC and with a Z", () => {
    for (const at of [write().created, write().modified]) expect(at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z$/);
  });
  test.each(motivations)("the motivation of %s MUST be one of the vocabulary", async (motivation) => {
    const [expanded] = await expand(write({ motivation }));
    expect(expanded?.["http://www.w3.org/ns/oa#motivatedBy"]).toEqual([
      { "@id": `http://www.w3.org/ns/oa#${motivation.toLowerCase()}` },
    ]);
  });
  test("canonical and via are IRIs, canonical at most one", () => {
    expect(full()).toMatchObject({ canonical: "urn:uuid:1", via: "https://other.example/1" });
  });
});

describe("§4 a specific resource", () => {
  const first = () => write().target as Record<string, unknown>;
  test("MUST have exactly one source", () => {
    expect(first().source).toBe("https://iltizam.example.org/api/v1/documents/a-text/passages/4.ar.1");
  });
  test("§4.2.4 a text quote MUST have exactly one exact, and has a prefix and a suffix", () => {
    expect(first().selector).toContainEqual({
      type: "TextQuoteSelector",
      exact: "كلمات",
      prefix: "قبلها ",
      suffix: " بعدها",
    });
  });
  test("§4.2.5 a text position MUST have exactly one start and one end, which are not negative", () => {
    expect(first().selector).toContainEqual({ type: "TextPositionSelector", start: 3, end: 9 });
  });
  test("§4.3.1 a time state MUST have one or more sourceDate or cached, in UTC", () => {
    expect(first().state).toEqual({ type: "TimeState", sourceDate: "2020-01-02T03:04:05.678Z" });
  });
  test("of a corrected text is meant as it has been since the correction", () => {
    const passage = {
      slug: "a-text",
      ordinal: 4,
      language: "ar",
      revision: 2,
      since: new Date("2026-01-01T00:00:00Z"),
    };
    expect(write({ targets: [target({ passage })] }).target).toMatchObject({
      source: "https://iltizam.example.org/api/v1/documents/a-text/passages/4.ar.2",
      state: { sourceDate: "2026-01-01T00:00:00.000Z" },
    });
  });
});

describe("as linked data", () => {
  test("every property and value is known: nothing is lost when it is expanded in safe mode", async () => {
    const [expanded] = await expand(full());
    expect(expanded?.["@type"]).toEqual(["http://www.w3.org/ns/oa#Annotation"]);
    expect(expanded?.["urn:x-iltizam:resolvedAt"]).toEqual([
      { "@type": "http://www.w3.org/2001/XMLSchema#dateTime", "@value": "2022-01-01T00:00:00.000Z" },
    ]);
    expect(expanded?.["http://www.w3.org/ns/oa#hasBody"]).toHaveLength(4);
  });
  test("a reply targets the annotation that it answers", () => {
    expect(write({ motivation: "REPLYING", threadId: "0193-b", targets: [] }).target).toBe(
      "https://iltizam.example.org/api/v1/annotations/0193-b",
    );
  });
  test.each([
    ["a comment", write()],
    ["one with all there is", full()],
    ["a reply", write({ motivation: "REPLYING", threadId: "0193-b", targets: [] })],
  ])("%s has nothing that we would not understand ourselves", (_, annotation) => {
    const { foreign } = readAnnotation(JSON.parse(JSON.stringify(annotation)));
    const { via, targets, ...rest } = foreign ?? {};
    expect(rest).toEqual({});
  });
});
