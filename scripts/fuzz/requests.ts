// What a hostile request may say: parameters, headers and bodies.

import fc from "fast-check";
import { hostileAnnotationBody } from "./annotation-bodies";
import { deepJson, hostileBytes, hostileDate, hostileKey, hostileName, hostileNumber, hostileText } from "./hostile";

/** As Latin-1 where it is bytes; a rewording is what stands there, with other words. */
export type Body = { text: string } | { bytes: string } | { rewording: string } | null;

/** Every parameter that some route knows, with a value that some of them take. */
const parameters: Record<string, readonly string[]> = {
  format: ["json", "csv", "csv-tables", "markdown", "json", "xlsx", "docx"],
  table: ["contributions", "matrix"],
  language: ["ar", "en", "fr"],
  locale: ["ar", "en", "fr"],
  asOf: ["2020-06-01", "2026-01-01"],
  comparedWith: ["2019-12-01"],
  sections: ["table", "table,commitments", ""],
  commitments: ["1", "1,2,8"],
  commitment: ["1", "{{commitment 0}}"],
  notes: ["with", "without"],
  unreviewed: ["with", "without"],
  scales: ["un", "un,g7"],
  paragraph: ["1", "4"],
  authorId: ["{{member 0}}"],
  tagId: ["{{tag 0}}"],
  kind: ["COMMENTING", "REPORT"],
  state: ["OPEN", "RESOLVED"],
  layer: ["TEAM", "PRIVATE"],
  page: ["1", "2"],
  iris: ["0", "1"],
  minimal: ["1"],
  version: ["1", "2"],
  q: ["تقرير"],
  health: ["ALIVE", "DEAD"],
  sort: ["grade", "title"],
  order: ["asc", "desc"],
  tag: ["{{tag 0}}"],
  party: ["{{party 0}}"],
  from: ["2020-01-01"],
  to: ["2021-01-01"],
  dryRun: ["true", "false"],
  name: ["نسخة.html", "copy.pdf"],
};

const ofSummary = "asOf comparedWith sections commitments notes unreviewed scales".split(" ");
/** Beside those of all routes, the parameters that one whose address ends so knows; the first it cannot do without. */
const known: Record<string, readonly string[]> = {
  "documents/[slug]/summary": ["format", "language", ...ofSummary],
  "releases/[id]/summary": ["format", "language"],
  contributions: "format table language document kind party commitment evidence from to".split(" "),
  evidence: "format q commitment kind health sort order page tag locale".split(" "),
  "[slug]/annotations": "kind paragraph authorId tagId state layer dryRun".split(" "),
  codebook: ["version"],
  "double-codings": ["state"],
  annotations: ["page", "iris", "minimal"],
  captures: ["name"],
};

/** What stands after the question mark of a route's address. */
export function hostileQueryOf(path: string): fc.Arbitrary<[string, string][]> {
  const own = Object.entries(known).find(([end]) => path.endsWith(`/${end}`))?.[1];
  if (!own) return anyParameters(parameters);
  const [first] = own as [string];
  const usual = fc.constantFrom(...(parameters[first] ?? [""])).map((value): [string, string] => [first, value]);
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.tuple(usual, anyParameters(parameters, own.slice(1), 3)).map(([one, more]) => [one, ...more]),
    },
    { weight: 1, arbitrary: anyParameters(parameters) },
  );
}

/** Some parameters of these names, with values from the table and hostile ones. */
export const anyParameters = (
  table: Record<string, readonly string[]>,
  names: readonly string[] = Object.keys(table),
  maxLength = 5,
): fc.Arbitrary<[string, string][]> =>
  names.length === 0 ? fc.constant([]) : fc.array(parameterOf(table, names), { maxLength });

const parameterOf = (
  table: Record<string, readonly string[]>,
  names: readonly string[],
): fc.Arbitrary<[string, string]> =>
  fc.constantFrom(...names).chain((name) =>
    fc.oneof(
      {
        weight: 30,
        arbitrary: fc.constantFrom(...(table[name] ?? [""])).map((value): [string, string] => [name, value]),
      },
      {
        weight: 20,
        arbitrary: fc
          .oneof(hostileNumber, hostileDate, hostileName, hostileText)
          .map((value): [string, string] => [name, value.slice(0, 4_000)]),
      },
      { weight: 3, arbitrary: fc.tuple(hostileKey, hostileName) },
    ),
  );

