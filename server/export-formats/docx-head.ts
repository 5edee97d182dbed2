// The parts of a Word file before the commitments one by one.
import { HeadingLevel, type Paragraph, type Table } from "docx";
import { chartOf } from "./docx-chart";
import { tableOf } from "./docx-table";
import { apart, type ParagraphLook, paragraph, type Setting } from "./docx-text";
import type { Report } from "./report";
import { type Head, madeOf, scalesIn } from "./report-words";

type Parts = (Paragraph | Table)[];

/** What the summary is about, by whom and of what day, and the picture of the counts. */
export function headOf(setting: Setting, report: Report): Parts {
  const { t, direction } = setting;
  const { document, asOf, comparedWith } = report;
  const made = madeOf(report);
  const { issuer, place, adoptedOn, sourceAddress, title } = document;
  const said = (text: string) => () => apart(text, direction);
  const details = (text: string) => paragraph(setting, text, { style: "BodyText2" });
  return [
    paragraph(setting, report.title, { style: "Subtitle" }),
    paragraph(setting, title.text, { style: "Title", direction: title.direction, language: title.language }),
    details(t.markup("summary.issueLine", { issuer: said(issuer), place: said(place), date: said(adoptedOn.text) })),
    paragraph(setting, [{ text: t.markup("summary.asOf", { date: said(asOf.text) }), bold: true }]),
    ...(comparedWith ? [details(t.markup("summary.comparedWith", { date: said(comparedWith.text) }))] : []),
    ...(report.unreviewed === "with" ? [details(t("summary.unreviewed"))] : []),
    details(t.markup("summary.team", { name: said(report.team) })),
    details(t.markup(made.key, { date: said(made.date.text), number: said(made.number), version: said(made.version) })),
    ...(sourceAddress
      ? [
          paragraph(
            setting,
            [{ text: `${report.heads.sourceAddress}${separator}` }, { text: sourceAddress, address: sourceAddress }],
            {
              style: "BodyText2",
            },
          ),
        ]
      : []),
    heading(setting, report.assessed),
    ...chartOf(setting, report),
  ];
}

/** A heading of the first level. */
export function heading(setting: Setting, text: string, look: ParagraphLook = {}): Paragraph {
  return paragraph(setting, text, { heading: HeadingLevel.HEADING_1, ...look });
}

export function methodOf(setting: Setting, report: Report): Parts {
  return [
    heading(setting, setting.t("summary.method.title")),
    ...report.method.map((part) => paragraph(setting, part, { style: "BodyText2" })),
  ];
}

/** What moved since the earlier date, and on what evidence; nothing where there is no earlier date. */
export function changesOf(setting: Setting, { comparedWith, changes, commitments }: Report): Parts {
  const { t, direction } = setting;
  if (!comparedWith) return [];
  const titles = new Map(commitments.map(({ number, title }) => [number, title]));
  return [
    heading(setting, t.markup("summary.changes.title", { date: () => comparedWith.text })),
    ...(changes.length === 0 ? [paragraph(setting, t("summary.changes.none"))] : []),
    ...changes.flatMap(({ number, movement, from, to, evidence }) => {
      const said = { from: () => apart(from.text, direction), to: () => apart(to.text, direction) };
      const moved = t.markup("summary.changes.fromTo", said);
      const spans = [
        { text: `${number}\t` },
        { text: apart(titles.get(number) ?? "", direction), bold: true as const },
        { text: `${separator}${t(`summary.changes.movement.${movement}`)}${separator}${moved}` },
      ];
      return [
        paragraph(setting, spans, { style: "List" }),
        ...evidence.flatMap(({ title, address }) => [
          paragraph(setting, apart(title, direction), { style: "ListContinue", keepNext: true }),
          addressParagraph(setting, address),
        ]),
      ];
    }),
  ];
}

/** Between facts on one line. */
export const separator = " · ";

/** An address on a line of its own, to follow. */
export function addressParagraph(setting: Setting, address: string): Paragraph {
  return paragraph(setting, [{ text: address, address }], { style: "ListContinue" });
}

const columns: readonly (readonly [Head, number])[] = [
  ["number", 6],
  ["title", 22],
  ["status", 16],
  ["since", 14],
  ["evidence", 11],
  ["notes", 9],
  ["openFollowUps", 10],
  ["overdueFollowUps", 10],
  ["lead", 13],
];

/** All commitments, a row each. */
export function tableOfCommitments(setting: Setting, { heads, commitments, withNotes }: Report): Parts {
  const shown = columns.filter(([head]) => withNotes || head !== "notes");
  const rows = commitments.map((each) => {
    const cells: Partial<Record<Head, string>> = {
      number: String(each.number),
      title: each.title,
      status: [each.statusText, ...scalesIn(each).map((value) => apart(value, setting.direction))].join(separator),
      since: each.since?.text ?? "–",
      evidence: String(each.evidence.length),
      notes: String(each.notes.length),
      openFollowUps: String(each.openFollowUps),
      overdueFollowUps: String(each.overdueFollowUps),
      lead: each.lead ?? "–",
    };
    return shown.map(([head]) =>
      head === "title" ? [{ text: each.title, bold: true as const }] : (cells[head] ?? ""),
    );
  });
  return [
    heading(setting, setting.t("summary.sections.table")),
    tableOf(setting, {
      widths: shown.map(([, width]) => width),
      head: shown.map(([head]) => heads[head]),
      rows,
    }),
  ];
}

export function unknownPart(setting: Setting, { unknown, commitments }: Report): Parts {
  const titles = new Map(commitments.map(({ number, title }) => [number, title]));
  const title = heading(setting, setting.t("summary.unknown.title"));
  if (unknown.length === 0) return [title, paragraph(setting, setting.t("summary.unknown.nothing"))];
  return [
    title,
    ...unknown.map(({ number, reason }) =>
      paragraph(
        setting,
        [
          { text: `${number}\t` },
          { text: apart(titles.get(number) ?? "", setting.direction), bold: true },
          { text: `${separator}${reason.text}` },
        ],
        { style: "List", keepNext: false },
      ),
    ),
  ];
}
