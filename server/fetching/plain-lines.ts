// A text as it is kept: paragraphs on lines of their own, single spaces, every letter as it came.

export function plainLines(text: string): string {
  return text
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter(Boolean)
    .join("\n");
}