export const jsonTypes = [
  "application/ld+json",
  "application/json",
  'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
];
export const otherTypes = [
  "text/plain",
  "multipart/form-data",
  "multipart/form-data; boundary=a",
  "application/x-www-form-urlencoded",
  "",
  "a",
  "application/json; charset=utf-16",
  `application/json;${" ".repeat(5_000)}`,
];
const oa = "http://www.w3.org/ns/oa#";

const headerValues: Record<string, readonly string[]> = {
  accept: [
    "*/*",
    "application/json",
    "text/html;q=0",
    ",,,;;;q=",
    `${"a/b,".repeat(3_000)}`,
    "application/ld+json;q=0.0",
  ],
  prefer: [
    `return=representation;include="${oa}PreferContainedIRIs"`,
    `include="${oa}PreferContainedIRIs ${oa}PreferContainedDescriptions"`,
    'include="',
    `include="${" ".repeat(4_000)}"`,
    ",".repeat(4_000),
  ],
  "if-match": ["*", '"a"', "a,b,,", " * ", `${'"a",'.repeat(2_000)}`, ""],
  "if-none-match": ["*", '"a"', `${" ".repeat(6_000)},`, ""],
  "last-event-id": ["0", "-1", "9999999999", "99999999999", "1e3", "a"],
  authorization: [
    "Bearer",
    "Bearer a",
    "Bearer iltizam_",
    `Bearer iltizam_${"a".repeat(5_000)}`,
    "Bearer a b",
    "Basic YTpi",
    "bearer  ",
    `Bearer${" ".repeat(5_000)}`,
  ],
  cookie: [
    "better-auth.session_token=a.b",
    "better-auth.session_token=%00",
    "better-auth.session_token=%",
    "=;=;=",
    "__proto__=1",
    `${"a=b; ".repeat(1_000)}`,
  ],
  "content-length": ["0", "-1", "99999999999"],
  "content-encoding": ["gzip", "br"],
  range: ["bytes=0-0", "bytes=9-1"],
  "accept-language": ["xx-☃", "*;q=-1", `${"ar,".repeat(3_000)}`],
  "x-forwarded-for": ["' OR 1=1", "::1"],
  "x-http-method-override": ["DELETE"],
  host: ["evil.example.org"],
};
export const hostileHeaders = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .constantFrom(...Object.keys(headerValues))
        .chain((name) =>
          fc.constantFrom(...(headerValues[name] ?? [""])).map((value): [string, string] => [name, value]),
        ),
    },
    { weight: 1, arbitrary: fc.tuple(hostileKey, hostileText) },
  ),
  { maxLength: 3 },
);

export const hostileBody: fc.Arbitrary<Body> = fc.oneof(
  { weight: 200, arbitrary: hostileAnnotationBody.map((text) => ({ text })) },
  { weight: 40, arbitrary: fc.json({ maxDepth: 5 }).map((text) => ({ text })) },
  { weight: 20, arbitrary: deepJson.map((text) => ({ text })) },
  { weight: 20, arbitrary: hostileBytes.map((bytes) => ({ bytes })) },
  // Up to the limit of eight megabytes and beyond.
  {
    weight: 1,
    arbitrary: fc.constantFrom(8_388_607, 8_388_609, 30_000_000).map((size) => ({ text: `"${"a".repeat(size - 2)}"` })),
  },
  { weight: 10, arbitrary: fc.constant(null) },
);
export const rewordedBody: fc.Arbitrary<Body> = fc.oneof(
  { weight: 1, arbitrary: hostileText.map((rewording) => ({ rewording })) },
  { weight: 1, arbitrary: hostileBody },
);
/** A page or a PDF is read in a process of its own, which takes a second. */
export const fileBody: fc.Arbitrary<Body> = fc.oneof(
  { weight: 30, arbitrary: hostileText.map((text) => ({ text: `. ${text}` })) },
  { weight: 1, arbitrary: hostileBytes.map((bytes) => ({ bytes })) },
);
