// One commitment in a Word file: its text, the judgement of it and how it came about, the evidence and the notes.
import { HeadingLevel, type Paragraph, type Table } from "docx";
import {
  contributionFacts,
  copyFacts,
  dateFacts,
  type Fact,
  judgedFacts,
  provisionFacts,
  scaleFacts,
  sourceFacts,
} from "@/domain/report-facts";
import { markdownOf } from "./docx-blocks";
import { addressParagraph, separator } from "./docx-head";
import { apart, type ParagraphLook, paragraph, type Setting, writtenParagraph } from "./docx-text";
import type { Span } from "./markdown-blocks";
import type { Report } from "./report";
import type {
  ReportCommitment,
  ReportContribution,
  ReportEvidence,
  ReportNote,
  ReportProvision,
} from "./report-commitment";
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
    ...(report.sections.includes("provisions") ? provisionsOf(setting, commitment.provisions) : []),
    heading(setting, t("summary.sections.evidence")),
    ...(evidence.length === 0 ? [details(setting, [t("summary.noEvidence")])] : []),
    ...evidence.flatMap((each) => evidenceOf(setting, each, report)),
    ...(report.sections.includes("contributions") ? contributionsOf(setting, commitment.contributions) : []),
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

function assessmentOf(setting: Setting, commitment: ReportCommitment): Parts {
  const { t, direction } = setting;
  const { assessment, statusText, since, lead } = commitment;
  const dates = factsOf(setting, dateFacts(commitment));
  const status = since ? t.markup("summary.status", { status: () => statusText, ...dated(since) }) : statusText;
  const name = () => apart(lead ?? "", direction);
  return [
    paragraph(setting, [{ text: status, bold: true }], { keepNext: assessment !== null }),
    ...(assessment ? judgementOf(setting, assessment) : []),
    ...(lead || dates.length > 0 ? [details(setting, [lead && t.markup("summary.lead", { name }), ...dates])] : []),
  ];
}

function judgementOf(setting: Setting, judgement: Judgement): Parts {
  const { t, direction } = setting;
  const { by, asOf, confidence, restsOn, rationale } = judgement;
  const name = () => apart(by ?? "", direction);
  return [
    details(
      setting,
      [
        t.markup("summary.confidence", { confidence: () => confidence.text }),
        by ? t.markup("summary.assessedBy", { name, ...dated(asOf) }) : t.markup("summary.assessedOn", dated(asOf)),
        restsOnOf(setting, restsOn),
        ...factsOf(setting, scaleFacts(judgement)),
      ],
      { keepNext: true },
    ),
    ...markdownOf(setting, rationale),
  ];
}

function restsOnOf({ t }: Setting, positions: readonly number[]): string {
  if (positions.length === 0) return t("summary.restsOnNothing");
  return t("summary.restsOn", { count: positions.length, positions: positions.join(separator) });
}

/** The small facts as this format writes them. */
function factsOf({ t, direction }: Setting, facts: readonly Fact[]): string[] {
  return facts.map((fact) => {
    if ("words" in fact) return fact.words;
    const said = Object.entries(fact.values).map(([name, value]) => [name, () => apart(value, direction)]);
    return t.markup(`summary.${fact.key}`, Object.fromEntries(said) as never);
  });
}

function provisionsOf(setting: Setting, provisions: readonly ReportProvision[]): Parts {
  if (provisions.length === 0) return [];
  return [
    heading(setting, setting.t("summary.sections.provisions")),
    ...provisions.flatMap((each) => [
      paragraph(
        setting,
        [
          { text: `${each.number}\t` },
          { text: apart(each.title, setting.direction), bold: true },
          { text: `${separator}${each.statusText}` },
        ],
        { style: "List" },
      ),
      details(setting, factsOf(setting, provisionFacts(each)), { style: "ListContinue" }),
      ...each.quotes.map((quote) => writtenParagraph(setting, quote, { style: "Quote" })),
      ...(each.assessment
        ? [
            details(setting, factsOf(setting, judgedFacts(each)), { style: "ListContinue" }),
            ...markdownOf(setting, each.assessment.rationale),
          ]
        : []),
    ]),
  ];
}

function contributionsOf(setting: Setting, contributions: readonly ReportContribution[]): Parts {
  if (contributions.length === 0) return [];
  return [
    heading(setting, setting.t("summary.sections.contributions")),
    ...contributions.flatMap((each) => {
      const facts = [...factsOf(setting, contributionFacts(each)), restsOnOf(setting, each.restsOn)];
      const said = facts.map((fact) => separator + apart(fact, setting.direction)).join("");
      const spans: Span[] = [{ text: apart(each.party.name, setting.direction), bold: true }, { text: said }];
      return [paragraph(setting, spans, { style: "BodyText2", keepNext: true }), ...markdownOf(setting, each.body)];
    }),
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
  const kept = factsOf(setting, copyFacts(evidence));
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
        ...factsOf(setting, sourceFacts(evidence)),
      ],
      { style: "ListContinue", keepNext: true },
    ),
    addressParagraph(setting, evidence.address),
    ...(quotedPassage ? [writtenParagraph(setting, quotedPassage, { style: "Quote" })] : []),
    ...(kept.length > 0 ? [details(setting, kept, { style: "ListContinue" })] : []),
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
