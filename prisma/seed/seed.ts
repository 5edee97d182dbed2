// Fills the first workspace with the communiqué and our reading of it, through the use cases; safe to run again.
import { systemActor } from "@/server/auth/actor";
import { ensureCodebook } from "@/server/codebooks";
import { createDocument } from "@/server/documents";
import { firstWorkspace } from "@/server/installation";
import { seedProvisions } from "@/server/provision-seed";
import { communique } from "./communique";
import { communiqueProvisions } from "./provisions";

/** Makes the first workspace and enters the communiqué and its provisions unless they are there. */
export async function seed(): Promise<void> {
  const workspace = await firstWorkspace();
  const actor = systemActor(workspace.id, "SEED");
  await createDocument(actor, communique());
  await ensureCodebook(actor);
  await seedProvisions(actor, communiqueProvisions());
}
