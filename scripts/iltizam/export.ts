// Writes the summary of a document to a file: the same file that the reports page gives.

import { writeFile } from "node:fs/promises";
import { otherScaleNames } from "@/domain/crosswalk";
import { choice } from "@/domain/input";
import { Refusal } from "@/domain/refusal";
import { reportChoices, reportFormats, reportSections } from "@/domain/report";
import { defaultLocale, locales } from "@/i18n/locales";
import { messagesFor } from "@/i18n/messages";
import { Explained } from "@/scripts/command-line";
import { type Command, pathGiven, print, type Values, WrongUsage } from "./command";
import { withDatabase } from "./with-database";

const optionNames: Record<string, string> = { asOf: "as-of", comparedWith: "compared-with" };
const choosable: Record<string, readonly string[]> = {
  format: reportFormats,
  language: locales,
  sections: reportSections,
  notes: ["with", "without"],
  unreviewed: ["with", "without"],
  scales: otherScaleNames,
};

const exportOptions = reportChoices.safeExtend({
  format: choice(reportFormats),
  language: choice(locales).default(defaultLocale),
});

export const exportCommand: Command = {
  summary: "writes the progress summary of a document to a file",
  help: (call) => `Writes the progress summary of a document to a file.

Usage: ${call} --document <slug> --format <format> --output <file> [options]

  --document <slug>        the document; "documents" lists the slugs
  --format <format>        ${reportFormats.join(", ")}
  --output <file>          the file to write; one that is there is overwritten; "-" is standard output
  --language <language>    ${locales.join(", ")}; ${defaultLocale} when left out
  --as-of <date>           the state at the end of this day in UTC, as 2026-11-01; today's when left out
  --compared-with <date>   an earlier day; says what moved since
  --sections <list>        some of ${reportSections.join(",")}; all when left out
  --commitments <list>     numbers of commitments, as 1,3; all when left out
  --notes with|without     whether the team's notes go in; with when left out
  --unreviewed with|without  whether assessments count that nobody has approved yet; without when left out
  --scales <list>          other scales beside the status, some of ${otherScaleNames.join(",")}; none when left out
`,
  options: {
    document: { type: "string" },
    format: { type: "string" },
    output: { type: "string", short: "o" },
    language: { type: "string" },
    "as-of": { type: "string" },
    "compared-with": { type: "string" },
    sections: { type: "string", multiple: true },
    commitments: { type: "string", multiple: true },
    notes: { type: "string" },
    unreviewed: { type: "string" },
    scales: { type: "string", multiple: true },
  },
  async run(values) {
    const documentSlug = needed(values, "document");
    needed(values, "format");
    const output = needed(values, "output");
    const { format, language, ...choices } = parse(values);
    const bytes = await withDatabase(async (actor) => {
      const { exportReport } = await import("@/server/export-formats/formats");
      const made = exportReport(actor, { documentSlug, locale: language, choices }, format);
      return (await made.catch((error: unknown) => explainRefusal(error, documentSlug))).bytes;
    });
    if (output === "-") await print(bytes);
    else await write(pathGiven(output), bytes);
  },
};

function needed(values: Values, name: string): string {
  const value = values[name];
  if (typeof value === "string" && value !== "") return value;
  throw new WrongUsage(`The option --${name} is needed.`);
}

function parse(values: Values) {
  const { "as-of": asOf, "compared-with": comparedWith, ...rest } = values;
  const parsed = exportOptions.safeParse({ ...rest, asOf, comparedWith });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw wrong(String(issue?.path[0]), issue?.message ?? "invalid");
}

/** Says in a sentence what is wrong with an option; `key` is a message key in the namespace `refusals`. */
function wrong(field: string, key: string): WrongUsage {
  const name = optionNames[field] ?? field;
  const list = choosable[field];
  if (key === "choose_one" && list) return new WrongUsage(`The option --${name} takes ${list.join(", ")}.`);
  const sentences: Record<string, string> = messagesFor("en").refusals;
  return new WrongUsage(`The option --${name} cannot be taken: ${sentences[key] ?? sentences.invalid}`);
}

function explainRefusal(error: unknown, documentSlug: string): never {
  if (!(error instanceof Refusal)) throw error;
  if (error.code === "not_found") {
    throw new Explained(`There is no document "${documentSlug}"; "documents" lists those that there are.`);
  }
  const [[field, key] = []] = Object.entries(error.detail.fields ?? {});
  if (field && key) throw wrong(field, key);
  throw error;
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(path, bytes).catch((error: NodeJS.ErrnoException) => {
    const reasons: Record<string, string> = {
      ENOENT: "its folder does not exist",
      EISDIR: "it is a folder",
      EACCES: "this user may not write there",
      ENOSPC: "the disk is full",
    };
    throw new Explained(`${path} cannot be written: ${reasons[error.code ?? ""] ?? error.message}.`);
  });
}
