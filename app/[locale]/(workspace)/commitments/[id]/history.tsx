// Reads a commitment's history after the rest of its page.

import { History, isFiltered } from "@/components/events/history";
import { HistoryFilter } from "@/components/events/history-filter";
import { type ActivityFilters, listActivity } from "@/server/activity";
import type { MemberActor } from "@/server/auth/actor";
import type { Person } from "@/server/members";

export interface CommitmentHistoryProps {
  actor: MemberActor;
  commitmentId: string;
  filters: ActivityFilters;
  members: readonly Person[];
}

const linesAPage = 10;

export async function CommitmentHistory({ actor, commitmentId, filters, members }: CommitmentHistoryProps) {
  const path = `/commitments/${commitmentId}`;
  const { lines, next } = await listActivity(actor, { ...filters, commitmentId }, linesAPage);
  return (
    <>
      {(lines.length > 0 || isFiltered(filters)) && <HistoryFilter path={path} filters={filters} members={members} />}
      <History path={path} lines={lines} next={next} filters={filters} />
    </>
  );
}
