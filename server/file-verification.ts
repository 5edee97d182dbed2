// Holds every file that a copy names against its hash.
import { type Actor, authorize } from "./auth/actor";
import { database } from "./database";
import { BrokenFile, readFile } from "./file-store";

/** A file and the first copy that names it. */
export type VerifiedFile = {
  sha256: string;
  verdict: "good" | BrokenFile["reason"];
  source: string;
  number: number;
};

/** Reads the files of all copies of the workspace, each once, and says of each what it found. Refuses: forbidden. */
export async function* verifyFiles(actor: Actor): AsyncGenerator<VerifiedFile> {
  authorize(actor, "commitment:read");
  const rows = await database().capture.findMany({
    where: { workspaceId: actor.workspaceId },
    select: { sha256: true, shownSha256: true, number: true, evidence: { select: { title: true } } },
    orderBy: { takenAt: "asc" },
  });
  const seen = new Set<string>();
  for (const { sha256: original, shownSha256, number, evidence } of rows) {
    for (const sha256 of [original, shownSha256]) {
      if (!sha256 || seen.has(sha256)) continue;
      seen.add(sha256);
      yield { sha256, verdict: await verdictOf(sha256), source: evidence.title, number };
    }
  }
}

async function verdictOf(sha256: string): Promise<VerifiedFile["verdict"]> {
  try {
    await readFile(sha256);
    return "good";
  } catch (error) {
    if (error instanceof BrokenFile) return error.reason;
    throw error;
  }
}
