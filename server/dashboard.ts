// The overview: where each commitment of a document stands, what needs attention, and what happened last.

import type { Attention } from "@/domain/commitment";
import { type CommitmentFilters, commitmentsAPage } from "@/domain/commitment-list";
import { type Localized, slugPattern } from "@/domain/document";
import { excerptOf } from "@/domain/markdown-excerpt";
import { Refusal } from "@/domain/refusal";
import type { Status, Timeliness } from "@/domain/scales";
import { timelinessOf } from "@/domain/timeliness";
import { defaultLocale, type Locale } from "@/i18n/locales";
import { type Actor, authorize } from "./auth/actor";
import { isoDate, today } from "./calendar-dates";
import { readRows } from "./dashboard-rows";
import { database } from "./database";

/** One row of the overview. */
export type CommitmentRow = {
  id: string;
  number: number;
  title: Localized;
  status: Status;
  counterAction: boolean;
  statusSince: string | null;
  assessedOn: string | null;
  lead: { memberId: string; name: string } | null;
  due: { on: string; precision: "DAY" | "MONTH" | "YEAR" } | null;
  doneOn: string | null;
  timeliness: Timeliness | null;
  latestNote: { body: string; datedOn: string } | null;
  noteCount: number;
  evidenceCount: number;
  openFollowUps: number;
  overdueFollowUps: number;
  attentions: Attention[];
};

/** What the table is narrowed to, its order and page, and the language in which titles are ordered. */
export type DashboardView = { filters?: CommitmentFilters; locale?: Locale };

/**
 * Where a document's commitments stand: `statuses`, `attention`, `strip` and `leads` of all of them, `rows` one page of
 * those that the filters leave (`found` of `total`). A fixed number of statements, however many there are; one more where words
 * are looked for. Refuses: not_found, forbidden.
 */
export async function getDashboard(
  actor: Actor,
  slug: string,
  { filters = {}, locale = defaultLocale }: DashboardView = {},
) {
  authorize(actor, "commitment:read");
  if (!slugPattern.test(slug)) throw new Refusal("not_found");
  const document = await database().document.findUnique({
    where: { workspaceId_slug: { workspaceId: actor.workspaceId, slug } },
    include: {
      versions: { select: { language: true, title: true, sourceAddress: true } },
      workspace: { select: { staleAfterDays: true, silentAfterMonths: true } },
    },
  });
  if (!document) throw new Refusal("not_found");
  const day = today();
  const read = await readRows({ document, day, limits: document.workspace, filters, locale });
  return {
    document: {
      id: document.id,
      slug: document.slug,
      isExample: document.isExample,
      issuer: document.issuer as Localized,
      place: document.place as Localized,
      adoptedOn: isoDate(document.adoptedOn),
      versions: document.versions,
    },
    today: day,
    limits: document.workspace,
    ...read,
    strip: read.strip?.map(({ completion, ...row }) => ({ ...row, status: completion })) ?? null,
    pages: Math.max(1, Math.ceil(read.found / commitmentsAPage)),
    rows: read.rows.map(
      ({ completion, dueOn, duePrecision, latestNote, ...row }): CommitmentRow => ({
        ...row,
        status: completion,
        due: dueOn && duePrecision ? { on: dueOn, precision: duePrecision } : null,
        timeliness: timelinessOf({ dueOn, doneOn: row.doneOn }, day),
        latestNote: latestNote && { ...latestNote, body: excerptOf(latestNote.body, 280) },
      }),
    ),
  };
}
export type Dashboard = Awaited<ReturnType<typeof getDashboard>>;
