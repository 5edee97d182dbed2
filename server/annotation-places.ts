// Finds the place in a document of what another program annotated; never guesses silently (domain/anchoring.ts).

import { type Anchored, type AnchoringMethod, anchor } from "@/domain/anchoring";
import { type PassageName, readPassageIri } from "@/domain/annotation-iris";
import type { ReadTarget } from "@/domain/representation/annotation-reading";
import { quoteAt, sliceOf } from "@/domain/text-position";
import type { Transaction } from "./database";

/** A target as the database keeps it, found or not. */
export type Placed = {
  passageId: string | null;
  start: number | null;
  end: number | null;
  exact: string;
  prefix: string;
  suffix: string;
  /** What was quoted, where other words stand there. */
  was: string | null;
  method: AnchoringMethod | null;
  score: number | null;
  orphanedAt: Date | null;
};

/** The document whose text is searched, every revision of it. */
export async function readPlaces(tx: Transaction, document: { id: string; slug: string }) {
  const rows = await tx.passage.findMany({
    where: { paragraph: { documentId: document.id } },
    orderBy: { revision: "asc" },
    select: {
      id: true,
      text: true,
      revision: true,
      languageVersion: { select: { language: true } },
      paragraph: { select: { ordinal: true } },
    },
  });
  const all = rows.map(({ paragraph, languageVersion, ...row }) => ({
    ...row,
    ordinal: paragraph.ordinal,
    language: languageVersion.language,
  }));
  const newest = [...new Map(all.map((each) => [`${each.ordinal}.${each.language}`, each])).values()];
  return { slug: document.slug, all, newest };
}
type Places = Awaited<ReturnType<typeof readPlaces>>;
type Passage = Places["all"][number];

/** The place of a target in the newest text; an orphan where there is none, or more than one that is as good. */
export function place(places: Places, { source, selector }: ReadTarget): Placed {
  const name = readPassageIri(source);
  const named = name ? passageOf(places, name) : null;
  const wanted = named ? withQuote(selector, named.text) : selector;
  if (wanted.exact) {
    const quote = { ...wanted, exact: wanted.exact };
    if (named) {
      const newest = places.newest.find((each) => each.ordinal === named.ordinal && each.language === named.language);
      const found = newest && anchor(quote, newest.text);
      if (newest && found) return placedAt(newest, found, quote.exact);
    } else if (!name) {
      // The positions are those of another page, and only one paragraph may have the words.
      const hits = places.newest.flatMap((passage) => {
        const found = anchor({ ...quote, start: null, end: null }, passage.text);
        return found ? [{ passage, found }] : [];
      });
      const exact = hits.filter(({ found }) => found.method === "QUOTE");
      const [only, ...others] = exact.length > 0 ? exact : hits;
      if (only && others.length === 0) return placedAt(only.passage, only.found, quote.exact);
    }
  }
  return orphan(named, wanted);
}

function passageOf(places: Places, name: PassageName): Passage | null {
  const is = (each: Passage) => each.ordinal === name.ordinal && each.language === name.language;
  if (name.slug !== places.slug) return null;
  return places.all.find((each) => is(each) && each.revision === name.revision) ?? places.newest.find(is) ?? null;
}

/** Of a text that is known to the letter, a position alone says which words, and no selector means all of it. */
function withQuote(selector: ReadTarget["selector"], text: string): ReadTarget["selector"] {
  if (selector.exact) return selector;
  const start = selector.start ?? 0;
  const end = selector.end ?? [...text].length;
  const exact = sliceOf(text, { start, end });
  return exact ? { start, end, ...quoteAt(text, { start, end }) } : selector;
}

function placedAt(passage: Passage, { start, end, method, score }: Anchored, quoted: string): Placed {
  const quote = quoteAt(passage.text, { start, end });
  const was = quote.exact === quoted ? null : quoted;
  return { passageId: passage.id, start, end, ...quote, was, method, score, orphanedAt: null };
}

/** Kept with its words; where it last stood is known when its own revision of the text is. */
function orphan(named: Passage | null, { exact, prefix, suffix, start, end }: ReadTarget["selector"]): Placed {
  const stood =
    named && typeof start === "number" && typeof end === "number" ? { passageId: named.id, start, end } : null;
  return {
    ...(stood ?? { passageId: null, start: null, end: null }),
    exact: exact ?? "",
    prefix: prefix ?? "",
    suffix: suffix ?? "",
    was: null,
    method: null,
    score: null,
    orphanedAt: new Date(),
  };
}
