// Double codings as each may see them: a coding that is hidden from somebody is never selected from the database for them.
import { agree, type DoubleCodingState } from "@/domain/double-coding";
import { may, type OwnedDoubleCoding } from "@/domain/permissions";
import type { Completion, Confidence } from "@/domain/scales";
import type { Prisma } from "@/generated/prisma/client";
import { findLatestSubmitted, judgedInclude, judgedView, restsOnInclude, restsOnView } from "./assessment-rows";
import type { Actor } from "./auth/actor";
import { isoDate } from "./calendar-dates";
import type { Transaction } from "./database";
import { personOf, personSelect } from "./members";

/** The states in which both codings are everybody's. */
const revealed: DoubleCodingState[] = ["REVEALED", "SETTLED"];

/** Who was asked and who has submitted, and of what they judged nothing. */
export const doubleCodingInclude = {
  ...judgedInclude,
  requestedBy: { select: personSelect },
  settledBy: { select: personSelect },
  codings: {
    select: { id: true, coderId: true, submittedAt: true, coder: { select: personSelect } },
    orderBy: { id: "asc" },
  },
} as const satisfies Prisma.DoubleCodingInclude;
type Row = Prisma.DoubleCodingGetPayload<{ include: typeof doubleCodingInclude }>;

/** What the rights of a double coding depend on. */
export function ownedDoubleCoding(row: {
  requestedById: string | null;
  codings: readonly { coderId: string }[];
}): OwnedDoubleCoding {
  return { requestedById: row.requestedById, coderIds: row.codings.map(({ coderId }) => coderId) };
}

/** The codings of these double codings that have been revealed. */
export function codingsOf(tx: Transaction, doubleCodingIds: string[]) {
  return findCodings(tx, { doubleCodingId: { in: doubleCodingIds }, doubleCoding: { state: { in: revealed } } });
}

async function findCodings(tx: Transaction, where: Prisma.CodingWhereInput) {
  const rows = await tx.coding.findMany({
    where: { ...where, submittedAt: { not: null } },
    orderBy: { id: "asc" },
    include: { coder: { select: personSelect }, restsOn: restsOnInclude },
  });
  return rows.map((row) => ({
    doubleCodingId: row.doubleCodingId,
    coder: personOf(row.coder),
    // The database holds what was submitted to be whole.
    completion: row.completion as Completion,
    counterAction: row.counterAction,
    confidence: row.confidence as Confidence,
    rationale: row.rationale as string,
    restsOn: restsOnView(row.restsOn),
  }));
}
export type CodingView = Awaited<ReturnType<typeof findCodings>>[number];

/** The rows as the actor may see them: both codings once they are revealed, before that the actor's own alone. */
export async function doubleCodingViews(tx: Transaction, actor: Actor, rows: readonly Row[]) {
  const ids = rows.map(({ id }) => id);
  const [codings, own] = await Promise.all([
    codingsOf(tx, ids),
    actor.memberId === null ? [] : findCodings(tx, { doubleCodingId: { in: ids }, coderId: actor.memberId }),
  ]);
  return Promise.all(
    rows.map(async (row) => {
      const both = codings.filter(({ doubleCodingId }) => doubleCodingId === row.id);
      const owned = ownedDoubleCoding(row);
      const isOpen = row.state === "OPEN";
      const hasToJudge = row.codings.some(({ coderId, submittedAt }) => coderId === actor.memberId && !submittedAt);
      return {
        id: row.id,
        version: row.version,
        state: row.state,
        judged: judgedView(row),
        asOf: isoDate(row.asOf),
        codebookVersion: row.codebookVersion,
        requestedBy: personOf(row.requestedBy),
        requestedAt: row.requestedAt,
        revealedAt: row.revealedAt,
        coders: row.codings.map(({ coder, submittedAt }) => ({
          ...personOf(coder),
          hasSubmitted: submittedAt !== null,
        })),
        /** Null until both have submitted. */
        codings: both.length > 0 ? both : null,
        agreed: both.length > 0 ? agree(both) : null,
        /** The actor's own, once it is submitted. */
        own: own.find(({ doubleCodingId }) => doubleCodingId === row.id) ?? null,
        settledBy: personOf(row.settledBy),
        settledAt: row.settledAt,
        settledReason: row.settledReason,
        assessmentId: row.assessmentId,
        /** On what a settlement would be based. */
        basedOnId: row.state === "REVEALED" ? ((await findLatestSubmitted(tx, row))?.id ?? null) : null,
        may: {
          judge: isOpen && hasToJudge && may(actor, "double-coding:judge", owned),
          settle: row.state === "REVEALED" && may(actor, "double-coding:settle", owned),
          cancel: isOpen && may(actor, "double-coding:cancel", owned),
        },
      };
    }),
  );
}
export type DoubleCodingView = Awaited<ReturnType<typeof doubleCodingViews>>[number];
