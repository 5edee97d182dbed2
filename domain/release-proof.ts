// Whether a frozen summary says what history tells: byte for byte, or what a newer version of the product has put otherwise since.

/**
 * same: byte for byte. grown: told again it has more, of which the version of the product that published it knew nothing,
 * and otherwise not a byte differs. reworded: the same but for words of the product that a newer version puts otherwise
 * (and, of an older release, for what that version did not know). differs: history tells something else.
 */
export type Comparison = "same" | "grown" | "reworded" | "differs";

/** Properties that version 1 of a summary gained after releases had been published without them. */
const gained = new Set([
  "unreviewed",
  "scales",
  "awaitsReview",
  "otherScales",
  "done",
  "timeliness",
  "provisions",
  "contributions",
  "quoteState",
  "health",
  "copy",
  "tags",
  "review",
  "agreement",
  // Of an assessment; the summary as a whole has always named its version.
  "codebookVersion",
]);
/** Reasons to look at a commitment that were not known before, in the lists that name them. */
const gainedCodes = new Set(["OVERDUE", "SILENT"]);

/** Releases of before kept no choice about what waits for review. */
export function isOfBefore(choices: unknown): boolean {
  return typeof choices === "object" && choices !== null && !("unreviewed" in choices);
}

/** Holds the text of a frozen summary against the one that history tells now. */
export function compareTold(frozen: string, again: string, { isOfBefore }: { isOfBefore: boolean }): Comparison {
  if (frozen === again) return "same";
  const [kept, told]: [unknown, unknown] = [JSON.parse(frozen), JSON.parse(again)];
  const known = isOfBefore ? asKnownTo(kept, told) : told;
  if (isOfBefore && frozen === `${JSON.stringify(known, null, 2)}\n`) return "grown";
  return withoutWords(kept) === withoutWords(known) ? "reworded" : "differs";
}

/** What is told, without what version 1 has gained and the frozen summary lacks, all the way down. */
function asKnownTo(frozen: unknown, told: unknown): unknown {
  if (Array.isArray(frozen) && Array.isArray(told)) {
    const codes = new Set(frozen.map(codeOf));
    const known = told.filter((each) => !gainedCodes.has(String(codeOf(each))) || codes.has(codeOf(each)));
    return known.map((each, index) => asKnownTo(frozen[index], each));
  }
  if (!isRecord(frozen) || !isRecord(told)) return told;
  const known = Object.entries(told).filter(([name]) => name in frozen || !gained.has(name));
  return Object.fromEntries(known.map(([name, value]) => [name, asKnownTo(frozen[name], value)]));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const codeOf = (value: unknown) => (isRecord(value) ? value.code : undefined);

/** The content without the sentences and names that the product itself has written: what stands beside a code or a date. */
function withoutWords(summary: unknown): string {
  const spoken = new Set(["statusText", "movementText", "assessed", "method"]);
  return JSON.stringify(summary, (key, value) => {
    if (spoken.has(key)) return undefined;
    if (key === "") return { ...value, title: undefined };
    if (value && typeof value === "object" && ("code" in value || "iso" in value)) return { ...value, text: undefined };
    return value;
  });
}
