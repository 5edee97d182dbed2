// Looks at the address of a source: keeps a copy where there is a new text, and notes what became of it.
import { createHash } from "node:crypto";
import { findingOf, looksRemembered, lossOf, nextLook, saysGone } from "@/domain/capture";
import { mostCopied } from "@/domain/capture-terms";
import type { EvidenceHealth } from "@/domain/scales";
import { type Actor, authorize } from "./auth/actor";
import { addCapture, storeCopy, takeCitedSource, textOf } from "./capture-rows";
import { database, inTransaction, type Transaction } from "./database";
import { tellOfHealth } from "./evidence-health";
import { type Fetched, FetchFailure, fetchSafely } from "./fetching/fetch-safely";
import type { KeptPage } from "./fetching/keep-page";
import { tellPages } from "./notifications";
import type { Attempt } from "./queue";
import { notifyWatchers } from "./watches";

/** A picture or a style sheet within a page. */
const mostWithin = 5 * 1024 * 1024;
const wanted = "text/html,application/xhtml+xml,application/pdf;q=0.9,image/*;q=0.8,*/*;q=0.5";

/** What a look came back with. */
type Found = { fetched: Fetched; page: KeptPage };
type Lost = { httpStatus: number | null; finalAddress: string | null; reason: string };

/**
 * Looks at the address of a source now. A second run finds what the first one kept, and adds nothing but its look.
 * An address that gives nothing is no failure: it is noted with its reason, and looked at again. Refuses: forbidden.
 */
export async function checkEvidence(
  actor: Actor,
  asked: { evidenceId: string; askedById: string | null },
  { signal }: Pick<Attempt, "signal">,
): Promise<void> {
  authorize(actor, "evidence:check");
  const source = await database().evidence.findFirst({
    where: { id: asked.evidenceId, workspaceId: actor.workspaceId },
    select: { id: true, address: true, workspace: { select: { respectsRobots: true } } },
  });
  if (!source) return;
  const came = await lookAt(source.address, { signal, respectsRobots: source.workspace.respectsRobots });
  const look = { ...asked, address: source.address };
  if ("reason" in came) await noteLoss(actor, look, came);
  // Another look that ran beside this one may have kept a copy meanwhile: then this one is held against that.
  else while (!(await noteFinding(actor, look, came))) signal.throwIfAborted();
}

type Options = { signal: AbortSignal; respectsRobots: boolean };

async function lookAt(address: string, options: Options): Promise<Found | Lost> {
  try {
    const fetched = await fetchSafely(address, { ...options, accept: wanted, mostBytes: mostCopied });
    const { status, finalAddress } = fetched;
    if (status < 200 || status > 299) {
      return {
        httpStatus: status,
        finalAddress,
        reason: saysGone({ httpStatus: status }) ? "not_there" : "bad_status",
      };
    }
    // Only now: what reads pages is large, and a worker may have no use for it for days.
    const { keepPage } = await import("./fetching/keep-page");
    const fetchWithin = (within: string) => fetchSafely(within, { ...options, mostBytes: mostWithin });
    return { fetched, page: await keepPage(fetched, fetchWithin) };
  } catch (error) {
    if (!(error instanceof FetchFailure) || options.signal.aborted) throw error;
    return { httpStatus: null, finalAddress: null, reason: error.reason };
  }
}

type AskedLook = { evidenceId: string; askedById: string | null; address: string };

/** False where it has to be done again, since there is another copy to be held against. */
async function noteFinding(actor: Actor, look: AskedLook, { fetched, page }: Found): Promise<boolean> {
  const { bytes, finalAddress, fetchedAt: at, status: httpStatus } = fetched;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const found = { sha256, text: page.text && textOf(page.text), finalAddress };
  const latest = await latestFetched(database(), look.evidenceId);
  const { outcome, isNew } = findingOf(found, latest);
  const copy = isNew ? await storeCopy(bytes, page) : null;
  return inTransaction(async (tx) => {
    const source = await takeCitedSource(tx, actor, look.evidenceId);
    if (source.address !== look.address) return true;
    if ((await latestFetched(tx, look.evidenceId))?.id !== latest?.id) return false;
    const capture =
      copy &&
      (await addCapture(tx, actor, {
        source,
        copy: {
          ...copy,
          origin: "FETCHED",
          finalAddress,
          httpStatus,
          takenAt: at,
          fileName: null,
          takenById: look.askedById,
        },
      }));
    await noteLook(tx, actor, {
      source,
      look,
      check: { at, outcome, httpStatus, finalAddress, captureId: capture?.id },
    });
    return true;
  });
}

