// One event as a sentence: who did what, with the change from what to what.
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StatusLabel } from "@/components/commitments/status-label";
import { CalendarDate, Code, Num } from "@/components/ui/bidi";
import type { Motivation } from "@/domain/annotation-terms";
import type { EventDataOf, RecordedEvent } from "@/domain/audit";
import type { Completion } from "@/domain/scales";
import { type TagWords, tagWords } from "@/domain/tag-terms";
import { Link } from "@/i18n/navigation";
import type { ActivityLine } from "@/server/activity";
import { copySentence } from "./copy-sentence";

/** The message under `events` and what stands at its tags. */
type Sentence = { key: string; tags?: Record<string, ReactNode> };

/** Needs the messages `events`, `scales` and `roles`. */
export function EventSentence({ line }: { line: ActivityLine }) {
  const t = useTranslations("events");
  const roles = useTranslations("roles");
  const scales = useTranslations("scales");
  const { key, tags } = line.event ? sentenceOf(line.event) : { key: "unreadable", tags: undefined };
  const pieces: Record<string, ReactNode> = { who: <Who line={line} />, ...tags };
  const rendered = Object.fromEntries(Object.entries(pieces).map(([name, piece]) => [name, () => piece]));
  const provision = line.event && "provision" in line.event.data ? line.event.data.provision : undefined;
  return (
    <>
      {t.rich(key as never, rendered as never)}
      {provision && <OfProvision {...provision} />}
    </>
  );

  function sentenceOf(event: RecordedEvent): Sentence {
    switch (event.type) {
      case "assessment.recorded":
      case "assessment.approved":
        return assessed(event);
      case "assessment.submitted":
      case "assessment.returned":
      case "double_coding.settled":
        return { key: event.type, tags: { to: <Judged {...event.data} /> } };
      case "double_coding.requested": {
        const [one, other] = event.data.coders.map(({ name }) => <Name key={name}>{name}</Name>);
        return { key: event.type, tags: { one, other } };
      }
      case "double_coding.revealed":
        return bothJudged(event.data.codings);
      case "note.added":
        return event.data.assignee
          ? { key: "note.addedFor", tags: { assignee: <Name>{event.data.assignee.name}</Name> } }
          : { key: event.type };
      case "evidence.attached":
      case "evidence.edited":
      case "evidence.removed":
      case "evidence.restored":
        return { key: event.type, tags: { title: <SourceTitle line={line}>{event.data.title}</SourceTitle> } };
      case "provision.seeded":
        return {
          key: event.type,
          tags: { count: t("provision.seededCount", { count: event.data.provisions.length }) },
        };
      case "provision.proposed":
      case "provision.edited":
      case "provision.accepted":
      case "provision.dropped":
      case "provision.restored":
        return {
          key: event.type,
          tags: {
            number: <ProvisionNumber line={line}>{event.data.number}</ProvisionNumber>,
            title: <TagName>{event.data.title}</TagName>,
          },
        };
      case "evidence.captured":
      case "evidence.health_changed":
      case "evidence.quote_checked":
        return copySentence(
          event,
          { ...line, cited: <SourceTitle line={line}>{event.data.title}</SourceTitle> },
          (health) => scales(`evidenceHealth.${health}`),
        );
      case "evidence.retagged":
        return { key: event.type, tags: { title: <RetaggedSources sources={event.data.sources} /> } };
      case "commitment.lead_changed":
        return leadChanged(event.data);
      case "commitment.done_changed":
        return doneChanged(event.data);
      case "document.created":
      case "document.example_loaded":
      case "document.example_removed":
        return { key: event.type, tags: { title: <Name>{event.data.title}</Name> } };
      case "invitation.sent":
      case "invitation.revoked":
        return { key: event.type, tags: { email: <Code>{event.data.email}</Code>, role: roles(event.data.role) } };
      case "member.joined":
        return { key: event.type, tags: { role: roles(event.data.role) } };
      case "member.role_changed":
        return {
          key: event.type,
          tags: { name: <Name>{event.data.name}</Name>, from: roles(event.data.from), to: roles(event.data.to) },
        };
      case "annotation.made":
        return { key: madeKeys[event.data.motivation], tags: { quote: <Quote>{event.data.quote}</Quote> } };
      case "contribution.added":
      case "contribution.edited":
      case "contribution.removed":
      case "contribution.restored":
        return { key: event.type, tags: { party: <TagName>{event.data.party.name}</TagName> } };
      case "party.added":
      case "party.edited":
      case "party.removed":
      case "party.restored":
      case "tag.added":
      case "tag.edited":
      case "tag.deleted":
      case "tag.restored":
        return { key: event.type, tags: { name: <TagName>{event.data.name}</TagName> } };
      case "tag.merged":
        return {
          key: event.type,
          tags: { name: <TagName>{event.data.name}</TagName>, into: <TagName>{event.data.into.name}</TagName> },
        };
      case "annotation.retagged":
      case "annotation.deleted":
      case "annotation.restored":
      case "annotation.resolved":
      case "annotation.reopened":
      case "annotation.shared":
        return { key: event.type, tags: { quote: <Quote>{event.data.quote}</Quote> } };
      case "annotation.put_back":
      case "passage.remark_put_back":
        return {
          key: event.type,
          tags: { quote: <Quote>{event.data.quote}</Quote>, to: <Quote>{event.data.to}</Quote> },
        };
      case "annotation.archived":
      case "annotation.unarchived":
      case "passage.remark_archived":
      case "passage.remark_unarchived":
        return { key: event.type, tags: { quote: <Quote>{event.data.quote}</Quote> } };
      case "passage.corrected":
        return { key: event.type, tags: { ordinal: <Num value={event.data.ordinal} /> } };
      case "annotation.imported":
        return {
          key: event.type,
          tags: { count: t("annotation.importedCount", { count: event.data.annotations + event.data.replies }) },
        };
      case "annotation.assigned":
        return event.data.to
          ? { key: event.type, tags: { to: <Name>{event.data.to.name}</Name> } }
          : { key: "annotation.unassigned" };
      case "member.passkey_added":
      case "member.passkey_removed":
        return { key: event.type, tags: { passkey: <Name>{event.data.passkey}</Name> } };
      case "codebook.published":
        return { key: event.type, tags: { number: <CodebookNumber>{event.data.number}</CodebookNumber> } };
      case "release.published":
        return { key: event.type, tags: { number: <ReleaseNumber line={line}>{event.data.number}</ReleaseNumber> } };
      case "member.removed":
      case "member.reset_link_made":
      case "member.two_factor_dropped":
      case "workspace.set_up":
      case "api_token.created":
      case "api_token.revoked":
        return { key: event.type, tags: { name: <Name>{event.data.name}</Name> } };
      default:
        return { key: event.type };
    }
  }
}

