// A summary as Markdown, for whoever reads, edits and compares plain text: what the printed summary says, in its order.
import type { Locale } from "@/i18n/locales";
import { type Translator, translator } from "@/i18n/translator";
import { commitmentSection } from "./markdown-commitment";
import { address, inDirection, inline, rowsOf } from "./markdown-text";
import type { Report } from "./report";
import { type Head, madeOf, scalesIn } from "./report-words";

/** The bytes of the file. What people wrote is never markup that they did not write, and no HTML at all. */
export function writeMarkdown(report: Report): Uint8Array {
  const t = translator(report.language);
  const has = (section: Report["sections"][number]) => report.sections.includes(section);
  const body = [
    ...headOf(report, t),
    ...pictureOf(report),
    ...(has("method") ? [`## ${t("summary.method.title")}`, ...report.method.map(inline)] : []),
    ...(has("changes") ? changesOf(report, t) : []),
    ...(has("table") ? [`## ${t("summary.sections.table")}`, tableOf(report)] : []),
    ...(has("unknown") ? unknownOf(report, t) : []),
    ...(has("commitments") ? report.commitments.flatMap((each) => commitmentSection(each, report, t)) : []),
  ].join("\n\n");
  return new TextEncoder().encode(`${wrapped(body, report)}\n`);
}

/** An Arabic summary runs from right to left in every program that draws Markdown. */
function wrapped(body: string, { language, direction }: { language: Locale; direction: Report["direction"] }): string {
  return inDirection(body, { language, direction }, "ltr");
}

function headOf(report: Report, t: Translator): string[] {
  const { document, direction, comparedWith, heads } = report;
  const made = madeOf(report);
  const line = t.markup("summary.issueLine", {
    issuer: () => inline(document.issuer),
    place: () => inline(document.place),
    date: () => document.adoptedOn.text,
  });
  const facts = [
    `**${t.markup("summary.asOf", { date: () => report.asOf.text })}**`,
    ...(comparedWith ? [t.markup("summary.comparedWith", { date: () => comparedWith.text })] : []),
    ...(report.unreviewed === "with" ? [t("summary.unreviewed")] : []),
    t.markup("summary.team", { name: () => inline(report.team) }),
    t.markup(made.key, { date: () => made.date.text, number: () => made.number, version: () => made.version }),
  ];
  return [
    inDirection(`# ${inline(document.title.text)}`, document.title, direction),
    inline(report.title),
    line,
    facts.join(" · "),
    ...(document.sourceAddress ? [`${inline(heads.sourceAddress)} · ${address(document.sourceAddress)}`] : []),
  ];
}

function pictureOf(report: Report): string[] {
  const counts = report.counts.map(({ text, count }) => `- ${inline(text)} · **${count}**`);
  return [`## ${inline(report.assessed)}`, counts.join("\n")];
}

/** A commitment by its number and its title. */
function namer({ commitments }: Report): (number: number) => string {
  const titles = new Map(commitments.map(({ number, title }) => [number, title]));
  return (number) => `**${number}** · ${inline(titles.get(number) ?? "")}`;
}

function changesOf(report: Report, t: Translator): string[] {
  const { comparedWith, changes } = report;
  if (!comparedWith) return [];
  const named = namer(report);
  const items = changes.map(({ number, movementText, from, to, evidence }) => {
    const said = t.markup("summary.changes.fromTo", { from: () => inline(from.text), to: () => inline(to.text) });
    const sources = evidence.map((each) => `  - ${inline(each.title)} ${address(each.address)}`);
    return [`- ${named(number)} · ${movementText} · ${said}`, ...sources].join("\n");
  });
  const title = t.markup("summary.changes.title", { date: () => comparedWith.text });
  return [`## ${title}`, items.length > 0 ? items.join("\n") : t("summary.changes.none")];
}

function tableOf({ heads, commitments, withNotes }: Report): string {
  type Cell = (each: Report["commitments"][number]) => string;
  const notes: [Head, Cell][] = [["noteCount", (each) => String(each.notes.length)]];
  const columns: [Head, Cell][] = [
    ["number", (each) => String(each.number)],
    ["title", (each) => inline(each.title)],
    ["status", (each) => [each.statusText, ...scalesIn(each)].map(inline).join(" · ")],
    ["since", (each) => each.since?.text ?? ""],
    ["evidenceCount", (each) => String(each.evidence.length)],
    ...(withNotes ? notes : []),
    ["openFollowUps", (each) => String(each.openFollowUps)],
    ["overdueFollowUps", (each) => String(each.overdueFollowUps)],
    ["lead", (each) => inline(each.lead ?? "")],
  ];
  const rows = commitments.map((each) => columns.map(([, cell]) => cell(each)));
  return rowsOf([columns.map(([head]) => inline(heads[head])), ...rows]);
}

function unknownOf(report: Report, t: Translator): string[] {
  const named = namer(report);
  const items = report.unknown.map(({ number, reason }) => `- ${named(number)} · ${inline(reason.text)}`);
  return [`## ${t("summary.unknown.title")}`, items.length > 0 ? items.join("\n") : t("summary.unknown.nothing")];
}