function noteLoss(actor: Actor, look: AskedLook, { httpStatus, finalAddress, reason }: Lost): Promise<void> {
  return inTransaction(async (tx) => {
    const source = await takeCitedSource(tx, actor, look.evidenceId);
    if (source.address !== look.address) return;
    const at = new Date();
    const outcome = lossOf({ at, httpStatus }, await looksBefore(tx, source.id));
    await noteLook(tx, actor, { source, look, check: { at, outcome, httpStatus, finalAddress, reason } });
  });
}

/** The latest copy that came from the address the source has now; an upload says nothing about the address. */
async function latestFetched(tx: Transaction, evidenceId: string) {
  const source = await tx.evidence.findUnique({ where: { id: evidenceId }, select: { health: true } });
  // Nobody has looked at this address yet, though there may be copies from the one before.
  if (source?.health === "UNCHECKED") return null;
  return tx.capture.findFirst({
    where: { evidenceId, origin: "FETCHED" },
    orderBy: { number: "desc" },
    select: { id: true, sha256: true, text: true, finalAddress: true },
  });
}

function looksBefore(tx: Transaction, evidenceId: string) {
  return tx.evidenceCheck.findMany({
    where: { evidenceId },
    orderBy: { at: "desc" },
    take: looksRemembered,
    select: { at: true, outcome: true, httpStatus: true },
  });
}

type Check = {
  at: Date;
  outcome: EvidenceHealth;
  httpStatus: number | null;
  finalAddress: string | null;
  reason?: string;
  captureId?: string;
};
type NotedLook = { source: { id: string; title: string; health: EvidenceHealth }; look: AskedLook; check: Check };

async function noteLook(tx: Transaction, actor: Actor, { source, look, check }: NotedLook): Promise<void> {
  const before = await looksBefore(tx, source.id);
  const { at, outcome, httpStatus, reason = null } = check;
  const { id: checkId } = await tx.evidenceCheck.create({ data: { ...check, evidenceId: source.id } });
  const isOther = source.health !== outcome;
  await tx.evidence.update({
    where: { id: source.id },
    data: {
      health: outcome,
      ...(isOther && { healthSince: at }),
      checkedAt: at,
      nextCheckAt: nextLook([{ at, outcome, httpStatus }, ...before]),
    },
  });
  if (isOther) await tellOfHealth(tx, actor, { source, to: outcome, reason });
  // A new version of the text is news each time, though the source was CHANGED before.
  if (outcome === "CHANGED" || (isOther && outcome === "GONE"))
    await tellWatchers(tx, actor, { source, outcome, checkId });
  if (look.askedById) await tellPages(tx, [look.askedById]);
}

type News = { source: NotedLook["source"]; outcome: EvidenceHealth; checkId: string };

/** Tells those who watch or lead what cites the source: each once, though they watch several. */
async function tellWatchers(tx: Transaction, actor: Actor, { source, outcome, checkId }: News): Promise<void> {
  const citing = await tx.commitment.findMany({
    where: { citations: { some: { evidenceId: source.id, deletedAt: null } } },
    orderBy: { number: "asc" },
    select: { id: true, documentId: true, leadId: true },
  });
  for (const { id: commitmentId, documentId, leadId } of citing) {
    await notifyWatchers(tx, actor, {
      kind: "EVIDENCE_HEALTH",
      once: `health:${checkId}`,
      documentId,
      commitmentId,
      data: { title: source.title, health: outcome },
      alsoTo: leadId ? [leadId] : [],
    });
  }
}
