// The method that judgements are made by, in numbered versions.
import type { Actor } from "./auth/actor";
import type { Transaction } from "./database";

/** The number of the version that judgements are made under now. */
export async function codebookVersionInForce(tx: Transaction, actor: Actor): Promise<number> {
  const latest = await tx.codebookVersion.findFirst({
    where: { workspaceId: actor.workspaceId },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  return latest?.number ?? 1;
}
