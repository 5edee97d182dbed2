// Provisions as the database keeps them: taken at a version, described for history and for a page.
import type { ProvisionValues } from "@/domain/audit-values";
import { type ProvisionAtVersion, provisionNumber } from "@/domain/provision";
import { Refusal } from "@/domain/refusal";
import type { ProvisionState, Status } from "@/domain/scales";
import type { TagWords } from "@/domain/tag-terms";
import type { Actor } from "./auth/actor";
import { isoDate } from "./calendar-dates";
import { dueOf } from "./commitments";
import type { Transaction } from "./database";
import { personOf, personSelect } from "./members";

export const provisionInclude = {
  commitment: { select: { number: true, documentId: true } },
  proposedBy: { select: personSelect },
  spans: {
    orderBy: { ordinal: "asc" },
    include: { passage: { select: { revision: true, languageVersion: { select: { language: true } } } } },
  },
  currentAssessment: { select: { completion: true, counterAction: true, asOf: true } },
} as const;
export type ProvisionRow = NonNullable<Awaited<ReturnType<typeof findProvision>>>;

/** What every change of one adds. */
export const anewer = { version: { increment: 1 } } as const;

/** Locks a provision of the actor's workspace until the transaction ends. Refuses: not_found. */
export async function takeProvision(tx: Transaction, actor: Actor, id: string): Promise<ProvisionRow> {
  await tx.$queryRaw`SELECT 1 FROM "Provision" WHERE id = ${id} AND "workspaceId" = ${actor.workspaceId} FOR UPDATE`;
  const provision = await findProvision(tx, actor, id);
  if (!provision) throw new Refusal("not_found");
  return provision;
}

function findProvision(tx: Transaction, actor: Actor, id: string) {
  return tx.provision.findFirst({ where: { id, workspaceId: actor.workspaceId }, include: provisionInclude });
}

/** Refuses: conflict (detail.current is what stands) where somebody has moved on from the version. */
export function refuseStale(provision: ProvisionRow, { version }: Pick<ProvisionAtVersion, "version">): void {
  if (provision.version !== version) throw new Refusal("conflict", { current: provisionView(provision) });
}

/** What it is called in history. */
export function nameOf(row: Pick<ProvisionRow, "ordinal" | "title" | "commitment">) {
  return { number: provisionNumber(row.commitment.number, row.ordinal), title: row.title as TagWords };
}

/** What history keeps of it; of its words, those that the text still has. */
export function valuesOf(row: ProvisionRow): ProvisionValues {
  const { speechAct, verifiability, verifiabilityReason, duePrecision, state } = row;
  return {
    ...nameOf(row),
    speechAct,
    bearer: row.bearer as TagWords | null,
    addressee: row.addressee as TagWords | null,
    verifiability,
    verifiabilityReason,
    dueOn: isoDate(row.dueOn),
    duePrecision,
    doneOn: isoDate(row.doneOn),
    quotes: row.spans.filter((span) => !span.orphanedAt).map(({ exact }) => exact),
    state,
  };
}

/** A provision as a page, a form and a program read it. */
export function provisionView(row: ProvisionRow) {
  return {
    id: row.id,
    version: row.version,
    ...nameOf(row),
    speechAct: row.speechAct,
    bearer: row.bearer as TagWords | null,
    addressee: row.addressee as TagWords | null,
    verifiability: row.verifiability,
    verifiabilityReason: row.verifiabilityReason,
    due: dueOf(row),
    doneOn: isoDate(row.doneOn),
    state: row.state as ProvisionState,
    dropReason: row.dropReason,
    /** Null where it came with the product. */
    proposedBy: personOf(row.proposedBy),
    status: (row.currentAssessment?.completion ?? null) as Status,
    counterAction: row.currentAssessment?.counterAction ?? false,
    statusSince: isoDate(row.statusSince),
    spans: row.spans.map(({ passageId, passage, start, end, exact, was, orphanedAt }) => ({
      passageId,
      language: passage.languageVersion.language,
      revision: passage.revision,
      start,
      end,
      exact,
      /** What it stood on before the text was corrected, where that was other words. */
      was,
      /** The text has these words no more. */
      isLost: orphanedAt !== null,
    })),
  };
}

export function about(row: Pick<ProvisionRow, "id" | "commitmentId" | "commitment">) {
  return { documentId: row.commitment.documentId, commitmentId: row.commitmentId, subjectId: row.id };
}
