// What a contribution says: its day, the words, the evidence that it rests on, and who wrote it down.
import { useTranslations } from "next-intl";
import { Box } from "@/components/ui/badge";
import { CalendarDate, Isolate } from "@/components/ui/bidi";
import { Markdown } from "@/components/ui/markdown";
import { Link } from "@/i18n/navigation";
import type { PartyContribution } from "@/server/contributions";

/** The day on which it was, or that none is known. */
export function ContributionDate({ datedOn }: { datedOn: string | null }) {
  const t = useTranslations("contributions");
  return datedOn ? (
    <CalendarDate value={datedOn} className="text-muted text-sm" />
  ) : (
    <span className="text-faint text-sm">{t("undated")}</span>
  );
}

export function ContributionFacts({ contribution }: { contribution: PartyContribution }) {
  const t = useTranslations("contributions");
  const { body, evidence, addedBy, commitment } = contribution;
  return (
    <div className="grid gap-2">
      <Markdown className="max-w-reading">{body}</Markdown>
      {evidence.length > 0 ? (
        <ul aria-label={t("evidence")} className="grid gap-1 text-sm">
          {evidence.map(({ citationId, title, grade }) => (
            <li key={citationId} className="flex items-start gap-2">
              {grade && <Box>{grade}</Box>}
              <Link
                href={`/commitments/${commitment.id}#evidence-${citationId}`}
                className="link min-w-0 wrap-anywhere"
              >
                <bdi>{title}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-faint text-sm">{t("withoutEvidence")}</p>
      )}
      {addedBy && (
        <p className="text-faint text-sm">{t.rich("addedBy", { person: () => <Isolate>{addedBy.name}</Isolate> })}</p>
      )}
    </div>
  );
}
