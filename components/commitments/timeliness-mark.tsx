// Whether what has a day was done by it, as icon and word, with what the word means.
import { CalendarCheck, CalendarClock, CalendarOff, CalendarX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Definition } from "@/components/ui/tooltip";
import type { Timeliness } from "@/domain/scales";

const looks = {
  ON_TIME: { icon: CalendarCheck, tone: "success" },
  LATE: { icon: CalendarClock, tone: "warning" },
  OVERDUE: { icon: CalendarX, tone: "danger" },
  NO_DATE: { icon: CalendarOff, tone: "neutral" },
} as const satisfies Record<Timeliness, unknown>;

/** Needs the messages `scales`. */
export function TimelinessMark({ timeliness }: { timeliness: Timeliness }) {
  const scales = useTranslations("scales");
  const { icon: Icon, tone } = looks[timeliness];
  return (
    <Definition definition={scales(`timelinessDefinition.${timeliness}`)}>
      <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
        {scales(`timeliness.${timeliness}`)}
      </Badge>
    </Definition>
  );
}
