// The workspace itself: its name and when a status counts as stale.
import { changesBetween } from "@/domain/audit";
import type { EditWorkspaceInput } from "@/domain/person";
import { recordEvent } from "./audit";
import { type Actor, authorize } from "./auth/actor";
import { database, inTransaction } from "./database";

const shown = { id: true, name: true, staleAfterDays: true } as const;

/** The actor's workspace; every member may know it. */
export function getWorkspace(actor: Actor) {
  return database().workspace.findUniqueOrThrow({ where: { id: actor.workspaceId }, select: shown });
}
export type WorkspaceView = Awaited<ReturnType<typeof getWorkspace>>;

/** Saves the workspace's name and settings. Refuses: forbidden. */
export function editWorkspace(actor: Actor, input: EditWorkspaceInput): Promise<void> {
  return inTransaction(async (tx) => {
    authorize(actor, "workspace:edit");
    await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE id = ${actor.workspaceId} FOR UPDATE`;
    const { id, ...before } = await tx.workspace.findUniqueOrThrow({ where: { id: actor.workspaceId }, select: shown });
    const changes = changesBetween(before, input);
    if (!changes) return;
    await tx.workspace.update({ where: { id }, data: input });
    await recordEvent(tx, actor, { type: "workspace.edited", data: { changes }, subjectId: id });
  });
}
