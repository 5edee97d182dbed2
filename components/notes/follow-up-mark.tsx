// What is to be done about a note, by when and by whom, as icon and word.
import { CircleCheck, CircleDashed, ClockAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { CalendarDate, Instant, Isolate } from "@/components/ui/bidi";
import type { FollowUp } from "@/domain/note";
import type { NoteView } from "@/server/notes";

const looks = {
  OPEN: { icon: CircleDashed, tone: "accent" },
  OVERDUE: { icon: ClockAlert, tone: "danger" },
  DONE: { icon: CircleCheck, tone: "success" },
} as const satisfies Record<NonNullable<FollowUp>, unknown>;

export function FollowUpMark({ note }: { note: NoteView }) {
  const t = useTranslations("notes");
  const { followUp, dueOn, doneAt, assignee } = note;
  if (!followUp) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted text-sm">
      <FollowUpBadge followUp={followUp} />
      {dueOn && <span>{t.rich("due", { date: () => <CalendarDate value={dueOn} className="text-text" /> })}</span>}
      {assignee && (
        <span>{t.rich("assignee", { person: () => <Isolate className="text-text">{assignee.name}</Isolate> })}</span>
      )}
      {doneAt && <span>{t.rich("doneOn", { date: () => <Instant value={doneAt} /> })}</span>}
    </p>
  );
}

/** Needs the messages `scales`. */
function FollowUpBadge({ followUp }: { followUp: NonNullable<FollowUp> }) {
  const scales = useTranslations("scales");
  const { icon: Icon, tone } = looks[followUp];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
      {scales(`followUp.${followUp}`)}
    </Badge>
  );
}
