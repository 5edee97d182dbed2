// What people choose from while they annotate: members to call, tags, and what a link can point at.
import type { MemberActor } from "./auth/actor";
import { authorize } from "./auth/actor";
import { listCommitmentChoices } from "./commitment-choices";
import { database } from "./database";
import { personOf, personSelect } from "./members";
import { listTags } from "./tags";

/** Newest first; older sources are linked from their own place. */
const mostEvidence = 200;

/** Everything that the forms about annotations on a document offer. Refuses: forbidden. */
export async function listAnnotationChoices(actor: MemberActor, documentId: string) {
  authorize(actor, "annotation:read");
  const { workspaceId } = actor;
  const [members, tags, workspace, commitments, evidence] = await Promise.all([
    database().member.findMany({
      where: { workspaceId, removedAt: null },
      select: personSelect,
      orderBy: { user: { name: "asc" } },
    }),
    listTags(actor),
    database().workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { allowsFreeTags: true } }),
    listCommitmentChoices(actor, { id: documentId }),
    database().evidence.findMany({
      where: { workspaceId },
      select: { id: true, title: true },
      orderBy: { createdAt: "desc" },
      take: mostEvidence,
    }),
  ]);
  return {
    members: members.map((member) => personOf(member)),
    tags: tags.map(({ id, name, description, color }) => ({ id, name, description, color })),
    allowsFreeTags: workspace.allowsFreeTags,
    commitments,
    evidence,
  };
}
export type AnnotationChoices = Awaited<ReturnType<typeof listAnnotationChoices>>;
