// Encodings of Arabic: a text comes out letter for letter, whatever was declared about it.
import { TextDecoder } from "@exodus/bytes/encoding.js";
import { expect, test } from "vitest";
import { decodedText } from "@/server/fetching/character-encoding";

const arabic = "أعلن المجلس أن الالتزام قائم، وقالت الوزارة إن القرى الشرقية ستُبنى من جديد؛ هل تكفي السنة؟";
const page = (text: string, charset?: string) =>
  `<html><head>${charset ? `<meta charset="${charset}">` : ""}</head><body><p>${text}</p></body></html>`;

/** Writes a text in a single-byte encoding by asking the decoder what each byte means. */
function encoded(text: string, encoding: string): Buffer {
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder(encoding).decode(Buffer.of(byte)), byte]),
  );
  return Buffer.from([...text].map((character) => bytes.get(character) ?? "?".charCodeAt(0)));
}

function utf16(text: string, isBig: boolean): Buffer {
  const bytes = Buffer.from(text, "utf16le");
  return isBig ? bytes.swap16() : bytes;
}

const windows = encoded(page(arabic), "windows-1256");
const iso = encoded(page(arabic), "iso-8859-6");
const utf8 = Buffer.from(page(arabic));

test.each<[what: string, bytes: Buffer, declared: string | null]>([
  ["UTF-8", utf8, "utf-8"],
  ["UTF-8 that nobody declared", utf8, null],
  ["UTF-8 with a mark", Buffer.from(`\ufeff${page(arabic)}`), null],
  ["UTF-8 declared as windows-1256 by the header", utf8, "windows-1256"],
  ["UTF-8 declared as ISO-8859-1", utf8, "iso-8859-1"],
  ["UTF-8 declared as UTF-16", utf8, "utf-16"],
  ["windows-1256", windows, "windows-1256"],
  ["windows-1256 that nobody declared", windows, null],
  ["windows-1256 declared as UTF-8", windows, "utf-8"],
  ["windows-1256 declared as ISO-8859-1", windows, "iso-8859-1"],
  ["windows-1256 declared as ISO-8859-6", windows, "iso-8859-6"],
  ["windows-1256 declared as something that does not exist", windows, "arabic-of-ours"],
  ["ISO-8859-6", iso, "iso-8859-6"],
  ["ISO-8859-6 that nobody declared", iso, null],
  ["ISO-8859-6 declared as windows-1256", iso, "windows-1256"],
  ["ISO-8859-6 declared as UTF-8", iso, "utf-8"],
  ["UTF-16 LE with a mark", utf16(`\ufeff${page(arabic)}`, false), null],
  ["UTF-16 BE with a mark", utf16(`\ufeff${page(arabic)}`, true), "windows-1256"],
  ["UTF-16 LE without a mark", utf16(page(arabic), false), null],
  ["UTF-16 BE without a mark", utf16(page(arabic), true), null],
  ["UTF-16 LE declared as UTF-8", utf16(page(arabic), false), "utf-8"],
  ["UTF-16 BE of nothing but Arabic", utf16(arabic, true), null],
])("%s", (_, bytes, declared) => {
  expect(decodedText(bytes, declared)).toContain(arabic);
});

test("what the page declares itself is believed where it makes words", () => {
  expect(decodedText(encoded(page(arabic, "windows-1256"), "windows-1256"), null)).toContain(arabic);
  const russian = "Министры подтвердили обязательства";
  expect(decodedText(encoded(page(russian, "windows-1251"), "windows-1251"), null)).toContain(russian);
  const french = "L’été dernier, les élus ont réaffirmé leurs engagements à Genève.";
  expect(decodedText(encoded(page(french, "windows-1252"), "windows-1252"), null)).toContain(french);
});

test("one broken byte does not turn a text into another", () => {
  const bytes = Buffer.concat([Buffer.from(arabic.repeat(20)), Buffer.of(0xff), Buffer.from(arabic)]);
  expect(decodedText(bytes, null)).toContain(arabic);
});
