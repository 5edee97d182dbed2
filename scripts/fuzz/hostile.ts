// What people and programs with bad intentions, or bad luck, put where a word, a number, a date or an address belongs.

import fc from "fast-check";

const times = (text: string, count: number) => text.repeat(count);

/** What PostgreSQL cannot keep. */
const unkeepable = ["\0", "a\0b", "0\0", "\ud800", "a\udc00b"];
const unicode = [
  "\u0001\u0008\u001b[31m",
  "\udbff\udbff",
  "\uffff\ufffe",
  "\ufeff",
  "\u200b\u200c\u200d\u2060",
  "\u202e\u202dabc\u202c",
  "\u2066\u2067\u2068unbalanced",
  "e\u0301 \u00e9 \u1e9b\u0323 \ufb01",
  `Z${times("\u0301\u0323\u0489", 400)}`,
  times("👩‍❤️‍💋‍👨", 300),
  times("🇮🇶", 500),
  times("\ufdfd", 300),
  times("ـ", 3_000),
  "ﷺ لا إله İıßẞſ \u{e0001}\u{e0041}\u{10ffff}",
  "\r\n\r\nSet-Cookie: a=b",
  "line\u2028separator\u2029end\u0085",
  " ",
  "\u00a0\u3000",
];
const sql = [
  "'",
  `'; DROP TABLE "Note"; --`,
  "' OR '1'='1",
  "1; SELECT pg_sleep(20)",
  "1 UNION SELECT NULL",
  "\\",
  "\\'",
  "%",
  "%_%",
  "$1",
  "$$",
  "E'\\x00'",
];
const markup = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "<svg/onload=alert(1)>",
  "]]><!-- <![CDATA[",
  '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
  "&#0;&#xd800;&#x110000;&bogus;",
  "[a](javascript:alert(1)) ![b](data:text/html,x) <javascript:alert(1)>",
  times("> ", 2_000),
  times("[", 4_000),
  times("![](", 2_000),
  times("*a_", 3_000),
  times("`", 5_000),
  `|${times("a|", 2_000)}\n|${times("-|", 2_000)}\n|${times("b|", 2_000)}`,
  Array.from({ length: 120 }, (_, depth) => `${times("  ", depth)}- a`).join("\n"),
  times("<div>", 4_000),
  times("[^1] [^1]: a\n", 500),
  times("a@b.c ", 500),
  times("@[", 2_000),
  "{{constructor.constructor('return 1')()}} #{7*7} {0} <%= 7*7 %>",
  "=1+1",
  "@SUM(A1)",
  "+cmd|' /C calc'!A0",
];
const keysOfObjects = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "then", "length"];
const paths = [
  "../../../../etc/passwd",
  "..\\..\\win.ini",
  "%2e%2e%2f",
  "%00",
  "%",
  "%zz",
  "%ff%fe",
  ".",
  "..",
  "/",
  "//evil.example.org",
  "C:\\con",
  "a/b",
  "a?b#c",
  'x"; filename="y',
  times("a", 300),
];
const numbers = [
  ..."-1 0 -0 1.5 01 +1 1e3 1e308 1e999 -1e999 NaN Infinity 0x10 1_000 ٣".split(" "),
  ..."32768 2147483647 2147483648 4294967296 9007199254740991 9007199254740993 99999999999999999999".split(" "),
  " 1 ",
  "1,2",
  "",
];
const dates = [
  ..."0000-00-00 9999999-01-01 +275760-09-13 -000001-01-01 1899-12-31 1900-01-01 2199-12-31 2200-01-01".split(" "),
  ..."2020-02-30 2020-1-1 2020-01-01T00:00:00Z 2020-13-01 ٢٠٢٠-٠١-٠١ 20200101 2020-01-01\0".split(" "),
  " 2020-01-01",
];
const addresses = [
  ..."javascript:alert(1) data:text/html,x file:///etc/passwd ftp://example.org about:blank //example.org".split(" "),
  ..."http://127.0.0.1:22/ http://[::1]/ http://[::ffff:127.0.0.1]/ http://169.254.169.254/latest http://0/".split(" "),
  ..."http://0177.1/ http://2130706433/ http://a..b/ http://.../ http://user:word@example.org/".split(" "),
  ..."http://example.org:99999/ https://example.org/%00 https://example.org/% https://例え.テスト/ http://xn--/".split(
    " ",
  ),
  ..."http://%00.example.org/ http://example.org\\@localhost/ http:example.org https://example.org/?&&=&= http://[".split(
    " ",
  ),
  "http://exa mple.org/",
  "https://example.org/\u202egnp.exe",
  "https://example.org/\ud800",
  `https://example.org/${times("a", 1_970)}`,
  `https://example.org/?${times("a=&", 600)}`,
  `https://${times("a.", 120)}org/`,
];
const lengths = [1, 36, 63, 64, 65, 100, 120, 121, 128, 129, 200, 254, 255, 500, 501, 2_000, 2_001, 20_000, 20_001];

