// Enters the provisions that the product itself proposes for a document, each on the words of its text.
import { type SeedProvisionsInput, seedProvisionsInput } from "@/domain/provision";
import { invalidField, Refusal } from "@/domain/refusal";
import { quoteAt, toCodePoints } from "@/domain/text-position";
import { recordEvent } from "./audit";
import { type Actor, authorize } from "./auth/actor";
import { dateColumn } from "./calendar-dates";
import { inTransaction, type Transaction } from "./database";
import { followRanges } from "./followed-marks";
import { about, provisionInclude, valuesOf } from "./provision-rows";

/**
 * Proposes provisions for every commitment that has none, not even dropped ones: what a team changed or dropped never
 * comes back, so a seed may run again. Words are looked for in the text as it was entered and follow to how it stands now.
 * Refuses: not_found, forbidden, invalid (commitments that the document has not, quotes that are not found exactly once).
 */
export function seedProvisions(actor: Actor, given: SeedProvisionsInput): Promise<{ seeded: number }> {
  const input = seedProvisionsInput.parse(given);
  return inTransaction(async (tx) => {
    authorize(actor, "provision:seed");
    await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE id = ${actor.workspaceId} FOR UPDATE`;
    const document = await tx.document.findUnique({
      where: { workspaceId_slug: { workspaceId: actor.workspaceId, slug: input.documentSlug } },
      select: {
        commitments: {
          select: {
            id: true,
            number: true,
            _count: { select: { provisions: true } },
            paragraph: {
              select: {
                passages: { where: { languageVersion: { language: input.language } }, orderBy: { revision: "asc" } },
              },
            },
          },
        },
      },
    });
    if (!document) throw new Refusal("not_found");
    let seeded = 0;
    for (const { number, provisions } of input.commitments) {
      const commitment = document.commitments.find((each) => each.number === number);
      if (!commitment) throw invalidField("commitments", "no_such_commitment");
      if (commitment._count.provisions > 0) continue;
      await seedCommitment(
        tx,
        actor,
        { commitmentId: commitment.id, passages: commitment.paragraph.passages },
        provisions,
      );
      seeded += provisions.length;
    }
    return { seeded };
  });
}

type Text = { id: string; text: string };
type Provisions = ReturnType<typeof seedProvisionsInput.parse>["commitments"][number]["provisions"];
type Place = { commitmentId: string; passages: readonly Text[] };

async function seedCommitment(tx: Transaction, actor: Actor, place: Place, provisions: Provisions): Promise<void> {
  const rows = [];
  for (const [index, { title, bearer, addressee, due, quotes, ...given }] of provisions.entries()) {
    rows.push(
      await tx.provision.create({
        data: {
          workspaceId: actor.workspaceId,
          commitmentId: place.commitmentId,
          ordinal: index + 1,
          title,
          bearer: bearer ?? undefined,
          addressee: addressee ?? undefined,
          ...given,
          dueOn: dateColumn(due?.on ?? null),
          duePrecision: due?.precision ?? null,
          spans: { create: spansOf(quotes, place.passages) },
        },
        include: provisionInclude,
      }),
    );
  }
  const [first] = rows;
  if (!first) return;
  const { documentId, commitmentId } = about(first);
  await recordEvent(tx, actor, {
    type: "provision.seeded",
    data: { provisions: rows.map((row) => ({ provisionId: row.id, ...valuesOf(row) })) },
    documentId,
    commitmentId,
  });
}

/** The words in the newest text, or where they last stood when it has them no more. */
function spansOf(quotes: readonly string[], [first, ...corrections]: readonly Text[]) {
  if (!first) throw invalidField("quotes", "bad_text");
  return quotes.map((exact, index) => {
    const at = first.text.indexOf(exact);
    if (at < 0 || at !== first.text.lastIndexOf(exact)) throw invalidField("quotes", "bad_text");
    let text = first;
    let range = { start: toCodePoints(first.text, at), end: toCodePoints(first.text, at + exact.length) };
    let orphanedAt: Date | null = null;
    for (const next of corrections) {
      const [found] = followRanges([range], { from: text.text, to: next.text });
      if (!found) {
        orphanedAt = new Date();
        break;
      }
      text = next;
      range = { start: found.start, end: found.end };
    }
    return { ...range, ...quoteAt(text.text, range), passageId: text.id, orphanedAt, ordinal: index + 1 };
  });
}