const madeKeys: Record<Motivation, string> = {
  HIGHLIGHTING: "annotation.highlighted",
  COMMENTING: "annotation.made",
  TAGGING: "annotation.tagged",
  QUESTIONING: "annotation.asked",
  LINKING: "annotation.linked",
  REPLYING: "annotation.replied",
};

function assessed({
  type,
  data,
}: Extract<RecordedEvent, { type: "assessment.recorded" | "assessment.approved" }>): Sentence {
  const to = <Judged {...data} />;
  const date = <CalendarDate value={data.asOf} />;
  if (!data.movedStatus) return { key: `${type}Backdated`, tags: { to, date } };
  if (data.from === null) return { key: `${type}First`, tags: { to } };
  if (data.from === data.to) return { key: `${type}Same`, tags: { to } };
  return { key: type, tags: { from: <StatusLabel status={data.from} />, to } };
}

function bothJudged([one, other]: EventDataOf<"double_coding.revealed">["codings"]): Sentence {
  const tags = {
    one: one && <Name>{one.coder.name}</Name>,
    other: other && <Name>{other.coder.name}</Name>,
    ofOne: one && <Judged to={one.completion} counterAction={one.counterAction} />,
    ofOther: other && <Judged to={other.completion} counterAction={other.counterAction} />,
  };
  return { key: "double_coding.revealed", tags };
}

