// The workspace itself: its name and when a status counts as stale.
import { changesBetween } from "@/domain/audit";
import type { EditWorkspaceInput } from "@/domain/person";
import { Refusal } from "@/domain/refusal";
import { recordEvent } from "./audit";
import { type Actor, authorize } from "./auth/actor";
import { database, inTransaction } from "./database";

const shown = {
  id: true,
  name: true,
  staleAfterDays: true,
  silentAfterMonths: true,
  allowsFreeTags: true,
  requiresReview: true,
  respectsRobots: true,
  version: true,
} as const;

/** The actor's workspace; every member may know it. */
export function getWorkspace(actor: Actor) {
  return database().workspace.findUniqueOrThrow({ where: { id: actor.workspaceId }, select: shown });
}
export type WorkspaceView = Awaited<ReturnType<typeof getWorkspace>>;

/** Saves the workspace's name and settings. Refuses: forbidden, conflict (detail.current is what stands). */
export function editWorkspace(actor: Actor, input: EditWorkspaceInput): Promise<void> {
  return inTransaction(async (tx) => {
    authorize(actor, "workspace:edit");
    await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE id = ${actor.workspaceId} FOR UPDATE`;
    const standing = await tx.workspace.findUniqueOrThrow({ where: { id: actor.workspaceId }, select: shown });
    if (standing.version !== input.version) throw new Refusal("conflict", { current: standing });
    const { id, version, ...before } = standing;
    const { version: _, ...after } = input;
    const changes = changesBetween(before, after);
    if (!changes) return;
    await tx.workspace.update({ where: { id }, data: { ...after, version: version + 1 } });
    await recordEvent(tx, actor, { type: "workspace.edited", data: { changes }, subjectId: id });
  });
}
