// What bytes are, by their beginning rather than by what a header says (https://mimesniff.spec.whatwg.org).

/** The beginnings of the kinds that are kept or put into pages; null matches any byte. */
const signatures: [mediaType: string, beginning: (number | null)[]][] = [
  ["application/pdf", [...ascii("%PDF-")]],
  ["image/png", [0x89, ...ascii("PNG\r\n"), 0x1a, 0x0a]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/gif", [...ascii("GIF8")]],
  ["image/webp", [...ascii("RIFF"), null, null, null, null, ...ascii("WEBP")]],
  ["image/avif", [null, null, null, null, ...ascii("ftypavif")]],
  ["image/bmp", [...ascii("BM")]],
  ["image/x-icon", [0, 0, 1, 0]],
  ["font/woff2", [...ascii("wOF2")]],
  ["font/woff", [...ascii("wOFF")]],
  ["font/otf", [...ascii("OTTO")]],
  ["font/ttf", [0, 1, 0, 0]],
];

/**
 * The type of `bytes`, or null for one that is not kept. Markup is known by its first tag, whatever it was served as;
 * a text stays what the header says it is, if that is a text.
 */
export function mediaTypeOf(bytes: Buffer, declared: string): string | null {
  const signed = signatures.find(([, beginning]) =>
    beginning.every((byte, place) => byte === null || byte === bytes[place]),
  );
  if (signed) return signed[0];
  const start = textStart(bytes);
  if (start === null) return null;
  if (/^<svg[\s>]/i.test(withoutProlog(start))) return "image/svg+xml";
  if (
    /^<(!doctype\s+html|html|head|body|script|style|iframe|title|meta|link|h[1-6]|div|p|table|a|br|font|b|img|form|frameset|center|ul|ol|article|section|main|header|nav|base|template|object|embed|math)[\s/>]/i.test(
      withoutProlog(start),
    )
  ) {
    return "text/html";
  }
  if (declared === "text/html" || declared === "application/xhtml+xml") return "text/html";
  return /^(text\/|application\/(json|xml|.*\+(json|xml)|octet-stream)$)/.test(declared) ? "text/plain" : null;
}

function ascii(text: string): number[] {
  return [...Buffer.from(text, "latin1")];
}

/** The beginning without white space, or null where bytes stand that no text has. */
function textStart(bytes: Buffer): string | null {
  const sample = bytes.subarray(0, 4096);
  const isWide = (sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff);
  const zeros = sample.filter((byte) => byte === 0).length;
  // UTF-16 has zeros in every second place of markup; other texts have none.
  if (zeros > 0 && !isWide && zeros < sample.length / 4) return null;
  const text = sample
    .toString("latin1")
    .replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, "")
    .replaceAll("\0", "");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the bytes that make a file binary.
  if (/[\x01-\x05\x07\x08\x0e-\x1a\x1c-\x1f]/.test(text)) return null;
  return text.trimStart();
}

function withoutProlog(text: string): string {
  return text.replace(/^(?:<\?[^>]*>|<!--[\s\S]*?-->|<!doctype\s+svg[^>]*>|\s)+/i, "");
}
