// How a summary tells of one commitment: its text, what is judged of it, its provisions, the evidence, the contributions and the notes.
import { standing } from "@/domain/assessment";
import { attentionsOf } from "@/domain/commitment";
import type { Localized } from "@/domain/document";
import type { PastNote } from "@/domain/history/past-state";
import { inLanguage } from "@/domain/language-choice";
import { followUpOf } from "@/domain/note";
import { tagWords } from "@/domain/tag-terms";
import { directionOfLanguage } from "@/domain/text-direction";
import { timelinessOf } from "@/domain/timeliness";
import type { Locale } from "@/i18n/locales";
import { isoDate } from "../calendar-dates";
import { dueOf } from "../commitments";
import type { Standing } from "../history";
import { evidenceOf } from "./report-evidence";
import { judgementOf, type Positions, type Setting } from "./report-judgement";

export function commitmentOf(row: Standing, setting: Setting) {
  const { words, locale, day, choices } = setting;
  const { commitment } = row;
  const evidence = evidenceOf(row.citations, underStatus(row), setting);
  const positions: Positions = (ids) => evidence.filter(({ id }) => ids.includes(id)).map(({ position }) => position);
  const judgement = judgementOf(row.assessments, setting, positions);
  const { assessment, status } = judgement;
  const allNotes = row.notes.map((note) => noteOf(note, setting));
  const following = (state: string) => allNotes.filter(({ followUp }) => followUp?.code === state).length;
  const due = dueOf(commitment);
  const dates = { dueOn: due?.on ?? null, doneOn: row.doneOn };
  return {
    number: commitment.number,
    printedNumber: commitment.paragraph.printedNumber,
    title: (commitment.title as Localized)[locale],
    ...passageOf(row, locale),
    ...judgement,
    lead: row.lead?.name ?? null,
    due: due && words.due(due),
    done: words.maybeDate(row.doneOn),
    timeliness: words.timeliness(timelinessOf(dates, day)),
    provisions: row.provisions.map((provision) => provisionOf(provision, setting, positions)),
    evidence,
    contributions: row.contributions.map(({ id, party, body, datedOn, addedBy, citationIds }) => ({
      id,
      party: {
        id: party.partyId,
        name: tagWords(party.name, locale),
        kind: party.kind ?? null,
        code: party.code ?? null,
      },
      datedOn: words.maybeDate(datedOn),
      by: addedBy?.name ?? null,
      restsOn: positions(citationIds),
      body,
    })),
    notes: choices.notes === "with" ? allNotes : [],
    openFollowUps: following("OPEN") + following("OVERDUE"),
    overdueFollowUps: following("OVERDUE"),
    attentions: attentionsOf(
      {
        assessedOn: assessment?.asOf.iso ?? null,
        completion: status.code === "NOT_ASSESSED" ? null : status.code,
        restsOnCount: assessment?.restsOn.length ?? 0,
        overdueCount: following("OVERDUE"),
        ...dates,
        heardOn: heardOn(row, setting.enteredAt),
      },
      day,
      setting.limits,
    ).map(words.attention),
  };
}
export type ReportCommitment = ReturnType<typeof commitmentOf>;
export type ReportEvidence = ReportCommitment["evidence"][number];
export type ReportNote = ReportCommitment["notes"][number];
export type ReportProvision = ReportCommitment["provisions"][number];
export type ReportContribution = ReportCommitment["contributions"][number];

function provisionOf(provision: Standing["provisions"][number], setting: Setting, positions: Positions) {
  const { words, locale, day } = setting;
  const { dueOn, duePrecision, doneOn } = provision;
  const said = (text: typeof provision.bearer) => (text ? tagWords(text, locale) : null);
  return {
    id: provision.id,
    number: provision.number,
    title: tagWords(provision.title, locale),
    quotes: provision.quotes,
    speechAct: words.scale("speechAct", provision.speechAct),
    bearer: said(provision.bearer),
    addressee: said(provision.addressee),
    verifiability: words.scale("verifiability", provision.verifiability),
    verifiabilityReason: provision.verifiabilityReason,
    due: dueOn && duePrecision ? words.due({ on: dueOn, precision: duePrecision }) : null,
    done: words.maybeDate(doneOn),
    timeliness: words.timeliness(timelinessOf({ dueOn, doneOn }, day)),
    state: words.scale("provisionState", provision.state),
    dropReason: provision.dropReason,
    ...judgementOf(provision.assessments, setting, positions),
  };
}

function underStatus({ assessments }: Standing): string[] {
  return standing(assessments)?.current.citationIds ?? [];
}

function heardOn({ assessments, everCited }: Standing, enteredAt: Date): string {
  const signs = [enteredAt, ...assessments.map((each) => each.recordedAt)];
  for (const { citedAt } of everCited.values()) signs.push(citedAt);
  return isoDate(signs.reduce((latest, each) => (each > latest ? each : latest)));
}

function passageOf(row: Standing, locale: Locale) {
  const passage = inLanguage(row.passages, locale);
  return {
    text: textIn(passage?.language ?? locale, passage?.text ?? ""),
    remarks: (passage?.editorialNotes ?? []).map(({ exact, body }) => ({ exact, body: body[locale] })),
  };
}

/** A text of the document, in the language that it is published in. */
export function textIn(language: string, text: string) {
  return { language, direction: directionOfLanguage(language), text };
}

function noteOf(note: PastNote, { words, day }: Setting) {
  const followUp = followUpOf({ ...note, assigneeId: note.assignee?.memberId ?? null }, day);
  return {
    id: note.id,
    datedOn: words.date(note.datedOn),
    author: note.author?.name ?? null,
    assignee: note.assignee?.name ?? null,
    dueOn: words.maybeDate(note.dueOn),
    doneOn: words.maybeDate(isoDate(note.doneAt)),
    followUp: followUp && words.scale("followUp", followUp),
    body: note.body,
  };
}
