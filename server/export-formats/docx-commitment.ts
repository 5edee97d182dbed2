// One commitment in a Word file: its text, the judgement of it and how it came about, the evidence and the notes.
import { HeadingLevel, type Paragraph, type Table } from "docx";
import { markdownOf } from "./docx-blocks";
import { addressParagraph, separator } from "./docx-head";
import { apart, type ParagraphLook, paragraph, type Setting, writtenParagraph } from "./docx-text";
import type { Span } from "./markdown-blocks";
import type { Report, ReportCommitment, ReportEvidence, ReportNote } from "./report";
import type { ReportDate } from "./report-words";

type Parts = (Paragraph | Table)[];
type Judgement = ReportCommitment["history"][number];

export function commitmentOf(setting: Setting, commitment: ReportCommitment, report: Report): Parts {
  const { t, direction } = setting;
  const { number, title, text, evidence, notes } = commitment;
  const named = { number: () => String(number), title: () => apart(title, direction) };
  return [
    paragraph(setting, t.markup("summary.sections.commitment", named), { heading: HeadingLevel.HEADING_2 }),
    paragraph(setting, [commitment.printedNumber, text.text].filter(Boolean).join(" "), {
      style: "IntenseQuote",
      direction: text.direction,
      language: text.language,
    }),
    ...commitment.remarks.map(({ exact, body }) => {
      const said = { word: () => apart(exact, direction), body: () => apart(body, direction) };
      return details(setting, [t.markup("summary.remark", said)]);
    }),
    heading(setting, t("summary.sections.assessment")),
    ...assessmentOf(setting, commitment),
    ...courseOf(setting, commitment),
    heading(setting, t("summary.sections.evidence")),
    ...(evidence.length === 0 ? [details(setting, [t("summary.noEvidence")])] : []),
    ...evidence.flatMap((each) => evidenceOf(setting, each, report)),
    ...(report.withNotes ? notesOf(setting, notes, report) : []),
  ];
}

function heading(setting: Setting, text: string): Paragraph {
  return paragraph(setting, text, { heading: HeadingLevel.HEADING_3 });
}

/** Facts on one small line; those that are missing are left out. */
function details(
  setting: Setting,
  facts: readonly (string | null | undefined | false)[],
  look: ParagraphLook = {},
): Paragraph {
  const said = facts.filter((fact) => typeof fact === "string" && fact !== "") as string[];
  return paragraph(setting, said.map((fact) => apart(fact, setting.direction)).join(separator), {
    style: "BodyText2",
    ...look,
  });
}

const dated = (date: ReportDate) => ({ date: () => date.text });

function assessmentOf(setting: Setting, { assessment, statusText, since, lead, due }: ReportCommitment): Parts {
  const { t, direction } = setting;
  const status = since ? t.markup("summary.status", { status: () => statusText, ...dated(since) }) : statusText;
  const name = () => apart(lead ?? "", direction);
  return [
    paragraph(setting, [{ text: status, bold: true }], { keepNext: assessment !== null }),
    ...(assessment ? judgementOf(setting, assessment) : []),
    ...(lead || due
      ? [details(setting, [lead && t.markup("summary.lead", { name }), due && t.markup("summary.textDue", dated(due))])]
      : []),
  ];
}

function judgementOf(setting: Setting, { by, asOf, confidence, restsOn, rationale }: Judgement): Parts {
  const { t, direction } = setting;
  const name = () => apart(by ?? "", direction);
  const positions = restsOn.join(separator);
  return [
    details(
      setting,
      [
        t.markup("summary.confidence", { confidence: () => confidence.text }),
        by ? t.markup("summary.assessedBy", { name, ...dated(asOf) }) : t.markup("summary.assessedOn", dated(asOf)),
        restsOn.length > 0 ? t("summary.restsOn", { count: restsOn.length, positions }) : t("summary.restsOnNothing"),
      ],
      { keepNext: true },
    ),
    ...markdownOf(setting, rationale),
  ];
}

/** How it got there: the judgements before the one in force. */
function courseOf(setting: Setting, { history }: ReportCommitment): Parts {
  const { t } = setting;
  const earlier = history.slice(1);
  if (earlier.length === 0) return [];
  return [
    heading(setting, t("summary.sections.history")),
    ...earlier.flatMap((each) => {
      const said = { status: () => each.statusText, ...dated(each.asOf) };
      const status: Span = { text: t.markup("summary.earlier", said), bold: true };
      return [paragraph(setting, [status], { keepNext: true }), ...judgementOf(setting, each)];
    }),
  ];
}

function evidenceOf(setting: Setting, evidence: ReportEvidence, { heads }: Report): Parts {
  const { t, direction } = setting;
  const { position, title, grade, publishedOn, accessedOn, quotedPassage } = evidence;
  return [
    paragraph(setting, [{ text: `${position}\t` }, { text: apart(title, direction), bold: true }], { style: "List" }),
    details(
      setting,
      [
        grade && `${heads.grade} ${grade}`,
        evidence.stance.text,
        evidence.kind.text,
        evidence.publisher,
        evidence.language?.text,
        publishedOn && t.markup("summary.published", dated(publishedOn)),
        accessedOn && t.markup("summary.accessed", dated(accessedOn)),
      ],
      { style: "ListContinue", keepNext: true },
    ),
    addressParagraph(setting, evidence.address),
    ...(quotedPassage ? [writtenParagraph(setting, quotedPassage, { style: "Quote" })] : []),
  ];
}

function notesOf(setting: Setting, notes: readonly ReportNote[], report: Report): Parts {
  const { t } = setting;
  return [
    heading(setting, t("summary.sections.notes")),
    ...(notes.length === 0 ? [details(setting, [t("summary.noNotes")])] : []),
    ...notes.flatMap((note) => noteOf(setting, note, report)),
  ];
}

function noteOf(setting: Setting, note: ReportNote, { heads }: Report): Parts {
  const { datedOn, author, followUp, assignee, dueOn, doneOn, body } = note;
  const { t, direction } = setting;
  const said = (text: string | null | undefined | false) => (text ? separator + apart(text, direction) : "");
  const name = () => apart(assignee ?? "", direction);
  const facts = [
    author,
    followUp?.text,
    assignee && t.markup("summary.assignee", { name }),
    dueOn && t.markup("summary.due", dated(dueOn)),
    doneOn && `${heads.doneOn} ${doneOn.text}`,
  ];
  const spans: Span[] = [{ text: datedOn.text, bold: true }, { text: facts.map(said).join("") }];
  return [paragraph(setting, spans, { style: "BodyText2", keepNext: true }), ...markdownOf(setting, body)];
}
