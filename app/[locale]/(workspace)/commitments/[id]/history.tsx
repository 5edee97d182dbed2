// A commitment's history, read after the rest of its page.
import { useTranslations } from "next-intl";
import { Suspense } from "react";
import { History, isFiltered } from "@/components/events/history";
import { HistoryFilter } from "@/components/events/history-filter";
import { Section } from "@/components/ui/section";
import { Loading, SkeletonLines } from "@/components/ui/skeleton";
import { Link } from "@/i18n/navigation";
import { type ActivityFilters, listActivity } from "@/server/activity";
import type { MemberActor } from "@/server/auth/actor";
import type { Person } from "@/server/members";

interface CommitmentHistoryProps {
  actor: MemberActor;
  commitmentId: string;
  filters: ActivityFilters;
  members: readonly Person[];
}

const linesAPage = 10;

export function CommitmentHistory(props: CommitmentHistoryProps) {
  const t = useTranslations("commitments");
  const elsewhere = { pathname: "/activity", query: { commitmentId: props.commitmentId } };
  return (
    <Section id="history" title={t("sections.history")}>
      <Suspense
        fallback={
          <Loading
            otherwise={
              <Link href={elsewhere} className="link">
                {t("historyElsewhere")}
              </Link>
            }
          >
            <SkeletonLines lines={5} />
          </Loading>
        }
      >
        <Lines {...props} />
      </Suspense>
    </Section>
  );
}

async function Lines({ actor, commitmentId, filters, members }: CommitmentHistoryProps) {
  const path = `/commitments/${commitmentId}`;
  const { lines, next } = await listActivity(actor, { ...filters, commitmentId }, linesAPage);
  return (
    <>
      {(lines.length > 0 || isFiltered(filters)) && <HistoryFilter path={path} filters={filters} members={members} />}
      <History path={path} lines={lines} next={next} filters={filters} />
    </>
  );
}
