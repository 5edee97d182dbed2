"use client";
// What a thread is sorted under, what it points at, and who sees to it.
import { useLocale, useTranslations } from "next-intl";
import { TagChip } from "@/components/tags/tag-chip";
import { Link } from "@/i18n/navigation";
import type { ThreadView } from "@/server/threads";

export function ThreadFacts({ thread }: { thread: ThreadView }) {
  const t = useTranslations("annotations");
  const { assignee, motivation, tags } = thread;
  const isEmpty = tags.length === 0 && !assignee && motivation !== "LINKING";
  if (isEmpty) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-xs">
      {tags.map(({ tagId, name, color }) => (
        <TagChip key={tagId} name={name} color={color} />
      ))}
      {motivation === "LINKING" && <Linked thread={thread} />}
      {assignee && (
        <span>{t.rich("assigned", { name: () => <bdi className="font-semibold">{assignee.name}</bdi> })}</span>
      )}
    </div>
  );
}

function Linked({ thread: { linked } }: { thread: ThreadView }) {
  const t = useTranslations("annotations");
  const locale = useLocale();
  const { commitment, evidence } = { commitment: null, evidence: null, ...linked };
  if (!commitment && !evidence) return <span>{t("linkedGone")}</span>;
  return (
    <span className="text-sm">
      {t.rich("linkedTo", {
        thing: () =>
          commitment ? (
            <Link href={`/commitments/${commitment.id}`} className="link">
              {t("linkedCommitment", { number: commitment.number, title: commitment.title[locale] })}
            </Link>
          ) : (
            <a href={evidence?.address} className="link" rel="noreferrer" target="_blank">
              <bdi>{evidence?.title}</bdi>
            </a>
          ),
      })}
    </span>
  );
}
