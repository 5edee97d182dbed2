// Guesses browser and system from what the browser says of itself, well enough to recognise one's own devices.

/** The order matters: browsers name those they descend from, and phones their desktop kin. */
const browsers: ReadonlyArray<readonly [string, RegExp]> = [
  ["Edge", /\bEdg(A|iOS)?\//],
  ["Opera", /\bOPR\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Firefox", /\b(Firefox|FxiOS)\//],
  ["Chrome", /\b(Headless)?(Chrome|CriOS|Chromium)\//],
  ["Safari", /\bSafari\//],
];
const systems: ReadonlyArray<readonly [string, RegExp]> = [
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Android", /\bAndroid\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["Windows", /\bWindows\b/],
  ["macOS", /\bMacintosh\b/],
  ["Linux", /\bLinux\b/],
];

/** Names are proper names and stay as they are in every language; null where nothing is recognised. */
export function deviceOf(userAgent: string | null): { browser: string | null; system: string | null } {
  return { browser: firstMatch(browsers, userAgent), system: firstMatch(systems, userAgent) };
}

function firstMatch(known: ReadonlyArray<readonly [string, RegExp]>, text: string | null): string | null {
  return known.find(([, pattern]) => text !== null && pattern.test(text))?.[0] ?? null;
}
