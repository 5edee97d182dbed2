// The beginning of something written in Markdown, as one line of plain words.

const marks: ReadonlyArray<readonly [RegExp, string]> = [
  [/^[ \t]*(```|~~~).*$/gm, ""],
  [/^[ \t]*(#{1,6}|>+|[-*+]|\d+[.)])[ \t]+/gm, ""],
  [/^[ \t]*([-*_][ \t]*){3,}$/gm, ""],
  [/!?\[([^\]]*)\]\([^)]*\)/g, "$1"],
  [/(\*\*|__|~~|`)(?=\S)(.*?\S)\1/g, "$2"],
  [/(^|[\s(])[*_](?=\S)([^*_]*\S)[*_](?=[\s).,;:!?،؛؟]|$)/g, "$1$2"],
];

/** At most `most` code points of it, an ellipsis included where something was left out. */
export function excerptOf(markdown: string, most = 160): string {
  // A long text is cut before it is read, since only its beginning shows.
  const head = markdown.slice(0, most * 4);
  const plain = marks.reduce((text, [mark, kept]) => text.replace(mark, kept), head);
  const points = Array.from(plain.toWellFormed().replace(/\s+/g, " ").trim());
  if (points.length <= most && head.length === markdown.length) return points.join("");
  const cut = points.slice(0, most - 1).join("");
  const lastSpace = cut.lastIndexOf(" ");
  return `${lastSpace > most / 2 ? cut.slice(0, lastSpace) : cut}…`;
}
