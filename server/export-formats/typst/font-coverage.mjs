// Which characters a font can draw, read from the table in it that says so.

/** Adds every code point of a TrueType font to `covered`, a byte for each. */
function addCovered(font, covered) {
  const tables = font.readUInt16BE(4);
  for (let index = 0; index < tables; index++) {
    const record = 12 + index * 16;
    if (font.toString("latin1", record, record + 4) === "cmap") readMaps(font, font.readUInt32BE(record + 8), covered);
  }
}

function readMaps(font, start, covered) {
  const maps = font.readUInt16BE(start + 2);
  for (let index = 0; index < maps; index++) {
    const at = start + font.readUInt32BE(start + 4 + index * 8 + 4);
    const format = font.readUInt16BE(at);
    if (format === 4) readSegments(font, at, covered);
    if (format === 12) readGroups(font, at, covered);
  }
}

/** Format 4: the first 65,536 characters in segments. */
function readSegments(font, at, covered) {
  const twice = font.readUInt16BE(at + 6);
  for (let offset = 0; offset < twice; offset += 2) {
    const last = font.readUInt16BE(at + 14 + offset);
    const first = font.readUInt16BE(at + 16 + twice + offset);
    const delta = font.readUInt16BE(at + 16 + twice * 2 + offset);
    const place = at + 16 + twice * 3 + offset;
    const range = font.readUInt16BE(place);
    for (let code = first; code <= last && code !== 0xffff; code++) {
      const listed = range === 0 ? code : font.readUInt16BE(place + range + (code - first) * 2);
      if (range === 0 ? ((listed + delta) & 0xffff) !== 0 : listed !== 0) covered[code] = 1;
    }
  }
}

/** Format 12: all characters in groups. */
function readGroups(font, at, covered) {
  const groups = font.readUInt32BE(at + 12);
  for (let index = 0; index < groups; index++) {
    const group = at + 16 + index * 12;
    covered.fill(1, font.readUInt32BE(group), font.readUInt32BE(group + 4) + 1);
  }
}

/** What all of the fonts can draw: a byte for each code point. */
export function coveredByAll(fonts) {
  const counts = new Uint8Array(0x110000);
  for (const font of fonts) {
    const covered = new Uint8Array(0x110000);
    addCovered(font, covered);
    for (let code = 0; code < counts.length; code++) counts[code] += covered[code];
  }
  return counts.map((count) => (count === fonts.length ? 1 : 0));
}

/** The same as what stands between the brackets of a regular expression's class. */
export function classOf(covered) {
  const ranges = [];
  for (let first = covered.indexOf(1); first >= 0; ) {
    const after = covered.indexOf(0, first);
    const end = after < 0 ? covered.length : after;
    ranges.push(`\\u{${first.toString(16)}}-\\u{${(end - 1).toString(16)}}`);
    first = covered.indexOf(1, end);
  }
  return ranges.join("");
}
