// One commitment of a summary as the PDF's template draws it.
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
import { type Flow, isLong, type Line, langOf, type Run, type Runs } from "./pdf-runs";
import type { Report } from "./report";
import type {
  ReportCommitment,
  ReportContribution,
  ReportEvidence,
  ReportNote,
  ReportProvision,
} from "./report-commitment";

/** Its text, the assessment in force, how it got there, the evidence and the notes. */
export function commitmentSection(commitment: ReportCommitment, { withNotes, sections }: Report, runs: Runs) {
  const { number, text, evidence, history, notes } = commitment;
  const earlier = history.slice(1);
  return {
    kind: "commitment",
    number: String(number),
    title: runs.sentence("summary.sections.commitment", {
      number: runs.plain(String(number)),
      title: runs.said(commitment.title),
    }),
    text: textOf(commitment, runs),
    remarks: commitment.remarks.map(({ exact, body }) =>
      runs.sentence("summary.remark", {
        word: runs.said(exact, langOf(text.language)),
        body: runs.said(body),
      }),
    ),
    assessment: { head: runs.sentence("summary.sections.assessment"), ...assessmentOf(commitment, runs) },
    history:
      earlier.length > 0
        ? {
            head: runs.sentence("summary.sections.history"),
            rows: earlier.map((each) => ({
              disc: { code: each.status.code, flag: each.counterAction },
              line: runs.sentence("summary.earlier", {
                status: runs.plain(each.statusText),
                date: runs.date(each.asOf),
              }),
            })),
          }
        : null,
    provisions: partOf(sections.includes("provisions") ? commitment.provisions : [], {
      head: runs.sentence("summary.sections.provisions"),
      row: (each) => provisionOf(each, runs),
    }),
    contributions: partOf(sections.includes("contributions") ? commitment.contributions : [], {
      head: runs.sentence("summary.sections.contributions"),
      row: (each) => contributionOf(each, runs),
    }),
    evidence: {
      head: runs.sentence("summary.sections.evidence"),
      none: runs.sentence("summary.noEvidence"),
      rows: evidence.map((each) => evidenceOf(each, runs)),
    },
    notes: withNotes
      ? {
          head: runs.sentence("summary.sections.notes"),
          none: runs.sentence("summary.noNotes"),
          rows: notes.map((each) => noteOf(each, runs)),
        }
      : null,
  };
}

function textOf({ text, printedNumber }: ReportCommitment, runs: Runs): Line {
  const line = runs.passage(text);
  return printedNumber ? { ...line, runs: [...runs.plain(printedNumber), { text: " " }, ...line.runs] } : line;
}

/** Null where there is nothing of it. */
function partOf<Each>(all: readonly Each[], { head, row }: { head: Run[]; row: (each: Each) => object }) {
  return all.length > 0 ? { head, rows: all.map(row) } : null;
}

/** The small facts as this format writes them. */
function factsOf(facts: readonly Fact[], runs: Runs): Run[][] {
  return facts.map((fact) => {
    if ("words" in fact) return fact.said ? runs.said(fact.words) : runs.plain(fact.words);
    const said = Object.entries(fact.values).map(([name, value]) => [name, runs.said(value)]);
    return runs.sentence(`summary.${fact.key}` as never, Object.fromEntries(said));
  });
}

function assessmentOf(commitment: ReportCommitment, runs: Runs) {
  const { status, statusText, counterAction, since, assessment, lead } = commitment;
  const word: Run[] = runs.plain(statusText);
  return {
    disc: { code: status.code, flag: counterAction },
    status: since ? runs.sentence("summary.status", { status: word, date: runs.date(since) }) : word,
    facts: assessment
      ? [
          runs.sentence("summary.confidence", { confidence: runs.plain(assessment.confidence.text) }),
          assessment.by
            ? runs.sentence("summary.assessedBy", { name: runs.said(assessment.by), date: runs.date(assessment.asOf) })
            : runs.sentence("summary.assessedOn", { date: runs.date(assessment.asOf) }),
          restsOn(assessment.restsOn, runs),
          ...factsOf(scaleFacts(commitment), runs),
        ]
      : [],
    rationale: assessment ? runs.markdown(assessment.rationale) : [],
    more: [
      ...(lead ? [runs.sentence("summary.lead", { name: runs.said(lead) })] : []),
      ...factsOf(dateFacts(commitment), runs),
    ],
  };
}

function restsOn(positions: readonly number[], runs: Runs): Run[] {
  if (positions.length === 0) return runs.sentence("summary.restsOnNothing");
  return runs.plain(runs.t("summary.restsOn", { count: positions.length, positions: positions.join(" · ") }));
}

function provisionOf(provision: ReportProvision, runs: Runs) {
  const { number, title, status, counterAction, statusText, quotes, assessment } = provision;
  return {
    number: runs.plain(number),
    title: runs.said(title),
    disc: { code: status.code, flag: counterAction },
    status: runs.plain(statusText),
    dropped: provision.state.code === "DROPPED",
    facts: factsOf(provisionFacts(provision), runs),
    quotes: quotes.map((quote) => runs.line(quote)),
    judged: factsOf(judgedFacts(provision), runs),
    rationale: assessment ? runs.markdown(assessment.rationale) : [],
  };
}

/** Drawn as a note is: who, when, and what. */
function contributionOf(contribution: ReportContribution, runs: Runs) {
  const body = runs.markdown(contribution.body);
  return {
    date: runs.said(contribution.party.name),
    long: isLong(contribution.body) || !isPlain(body),
    facts: [...factsOf(contributionFacts(contribution), runs), restsOn(contribution.restsOn, runs)],
    body,
  };
}

function evidenceOf(evidence: ReportEvidence, runs: Runs) {
  const { publisher, publishedOn, accessedOn, language, quotedPassage } = evidence;
  const lang = language ? langOf(language.code) : {};
  return {
    position: evidence.position,
    long: isLong(evidence.title + (quotedPassage ?? "")),
    title: runs.said(evidence.title, lang),
    grade: evidence.grade,
    facts: [
      runs.plain(evidence.stance.text),
      runs.plain(evidence.kind.text),
      ...(publisher ? [runs.said(publisher)] : []),
      ...(language ? [runs.plain(language.text)] : []),
      ...(publishedOn ? [runs.sentence("summary.published", { date: runs.date(publishedOn) })] : []),
      ...(accessedOn ? [runs.sentence("summary.accessed", { date: runs.date(accessedOn) })] : []),
      ...factsOf(sourceFacts(evidence), runs),
    ],
    copy: factsOf(copyFacts(evidence), runs),
    address: runs.address(evidence.address),
    quote: quotedPassage ? { ...runs.line(quotedPassage), ...lang } : null,
  };
}

function noteOf(note: ReportNote, runs: Runs) {
  const body = runs.markdown(note.body);
  return {
    date: runs.date(note.datedOn),
    long: isLong(note.body) || !isPlain(body),
    facts: [
      ...(note.author ? [runs.said(note.author)] : []),
      ...(note.followUp ? [runs.plain(note.followUp.text)] : []),
      ...(note.assignee ? [runs.sentence("summary.assignee", { name: runs.said(note.assignee) })] : []),
      ...(note.dueOn ? [runs.sentence("summary.due", { date: runs.date(note.dueOn) })] : []),
    ],
    body,
  };
}

/** Quotes, tables and lists in lists may make any text as tall as they like. */
function isPlain(flow: readonly Flow[]): boolean {
  return flow.every(
    (part) => part.type === "line" || (part.type === "list" && part.items.flat().every(({ type }) => type === "line")),
  );
}
