// The period that the text itself names, as exactly as it names it.
import { useTranslations } from "next-intl";
import { CalendarDate, Code } from "@/components/ui/bidi";
import type { DuePrecision } from "@/domain/commitment";

export function DueDate({ due }: { due: { on: string; precision: DuePrecision } }) {
  const t = useTranslations("commitments");
  return (
    <div className="flex flex-wrap items-center gap-x-2">
      <span className="text-muted">{t("due")}</span>
      <span className="font-semibold">
        {due.precision === "YEAR"
          ? t.rich("dueYear", { year: () => <Code>{due.on.slice(0, 4)}</Code> })
          : t.rich("dueBy", { date: () => <CalendarDate value={due.on} /> })}
      </span>
    </div>
  );
}
