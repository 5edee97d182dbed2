// What an event changed, field by field: values of what came or went, and from → to for edits.
import { useLocale, useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { Code } from "@/components/ui/bidi";
import type { EventDataOf, RecordedEvent } from "@/domain/audit";
import type { TagName } from "@/domain/audit-values";
import { tagWords } from "@/domain/tag-terms";
import { FieldChange, FieldValue } from "./field-change";

const detailed: readonly RecordedEvent["type"][] = [
  "assessment.recorded",
  "assessment.submitted",
  "assessment.returned",
  "double_coding.revealed",
  "note.added",
  "note.edited",
  "note.deleted",
  "note.restored",
  "evidence.attached",
  "evidence.edited",
  "evidence.removed",
  "evidence.restored",
  "provision.seeded",
  "provision.proposed",
  "provision.edited",
  "provision.dropped",
  "contribution.added",
  "contribution.edited",
  "contribution.removed",
  "contribution.restored",
  "party.edited",
  "evidence.captured",
  "evidence.retagged",
  "workspace.edited",
  "passage.corrected",
  "codebook.published",
];

export function hasDetail(event: RecordedEvent): boolean {
  if (event.type === "double_coding.settled") return event.data.reason !== null;
  if (event.type === "evidence.health_changed") return event.data.reason !== null;
  return detailed.includes(event.type);
}

export function EventDetail({ event }: { event: RecordedEvent }) {
  switch (event.type) {
    case "note.edited":
    case "evidence.edited":
    case "provision.edited":
    case "contribution.edited":
    case "workspace.edited":
      return <Changes changes={event.data.changes} />;
    case "party.edited":
      return <Changes changes={{ partyName: event.data.changes.name }} />;
    case "evidence.retagged":
      return <Retagging data={event.data} />;
    case "passage.corrected":
      return <Correction event={event} />;
    case "evidence.captured": {
      const { finalAddress, httpStatus, mediaType, size, sha256, takenAt } = event.data;
      return <Values values={{ takenAt, finalAddress, httpStatus, mediaType, size, sha256 }} />;
    }
    case "evidence.health_changed":
      return <LookReason reason={event.data.reason} />;
    case "assessment.recorded":
    case "assessment.submitted":
      return <Judgement judgement={event.data} />;
    case "double_coding.revealed":
      return event.data.codings.map(({ coder, ...judgement }) => (
        <div key={coder.memberId} className="mt-2">
          <bdi className="font-semibold text-text">{coder.name}</bdi>
          <Judgement judgement={judgement} />
        </div>
      ));
    case "provision.seeded":
      return <Proposed provisions={event.data.provisions} />;
    case "assessment.returned":
    case "double_coding.settled":
    case "provision.dropped":
    case "codebook.published":
      return <Rows rows={[{ field: "reason", shown: <FieldValue field="reason" value={event.data.reason} /> }]} />;
    case "provision.proposed":
    case "note.added":
    case "note.deleted":
    case "note.restored":
    case "evidence.attached":
    case "evidence.removed":
    case "evidence.restored":
    case "contribution.added":
    case "contribution.removed":
    case "contribution.restored":
      return <Values values={event.data} />;
    default:
      return null;
  }
}

function Values({ values }: { values: Record<string, unknown> }) {
  return (
    <Rows
      rows={Object.entries(values)
        .filter(([, value]) => value !== null)
        .map(([field, value]) => ({ field, shown: <FieldValue field={field} value={value} /> }))}
    />
  );
}

/** Why a source gave nothing; a reason that no message knows any more is shown as it was written. */
function LookReason({ reason }: { reason: string | null }) {
  const reasons = useTranslations("captures.reasons");
  if (!reason) return null;
  const value = reasons.has(reason as never) ? reasons(reason as never) : reason;
  return <Rows rows={[{ field: "reason", shown: <FieldValue field="reason" value={value} /> }]} />;
}

function Changes({ changes }: { changes: Record<string, { from: unknown; to: unknown } | undefined> }) {
  const rows = Object.entries(changes).flatMap(([field, change]) =>
    change ? [{ field, shown: <FieldChange field={field} from={change.from} to={change.to} /> }] : [],
  );
  return <Rows rows={rows} />;
}

type JudgementProps = {
  judgement: { asOf?: string; confidence: string; rationale: string; citationIds: readonly string[] };
};

function Judgement({ judgement: { asOf, confidence, rationale, citationIds } }: JudgementProps) {
  const t = useTranslations("events");
  const values = { ...(asOf && { asOf }), confidence, rationale };
  return (
    <>
      <Rows
        rows={Object.entries(values).map(([field, value]) => ({
          field,
          shown: <FieldValue field={field} value={value} />,
        }))}
      />
      <p className="mt-1 text-muted">{t("restsOn", { count: citationIds.length })}</p>
    </>
  );
}

function Correction({ event }: { event: Extract<RecordedEvent, { type: "passage.corrected" }> }) {
  const t = useTranslations("events");
  const { reason, text, kept, lost } = event.data;
  return (
    <>
      <Rows
        rows={[
          { field: "reason", shown: <FieldValue field="reason" value={reason} /> },
          { field: "text", shown: <FieldChange field="text" from={text.from} to={text.to} /> },
        ]}
      />
      <p className="mt-1 text-muted">{t("marksFollowed", { count: kept })}</p>
      {lost > 0 && <p className="text-muted">{t("marksLost", { count: lost })}</p>}
    </>
  );
}

/** What the product proposed, each by its number. */
function Proposed({ provisions }: Pick<EventDataOf<"provision.seeded">, "provisions">) {
  return (
    <ul className="mt-1 grid gap-1 border-rule border-s-2 ps-3 text-text">
      {provisions.map(({ provisionId, number, title }) => (
        <li key={provisionId}>
          <Code>{number}</Code> <FieldValue field="title" value={title} />
        </li>
      ))}
    </ul>
  );
}

function Retagging({ data: { sources, added, removed } }: { data: EventDataOf<"evidence.retagged"> }) {
  const locale = useLocale();
  const tags = (all: readonly TagName[]) =>
    all.map(({ tagId, name }) => ({ id: tagId, words: tagWords(name, locale) }));
  const rows = [
    { field: "tagsAdded", words: tags(added) },
    { field: "tagsRemoved", words: tags(removed) },
    { field: "tagsSources", words: sources.map(({ evidenceId, title }) => ({ id: evidenceId, words: title })) },
  ];
  return (
    <Rows
      rows={rows
        .filter(({ words }) => words.length > 0)
        .map(({ field, words }) => ({ field, shown: <Names words={words} /> }))}
    />
  );
}

function Names({ words }: { words: readonly { id: string; words: string }[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4">
      {words.map((each) => (
        <li key={each.id}>
          <bdi>{each.words}</bdi>
        </li>
      ))}
    </ul>
  );
}

function Rows({ rows }: { rows: readonly { field: string; shown: ReactNode }[] }) {
  const nameOf = useFieldNames();
  return (
    <dl className="mt-1 grid gap-x-4 gap-y-1 border-rule border-s-2 ps-3 text-text sm:grid-cols-[max-content_minmax(0,1fr)]">
      {rows.map(({ field, shown }) => (
        <Fragment key={field}>
          <dt className="text-muted">{nameOf(field)}</dt>
          <dd className="min-w-0 max-sm:mb-1">{shown}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** The names that the forms give to the fields. */
function useFieldNames(): (field: string) => string {
  const notes = useTranslations("notes.fields");
  const evidence = useTranslations("evidence.fields");
  const assessments = useTranslations("assessments.fields");
  const provisions = useTranslations("provisions.fields");
  const events = useTranslations("events.field");
  const names = [notes, evidence, assessments, provisions, events];
  return (field) => {
    if (field === "assignee") return notes("assigneeId");
    for (const t of names) {
      if (t.has(field as never)) return t(field as never);
    }
    return field;
  };
}