const longText = fc
  .tuple(fc.constantFrom("x", "ا", "é", "👍", "\u0301", " a", "<", "\n", "\\"), fc.constantFrom(...lengths))
  .map(([piece, count]) => times(piece, count));
const hugeText = fc
  .tuple(fc.constantFrom("x", "م", "a\n", "*_", "\0"), fc.constantFrom(100_000, 300_000, 1_000_000))
  .map(([piece, count]) => times(piece, count));

/** Anything that can be typed into a field, and what cannot but can be sent. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 60, arbitrary: fc.constantFrom(...unicode, ...sql, ...markup, ...keysOfObjects, ...paths) },
  { weight: 40, arbitrary: fc.constantFrom(...numbers, ...dates, ...addresses) },
  { weight: 10, arbitrary: fc.constantFrom(...unkeepable) },
  { weight: 30, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  {
    weight: 20,
    arbitrary: fc.string({
      unit: fc.constantFrom(..."aé\u0301ا\u0651ﷺ👍🏽\u200d\u202e\0<&*_[](){}|`#:/\\\n"),
      maxLength: 60,
    }),
  },
  { weight: 20, arbitrary: longText },
  { weight: 10, arbitrary: fc.json({ maxDepth: 4 }) },
  { weight: 10, arbitrary: fc.webUrl({ withQueryParameters: true, withFragments: true }) },
  // Each takes a while to be looked at, so they are rare.
  { weight: 1, arbitrary: hugeText },
);

/** One that stands where an id, a short name or a step of a path belongs. */
export const hostileName: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...unicode, ...sql, ...keysOfObjects, ...paths, ...numbers) },
  { weight: 1, arbitrary: fc.constantFrom(...unkeepable) },
  { weight: 1, arbitrary: fc.uuid() },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 20 }) },
  { weight: 1, arbitrary: longText },
);

export const hostileNumber = fc.constantFrom(...numbers);
export const hostileDate = fc.constantFrom(...dates);
export const hostileAddress = fc.constantFrom(...addresses);

/** Names of properties, those that every object has among them. */
export const hostileKey = fc.oneof(
  fc.constantFrom(...keysOfObjects, "", "@context", "id", "$ACTION_ID_a"),
  hostileName,
);

/** A JSON text so deep that reading it, or walking what was read, may use up the stack. */
export const deepJson = fc
  .tuple(fc.constantFrom("[", '{"a":', '{"items":[', '{"__proto__":'), fc.constantFrom(50, 1_000, 20_000, 200_000))
  .map(([opening, depth]) => {
    const closings: Record<string, string> = { "[": "]", '{"items":[': "]}" };
    return `${times(opening, depth)}1${times(closings[opening] ?? "}", depth)}`;
  });

/** A value as JSON can say it. */
export const hostileJson: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 40, arbitrary: hostileText },
  { weight: 20, arbitrary: fc.constantFrom(null, true, false, 0, -1, 1.5, 1e308, 2 ** 53, 2 ** 31, -0) },
  { weight: 20, arbitrary: fc.constantFrom<unknown>([], {}, [[]], [null], { type: null }, { id: [] }, [[[[]]]]) },
  { weight: 10, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  {
    weight: 10,
    arbitrary: fc
      .tuple(hostileKey, hostileText)
      .map(([key, value]) => JSON.parse(`{${JSON.stringify(key)}:${JSON.stringify(value)}}`)),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(300, 3_000).map((count) => Array.from({ length: count }, (_, index) => index)),
  },
);

const beginnings = [
  "",
  "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Kids[2 0 R]/Count 9>>endobj\ntrailer<</Root 1 0 R>>",
  "<!doctype html><html><body>",
  "<svg xmlns='http://www.w3.org/2000/svg'>",
  "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'bbbb'>]>",
  "\u0089PNG\r\n\u001a\n",
  "GIF89a",
  "\u00ff\u00fe",
  "PK\u0003\u0004",
];

/** A file's bytes, as Latin-1 text so that they can be printed: the beginning of a kind of file, then what does not belong there. */
export const hostileBytes = fc
  .tuple(fc.constantFrom(...beginnings), fc.oneof(hostileText, fc.string({ unit: "binary-ascii", maxLength: 200 })))
  .map(([beginning, rest]) => `${beginning}${Buffer.from(rest).toString("latin1")}`);
