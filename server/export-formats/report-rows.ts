// Everything that a summary of a document tells, read at one moment.
import { slugPattern } from "@/domain/document";
import { Refusal } from "@/domain/refusal";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "../auth/actor";
import { database } from "../database";
import { personSelect } from "../members";

const commitmentInclude = {
  lead: { select: personSelect },
  paragraph: {
    select: {
      printedNumber: true,
      passages: {
        orderBy: { revision: "desc" },
        include: { languageVersion: { select: { language: true } }, editorialNotes: { orderBy: { start: "asc" } } },
      },
    },
  },
  currentAssessment: {
    include: { recordedBy: { select: personSelect }, restsOn: { select: { citationId: true } } },
  },
  notes: {
    where: { deletedAt: null },
    orderBy: [{ datedOn: "desc" }, { createdAt: "desc" }],
    include: { author: { select: personSelect }, assignee: { select: personSelect } },
  },
  citations: {
    where: { deletedAt: null },
    orderBy: [{ evidence: { publishedOn: { sort: "desc", nulls: "last" } } }, { createdAt: "desc" }],
    include: { evidence: true },
  },
} satisfies Prisma.CommitmentInclude;

/** The document with all that stands about its commitments. Refuses: not_found. */
export async function readReportRows(actor: Actor, slug: string) {
  if (!slugPattern.test(slug)) throw new Refusal("not_found");
  // The include is many statements; in one snapshot they cannot contradict each other.
  const document = await database().$transaction(
    (tx) =>
      tx.document.findUnique({
        where: { workspaceId_slug: { workspaceId: actor.workspaceId, slug } },
        include: {
          versions: true,
          workspace: { select: { name: true, staleAfterDays: true } },
          commitments: { orderBy: { number: "asc" }, include: commitmentInclude },
        },
      }),
    { isolationLevel: "RepeatableRead", maxWait: 5_000, timeout: 30_000 },
  );
  if (!document) throw new Refusal("not_found");
  return document;
}

export type DocumentRows = Awaited<ReturnType<typeof readReportRows>>;
export type CommitmentRows = DocumentRows["commitments"][number];
