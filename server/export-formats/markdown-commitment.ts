// One commitment of a summary as Markdown: its text, the assessment in force, the evidence, the course and the notes.
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
import type { Translator } from "@/i18n/translator";
import { address, inDirection, inline, lines, prose, runOf, under } from "./markdown-text";
import type { Report } from "./report";
import type { ReportCommitment, ReportEvidence, ReportNote } from "./report-commitment";

/** The blocks of the section, headed at level 2. */
export function commitmentSection(commitment: ReportCommitment, report: Report, t: Translator): string[] {
  const { evidence, notes, text, printedNumber } = commitment;
  const { direction, withNotes } = report;
  const title = t.markup("summary.sections.commitment", {
    number: () => String(commitment.number),
    title: () => inline(commitment.title),
  });
  const remarks = commitment.remarks.map(({ exact, body }) =>
    t.markup("summary.remark", { word: () => inline(exact), body: () => inline(body) }),
  );
  const noteItems = notes.map((note) => noteItem(note, report, t));
  return [
    `## ${title}`,
    inDirection(lines([printedNumber, text.text].filter(Boolean).join(" ")), text, direction),
    ...remarks,
    ...assessmentPart(commitment, report, t),
    ...provisionsPart(commitment, report, t),
    `### ${t("summary.sections.evidence")}`,
    ...(evidence.length > 0 ? evidence.map((each) => evidenceItem(each, report, t)) : [t("summary.noEvidence")]),
    ...contributionsPart(commitment, report, t),
    ...coursePart(commitment, t),
    ...(withNotes ? [`### ${t("summary.sections.notes")}`] : []),
    ...(withNotes ? (noteItems.length > 0 ? noteItems : [t("summary.noNotes")]) : []),
  ];
}

function assessmentPart(commitment: ReportCommitment, report: Report, t: Translator): string[] {
  const { assessment, lead, since, statusText } = commitment;
  const status = since
    ? t.markup("summary.status", { status: () => inline(statusText), date: () => since.text })
    : inline(statusText);
  const parts = [`### ${t("summary.sections.assessment")}`, `**${status}**`];
  if (assessment) {
    const { by, asOf, confidence, rationale } = assessment;
    const facts = [
      t.markup("summary.confidence", { confidence: () => inline(confidence.text) }),
      by
        ? t.markup("summary.assessedBy", { name: () => inline(by), date: () => asOf.text })
        : t.markup("summary.assessedOn", { date: () => asOf.text }),
      restsOn(assessment.restsOn, t),
      ...factsOf(scaleFacts(commitment), t),
    ];
    parts.push(facts.join(" · "), prose(rationale, report.direction));
  }
  const rest = [
    lead ? t.markup("summary.lead", { name: () => inline(lead) }) : [],
    factsOf(dateFacts(commitment), t),
  ].flat();
  return rest.length > 0 ? [...parts, rest.join(" · ")] : parts;
}

function restsOn(positions: readonly number[], t: Translator): string {
  if (positions.length === 0) return t("summary.restsOnNothing");
  return t("summary.restsOn", { count: positions.length, positions: positions.join(" · ") });
}

/** The small facts as this format writes them. */
function factsOf(facts: readonly Fact[], t: Translator): string[] {
  return facts.map((fact) =>
    "words" in fact
      ? inline(fact.words)
      : t.markup(
          `summary.${fact.key}`,
          Object.fromEntries(Object.entries(fact.values).map(([name, value]) => [name, () => inline(value)])) as never,
        ),
  );
}

function provisionsPart({ provisions }: ReportCommitment, report: Report, t: Translator): string[] {
  if (!report.sections.includes("provisions") || provisions.length === 0) return [];
  const items = provisions.map((each) => {
    const head = `**${inline(each.number)} ${inline(each.title)}**`;
    const quotes = each.quotes.map((quote) =>
      under("> ", inDirection(lines(quote), runOf(quote, report.direction), report.direction), "> "),
    );
    const judged = factsOf(judgedFacts(each), t).join(" · ");
    return under(
      "- ",
      [
        `${head} · ${inline(each.statusText)}\\\n${factsOf(provisionFacts(each), t).join(" · ")}`,
        ...quotes,
        ...(each.assessment ? [judged, prose(each.assessment.rationale, report.direction)] : []),
      ].join("\n\n"),
    );
  });
  return [`### ${t("summary.sections.provisions")}`, ...items];
}

function contributionsPart({ contributions }: ReportCommitment, report: Report, t: Translator): string[] {
  if (!report.sections.includes("contributions") || contributions.length === 0) return [];
  const items = contributions.map((each) => {
    const facts = [`**${inline(each.party.name)}**`, ...factsOf(contributionFacts(each), t), restsOn(each.restsOn, t)];
    return under("- ", `${facts.join(" · ")}\n\n${prose(each.body, report.direction)}`);
  });
  return [`### ${t("summary.sections.contributions")}`, ...items];
}

function coursePart({ history }: ReportCommitment, t: Translator): string[] {
  const earlier = history
    .slice(1)
    .map(
      ({ statusText, asOf }) =>
        `- ${t.markup("summary.earlier", { status: () => inline(statusText), date: () => asOf.text })}`,
    );
  return earlier.length > 0 ? [`### ${t("summary.sections.history")}`, earlier.join("\n")] : [];
}

function evidenceItem(evidence: ReportEvidence, report: Report, t: Translator): string {
  const { publisher, publishedOn, accessedOn, quotedPassage, grade, language } = evidence;
  const facts = [
    inline(evidence.stance.text),
    inline(evidence.kind.text),
    publisher ? inline(publisher) : [],
    language ? inline(language.text) : [],
    publishedOn ? t.markup("summary.published", { date: () => publishedOn.text }) : [],
    accessedOn ? t.markup("summary.accessed", { date: () => accessedOn.text }) : [],
    factsOf(sourceFacts(evidence), t),
  ].flat();
  const title = `**${inline(evidence.title)}**${grade ? ` (${inline(grade)})` : ""}`;
  const blocks = [`${title}\\\n${facts.join(" · ")}\\\n${address(evidence.address)}`];
  if (quotedPassage) {
    const { direction } = report;
    blocks.push(under("> ", inDirection(lines(quotedPassage), runOf(quotedPassage, direction), direction), "> "));
  }
  const kept = factsOf(copyFacts(evidence), t);
  if (kept.length > 0) blocks.push(kept.join(" · "));
  return under(`${evidence.position}. `, blocks.join("\n\n"));
}

function noteItem(note: ReportNote, report: Report, t: Translator): string {
  const { author, assignee, dueOn, doneOn, followUp } = note;
  const facts = [
    `**${note.datedOn.text}**`,
    author ? inline(author) : [],
    followUp ? inline(followUp.text) : [],
    assignee ? t.markup("summary.assignee", { name: () => inline(assignee) }) : [],
    dueOn ? t.markup("summary.due", { date: () => dueOn.text }) : [],
    doneOn ? `${inline(report.heads.doneOn)} ${doneOn.text}` : [],
  ].flat();
  return under("- ", `${facts.join(" · ")}\n\n${prose(note.body, report.direction)}`);
}
