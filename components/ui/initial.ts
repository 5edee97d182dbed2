// The letter that stands for a person where there is no room for the name.

/** By code point, so that no letter is cut in half. */
export function initialOf(name: string): string {
  return Array.from(name.trim())[0]?.toUpperCase() ?? "·";
}