function Judged({ to, counterAction }: { to: Completion; counterAction?: boolean }) {
  return <StatusLabel status={to} counterAction={counterAction} className="font-semibold" />;
}

function leadChanged({ from, to }: EventDataOf<"commitment.lead_changed">): Sentence {
  const tags = { from: from && <Name>{from.name}</Name>, to: to && <Name>{to.name}</Name> };
  if (!to) return { key: "commitment.lead_cleared", tags };
  return { key: from ? "commitment.lead_changed" : "commitment.lead_set", tags };
}

function doneChanged({ from, to }: EventDataOf<"commitment.done_changed">): Sentence {
  const day = (value: string | null) => value && <CalendarDate value={value} />;
  const tags = { from: day(from), to: day(to) };
  if (!to) return { key: "commitment.done_cleared", tags };
  return { key: from ? "commitment.done_changed" : "commitment.done_set", tags };
}

/** Which provision a judgement is of, after the sentence that would be the same of the commitment as a whole. */
function OfProvision({ number, title }: { number: string; title: TagWords }) {
  const t = useTranslations("events");
  const locale = useLocale();
  const tags = { number: () => <Code>{number}</Code>, title: () => <bdi>{tagWords(title, locale)}</bdi> };
  return <span className="text-muted"> {t.rich("ofProvision", tags)}</span>;
}

function Who({ line }: { line: ActivityLine }) {
  const t = useTranslations("events");
  if (line.person) return <Name>{line.person.name}</Name>;
  return <Name>{line.via === "PAGE" ? t("someone") : t("system")}</Name>;
}

function Name({ children }: { children: ReactNode }) {
  return <bdi className="font-semibold">{children}</bdi>;
}

function TagName({ children }: { children: TagWords }) {
  return <Name>{tagWords(children, useLocale())}</Name>;
}

function ReleaseNumber({ line, children }: { line: ActivityLine; children: number }) {
  return (
    <Link href={`/releases/${line.subjectId}`} className="link">
      <bdi>{children}</bdi>
    </Link>
  );
}

function CodebookNumber({ children }: { children: number }) {
  return (
    <Link href={`/codebook?version=${children}`} className="link">
      <bdi>{children}</bdi>
    </Link>
  );
}

/** Leads to it in its commitment's list, where a dropped one stands as well. */
function ProvisionNumber({ line, children }: { line: ActivityLine; children: string }) {
  if (!line.commitment) return <Code>{children}</Code>;
  return (
    <Link href={`/commitments/${line.commitment.id}#provision-${line.subjectId}`} className="link">
      <Code>{children}</Code>
    </Link>
  );
}

function Quote({ children }: { children: string }) {
  return <bdi>{children.length > 80 ? `${children.slice(0, 79)}…` : children}</bdi>;
}

/** Of several, how many. */
function RetaggedSources({ sources }: { sources: EventDataOf<"evidence.retagged">["sources"] }) {
  const t = useTranslations("events.evidence");
  const [first] = sources;
  if (!first || sources.length > 1) return t("retaggedCount", { count: sources.length });
  return (
    <Link href={`/evidence/${first.evidenceId}`} className="link">
      <bdi>{first.title}</bdi>
    </Link>
  );
}

/** Leads to the source in its commitment's list, or to its own page where no commitment is named; one that was removed has no place there. */
function SourceTitle({ line, children }: { line: ActivityLine; children: string }) {
  if (line.event?.type === "evidence.edited" && !line.commitment && line.subjectId) {
    return (
      <Link href={`/evidence/${line.subjectId}`} className="link">
        <bdi>{children}</bdi>
      </Link>
    );
  }
  if (!line.commitment || !line.subjectId || line.event?.type === "evidence.removed") return <Name>{children}</Name>;
  return (
    <Link href={`/commitments/${line.commitment.id}#evidence-${line.subjectId}`} className="link">
      <bdi>{children}</bdi>
    </Link>
  );
}
