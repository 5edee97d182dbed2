// From the bytes of a text to its characters, whatever a server or an author declared about them.
import { TextDecoder } from "@exodus/bytes/encoding.js";
import chardet from "chardet";
import sniffHtmlEncoding from "html-encoding-sniffer";

/**
 * The characters of a text or an HTML page. A byte order mark decides; then what the bytes can only be (UTF-16, UTF-8);
 * then what the header or the page declares, where that makes words; at last the encoding that makes the best words.
 */
export function decodedText(bytes: Buffer, charset: string | null): string {
  const marked = markedEncoding(bytes);
  if (marked) return decode(bytes, marked) ?? "";
  const utf16 = utf16Of(bytes);
  if (utf16) return decode(bytes, utf16) ?? "";
  const declared = sniffHtmlEncoding(bytes, {
    transportLayerEncodingLabel: charset ?? undefined,
    defaultEncoding: "UTF-8",
  });
  if (isUtf8(bytes)) return decode(bytes, "utf-8") ?? "";
  const guesses = [declared, chardet.detect(bytes.subarray(0, sampleSize)) ?? "", "windows-1256", "iso-8859-6"];
  return best(guesses.flatMap((encoding) => decode(bytes, encoding) ?? []));
}

/** Enough to know an encoding by. */
const sampleSize = 64 * 1024;

function markedEncoding(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
}

/** The high bytes of Latin (0) and Arabic (6) letters fill every second place and never stand in other encodings. */
function utf16Of(bytes: Buffer): string | null {
  const sample = bytes.subarray(0, sampleSize);
  const high = [0, 0];
  for (const [place, byte] of sample.entries())
    if (byte === 0 || byte === 6) high[place % 2] = (high[place % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = high.map((count) => count / (sample.length / 2));
  if (Math.max(even, odd) < 0.6) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}

/** Its patterns do not come about by chance; a few broken bytes in a long text are an accident. */
function isUtf8(bytes: Buffer): boolean {
  const text = bytes.toString("utf8");
  const broken = countOf(text, /\ufffd/g);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant.
  return broken === 0 || broken < 0.02 * countOf(text, /[^\x00-\x7f]/g);
}

/** The decoder of Node reads windows-1252 as ISO-8859-1, which loses quotation marks; this one keeps to the standard. */
function decode(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return null;
  }
}

/** The text in which the fewest words look wrong; the first among equals. */
function best(texts: string[]): string {
  const [first = "", ...others] = texts;
  let chosen = { text: first, wrong: wrongWords(first) };
  for (const text of others) {
    const wrong = wrongWords(text);
    if (wrong < chosen.wrong) chosen = { text, wrong };
  }
  return chosen.text;
}

/** Unreadable characters, words of two scripts, and words of nothing but accented letters, which no language has. */
function wrongWords(text: string): number {
  const sample = text.slice(0, sampleSize);
  return countOf(sample, /[\ufffd\u0080-\u009f]/g) + countOf(sample, mixedWord) + countOf(sample, accentedWord);
}

const mixedWord =
  /\p{Script=Arabic}\p{M}*(?!\p{Script=Arabic})\p{L}|(?!\p{Script=Arabic})\p{L}\p{M}*\p{Script=Arabic}/gu;
const accentedWord = /[\u00a1-\u024f]{3,}/g;

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
