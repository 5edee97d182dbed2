// What people wrote, made safe to stand in a file: whatever they typed, the file opens.

/** Characters that XML 1.0 cannot carry, and those that say nothing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;

/** Whole characters only, no control characters but tab and line break. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(unprintable, "").replace(/\r\n?/g, "\n");
}

/** At most `most` UTF-16 units, never half of a pair; an ellipsis stands for what was left out. */
export function clippedText(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
}
