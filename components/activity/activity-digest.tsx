// The last few events in short, for the overview.
import { useTranslations } from "next-intl";
import { EventSentence } from "@/components/events/event-sentence";
import { Instant, Num } from "@/components/ui/bidi";
import { Link } from "@/i18n/navigation";
import type { ActivityLine } from "@/server/activity";

export function ActivityDigest({ lines, now }: { lines: readonly ActivityLine[]; now: Date }) {
  const t = useTranslations("activity");
  return (
    <ul className="divide-y divide-rule">
      {lines.map((line) => (
        <li key={line.id} className="py-2 first:pt-0">
          <p>
            <EventSentence line={line} />
          </p>
          <p className="flex flex-wrap gap-x-3 text-faint text-sm">
            {line.commitment && (
              <Link href={`/commitments/${line.commitment.id}`} className="link py-0.5">
                {t.rich("commitmentShort", { number: () => <Num value={line.commitment?.number ?? 0} /> })}
              </Link>
            )}
            <Instant value={line.at} now={now} />
          </p>
        </li>
      ))}
    </ul>
  );
}
