// Reviewing assessments: what waits for an editor, approving it so that it counts, and returning it with a reason.
import type { ReturnAssessmentInput } from "@/domain/assessment";
import type { NotificationData } from "@/domain/notification";
import { Refusal } from "@/domain/refusal";
import { findDraft } from "./assessment-drafts";
import {
  assessmentInclude,
  assessmentView,
  findLatestSubmitted,
  type Judged,
  type JudgedPlace,
  judgedInclude,
  judgedView,
  lockJudged,
  refuseDropped,
} from "./assessment-rows";
import { putInForce } from "./assessments";
import { recordEvent } from "./audit";
import { type Actor, authorize } from "./auth/actor";
import { isoDate } from "./calendar-dates";
import { database, inTransaction, type Transaction } from "./database";
import { notify } from "./notifications";

/**
 * Approves an assessment of somebody else: it counts from now on, and moves the status if it is the latest by date judged.
 * Refuses: not_found, forbidden, conflict when it was reviewed meanwhile.
 */
export function approveAssessment(actor: Actor, { assessmentId }: { assessmentId: string }): Promise<void> {
  return inTransaction(async (tx) => {
    const { assessment, place } = await lockSubmitted(tx, actor, assessmentId);
    refuseDropped(place);
    const { completion, counterAction, asOf } = assessment;
    await tx.assessment.update({ where: { id: assessmentId }, data: { review: "APPROVED", ...reviewedBy(actor) } });
    const moved = await putInForce(tx, actor, place, assessment);
    await recordEvent(tx, actor, {
      type: "assessment.approved",
      data: { ...moved, to: completion, counterAction, asOf: isoDate(asOf), ...place.of },
      ...place.about,
      subjectId: assessmentId,
    });
    await notifyAuthor(tx, actor, place, { ...assessment, approved: true });
  });
}

/**
 * Gives an assessment of somebody else back to its author, with the reason; it never counts, and a new one may follow it.
 * Refuses: not_found, forbidden, conflict when it was reviewed meanwhile.
 */
export function returnAssessment(actor: Actor, { assessmentId, reason }: ReturnAssessmentInput): Promise<void> {
  return inTransaction(async (tx) => {
    const { assessment, place } = await lockSubmitted(tx, actor, assessmentId);
    await tx.assessment.update({
      where: { id: assessmentId },
      data: { review: "RETURNED", reviewReason: reason, ...reviewedBy(actor) },
    });
    await recordEvent(tx, actor, {
      type: "assessment.returned",
      data: { to: assessment.completion, reason, asOf: isoDate(assessment.asOf), ...place.of },
      ...place.about,
      subjectId: assessmentId,
    });
    await notifyAuthor(tx, actor, place, { ...assessment, approved: false });
  });
}

const reviewedBy = ({ memberId }: Actor) => ({ reviewedById: memberId, reviewedAt: new Date() });

async function lockSubmitted(tx: Transaction, actor: Actor, id: string) {
  const where = { id, workspaceId: actor.workspaceId, review: { not: "DRAFT" } } as const;
  const found = await tx.assessment.findFirst({ where });
  if (!found) throw new Refusal("not_found");
  authorize(actor, "assessment:review", found);
  const place = await lockJudged(tx, actor, found);
  // Read again, since a colleague may have decided while the lock was waited for.
  const assessment = await tx.assessment.findFirstOrThrow({ where });
  if (assessment.review !== "SUBMITTED") throw new Refusal("conflict", { reason: "already_reviewed" });
  return { assessment, place };
}

async function notifyAuthor(
  tx: Transaction,
  actor: Actor,
  { about }: JudgedPlace,
  decided: {
    id: string;
    recordedById: string | null;
    approved: boolean;
    completion: NonNullable<NotificationData["to"]>;
  },
): Promise<void> {
  const { id, recordedById: memberId, approved, completion } = decided;
  if (!memberId) return;
  const data = { approved, to: completion };
  await notify(tx, actor, [{ memberId, kind: "REVIEW_DECIDED", once: `reviewed:${id}`, ...about, data }]);
}

/**
 * What a form for a judgement begins with, and what of it waits: assessments that an editor has still to look at, and of the
 * actor's own the draft and the one that came back, unless something followed it. Refuses: forbidden.
 */
export async function getReviewDesk(actor: Actor, judged: Judged) {
  authorize(actor, "commitment:read");
  const here = { workspaceId: actor.workspaceId, commitmentId: judged.commitmentId, provisionId: judged.provisionId };
  const [workspace, latest, waiting, draft, own] = await Promise.all([
    database().workspace.findUniqueOrThrow({ where: { id: actor.workspaceId }, select: { requiresReview: true } }),
    findLatestSubmitted(database(), here),
    database().assessment.findMany({
      where: { ...here, review: "SUBMITTED" },
      orderBy: { recordedAt: "asc" },
      include: assessmentInclude,
    }),
    findDraft(database(), actor, here),
    database().assessment.findFirst({
      where: { ...here, recordedById: actor.memberId ?? "-", review: { not: "DRAFT" } },
      orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
      include: assessmentInclude,
    }),
  ]);
  return {
    requiresReview: workspace.requiresReview,
    /** The last one submitted, on which a new one is based. */
    latestId: latest?.id ?? null,
    waiting: waiting.map(assessmentView),
    draft,
    returned: own?.review === "RETURNED" ? assessmentView(own) : null,
  };
}
export type ReviewDesk = Awaited<ReturnType<typeof getReviewDesk>>;

/** What waits for review in the whole workspace, the oldest first, and the actor's own drafts and returned ones. Refuses: forbidden. */
export async function listReviews(actor: Actor) {
  authorize(actor, "commitment:read");
  const include = { ...assessmentInclude, ...judgedInclude };
  const own = { workspaceId: actor.workspaceId, recordedById: actor.memberId ?? "-" };
  const [waiting, drafts] = await Promise.all([
    database().assessment.findMany({
      where: { workspaceId: actor.workspaceId, review: "SUBMITTED" },
      orderBy: { recordedAt: "asc" },
      include,
    }),
    database().assessment.findMany({ where: { ...own, review: "DRAFT" }, orderBy: { recordedAt: "desc" }, include }),
  ]);
  const view = (row: (typeof waiting)[number]) => ({ ...assessmentView(row), judged: judgedView(row) });
  return { waiting: waiting.map(view), drafts: drafts.map(view) };
}
export type ReviewItem = Awaited<ReturnType<typeof listReviews>>["waiting"][number];
