// Carries provisions over to a correction of the text: their words follow, and those that are gone are shown as lost.
import { changesBetween } from "@/domain/audit";
import { recordEvent } from "./audit";
import type { Actor } from "./auth/actor";
import type { Transaction } from "./database";
import { type Followed, moveRows, type Texts } from "./followed-marks";
import { about, anewer, nameOf, provisionInclude, valuesOf } from "./provision-rows";

/**
 * The words of provisions follow to the text that takes the place of theirs, those of dropped ones too. Where they read
 * otherwise or are gone, history says so of the provision itself. Says how many stretches followed.
 */
export async function followProvisions(tx: Transaction, actor: Actor, { from, to }: Texts): Promise<Followed> {
  const read = () =>
    tx.provision.findMany({ where, include: provisionInclude, orderBy: [{ commitmentId: "asc" }, { ordinal: "asc" }] });
  const spans = await tx.provisionSpan.findMany({ where: { passageId: from.id, orphanedAt: null } });
  const where = { id: { in: spans.map(({ provisionId }) => provisionId) } };
  const before = await read();
  const lost = await moveRows(tx, "ProvisionSpan", spans, { from, to });
  for (const [index, after] of (await read()).entries()) {
    const was = before[index];
    const changes = was && changesBetween({ quotes: valuesOf(was).quotes }, { quotes: valuesOf(after).quotes });
    if (!changes) continue;
    await tx.provision.update({ where: { id: after.id }, data: anewer });
    await recordEvent(tx, actor, { type: "provision.edited", data: { ...nameOf(after), changes }, ...about(after) });
  }
  return { kept: spans.length - lost.size, lost: lost.size };
}
