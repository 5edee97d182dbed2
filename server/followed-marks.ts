// Carries the marks on a text over to its correction: each to its new place, or out of sight until somebody puts it back.
import { type Anchored, type Correction, followAll } from "@/domain/anchoring";
import { indexPositions, quoteAt, type TextRange } from "@/domain/text-position";
import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "./database";

type Text = { id: string; text: string };
export type Followed = { kept: number; lost: number };

/** Where each range goes; many marks on the same words are followed once. */
export function followRanges<Range extends TextRange>(ranges: readonly Range[], correction: Correction) {
  const keyOf = ({ start, end }: TextRange) => `${start} ${end}`;
  const apart = new Map(ranges.map((range) => [keyOf(range), range]));
  const places = followAll([...apart.values()], correction);
  const found = new Map([...apart.keys()].map((key, index) => [key, places[index] ?? null]));
  return ranges.map((range) => found.get(keyOf(range)) ?? null);
}

/**
 * Marks and editorial remarks of a passage follow to the text that takes its place, also those that are deleted, so that
 * they can come back. Says how many of them the whole team sees.
 */
export async function followMarks(tx: Transaction, from: Text, to: Text): Promise<Followed> {
  const [targets, remarks] = [await followTargets(tx, from, to), await followRemarks(tx, from, to)];
  return { kept: targets.kept + remarks.kept, lost: targets.lost + remarks.lost };
}

async function followTargets(tx: Transaction, from: Text, to: Text): Promise<Followed> {
  const rows = await tx.annotationTarget.findMany({
    where: { passageId: from.id, orphanedAt: null },
    include: { annotation: { select: { layer: true, deletedAt: true } } },
  });
  // A target with a passage has a place in it: the database sees to that.
  const targets = rows.map((row) => ({ ...row, start: row.start ?? 0, end: row.end ?? 0 }));
  const lost = await moveRows(tx, "AnnotationTarget", targets, { from, to });
  const isSeen = ({ annotation }: (typeof targets)[number]) => annotation.layer === "TEAM" && !annotation.deletedAt;
  const seen = targets.filter(isSeen).length;
  const seenLost = targets.filter((target) => lost.has(target.id) && isSeen(target)).length;
  return { kept: seen - seenLost, lost: seenLost };
}

type Placed = Story & TextRange & { id: string; exact: string };
export type Texts = { from: Text; to: Text };

/** Moves rows that have a place in one text to their place in the other; those that have none there stay, and are returned. */
export async function moveRows(
  tx: Transaction,
  table: "AnnotationTarget" | "ProvisionSpan",
  rows: readonly Placed[],
  { from, to }: Texts,
): Promise<ReadonlySet<string>> {
  const places = followRanges(rows, { from: from.text, to: to.text });
  const index = indexPositions(to.text);
  const moved = rows.flatMap((row, at) => {
    const place = places[at];
    if (!place) return [];
    const quote = quoteAt(to.text, place, index);
    return [{ id: row.id, start: place.start, end: place.end, ...quote, ...story(row, quote.exact, place) }];
  });
  await tx.$executeRaw`
    UPDATE ${Prisma.raw(`"${table}"`)} AS target
    SET "passageId" = ${to.id}, start = place.start, "end" = place.end, exact = place.exact, prefix = place.prefix,
      suffix = place.suffix, method = place.method::"AnchorMethod", score = place.score, was = place.was
    FROM jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) AS place(
      id text, start int, "end" int, exact text, prefix text, suffix text, method text, score float8, was text)
    WHERE target.id = place.id`;
  const lost = rows.flatMap(({ id }, at) => (places[at] ? [] : [id]));
  await tx.$executeRaw`UPDATE ${Prisma.raw(`"${table}"`)} SET "orphanedAt" = now() WHERE id = ANY(${lost})`;
  return new Set(lost);
}

type Story = { method: string | null; score: number | null; was: string | null };

/** Words that were searched for, or that changed, say so; those that stayed keep what is told of an earlier correction. */
function story(target: Story & { exact: string }, exact: string, { method, score }: Anchored): Story {
  if (method === "FUZZY" || exact !== target.exact) return { method, score, was: target.exact };
  return target.was === null
    ? { method, score, was: null }
    : { method: target.method, score: target.score, was: target.was };
}

/** Each revision has remarks of its own, since history shows any of them; what lost its place stays by the text that it was on. */
async function followRemarks(tx: Transaction, from: Text, to: Text): Promise<Followed> {
  const remarks = await tx.editorialNote.findMany({ where: { passageId: from.id, orphanedAt: null } });
  const places = followRanges(remarks, { from: from.text, to: to.text });
  const orphanedAt = new Date();
  await tx.editorialNote.createMany({
    data: remarks.map(({ start, end, exact, body }, at) => {
      const place = places[at];
      return place
        ? { ...place, passageId: to.id, exact: quoteAt(to.text, place).exact, body: body as object }
        : { start, end, exact, passageId: from.id, orphanedAt, body: body as object };
    }),
  });
  const kept = places.filter(Boolean).length;
  return { kept, lost: remarks.length - kept };
}
