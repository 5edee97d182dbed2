// The revisions of a passage, the newest first: who corrected it, when, and why.
import { useTranslations } from "next-intl";
import { Instant, UserText } from "@/components/ui/bidi";
import { Link } from "@/i18n/navigation";
import type { Revision } from "@/server/passages";
import { RevisionName } from "./revision-comparison";

export interface RevisionListProps {
  /** Address of the page, without language. */
  path: string;
  language: string;
  revisions: readonly Revision[];
}

export function RevisionList({ path, language, revisions }: RevisionListProps) {
  const t = useTranslations("passages.revisions");
  return (
    <ol className="divide-y divide-rule">
      {revisions.map((each) => (
        <li key={each.id} className="grid gap-1 py-3">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-semibold">
              <RevisionName revision={each} />
            </span>
            <span className="text-muted text-sm">
              {each.revision > 1 &&
                t.rich("by", {
                  name: () => <bdi className="font-semibold text-text">{each.correctedBy?.name ?? t("someone")}</bdi>,
                })}{" "}
              <Instant value={each.createdAt} />
            </span>
          </p>
          {each.reason && <UserText className="max-w-reading">{each.reason}</UserText>}
          {each.revision > 1 && (
            <p>
              <Link
                href={{ pathname: path, query: { language, one: each.revision - 1, other: each.revision } }}
                scroll={false}
                className="link py-0.5 text-sm"
              >
                {t("compareBefore", { number: String(each.revision) })}
              </Link>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
