// Published summaries: frozen with their hash, listed, downloaded, compared, and told again from history.
import { createHash } from "node:crypto";
import { Refusal } from "@/domain/refusal";
import { compareReleases, type PublishReleaseInput } from "@/domain/release";
import { type Comparison, compareTold, isOfBefore } from "@/domain/release-proof";
import { type ReportChoices, type ReportFormat, reportSections } from "@/domain/report";
import { type Locale, locales } from "@/i18n/locales";
import { recordEvent } from "./audit";
import { type Actor, authorize } from "./auth/actor";
import { dateColumn, isoDate, today } from "./calendar-dates";
import { database, inTransaction, type Transaction } from "./database";
import { type ExportedFile, type WriteOptions, writeReport } from "./export-formats/formats";
import { reportFrom, representationIn } from "./export-formats/from-json";
import { writeJson } from "./export-formats/json";
import { type ReportRelease, readReports } from "./export-formats/report";
import { wordsOf } from "./export-formats/report-words";
import { personOf, personSelect } from "./members";

const releaseSelect = {
  id: true,
  number: true,
  asOf: true,
  choices: true,
  codebookVersion: true,
  eventNumber: true,
  publishedAt: true,
  publishedBy: { select: personSelect },
  document: { select: { id: true, slug: true, versions: { select: { language: true, title: true } } } },
  summaries: { select: { language: true, sha256: true }, orderBy: { language: "asc" } },
} as const;

/**
 * Freezes the summary as it is told by what is recorded now, in every language, under the document's next number.
 * Refuses: not_found, forbidden, invalid (as getReport).
 */
export async function publishRelease(
  actor: Actor,
  input: PublishReleaseInput,
): Promise<{ id: string; number: number }> {
  authorize(actor, "release:publish");
  const { documentSlug, ...given } = input;
  const choices: ReportChoices = { ...given, asOf: given.asOf ?? today(), sections: [...reportSections] };
  const known = await knownNow(actor);
  const reportIn = await readReports(actor, { documentSlug, choices }, known);
  return inTransaction(async (tx) => {
    const document = await lockDocument(tx, actor, documentSlug);
    const number = (await tx.release.count({ where: { documentId: document.id } })) + 1;
    const reports = locales.map((locale) => ({
      ...reportIn(locale),
      release: releaseIn(locale, { number, publishedAt: known.at }),
    }));
    const summaries = reports.map((report) => ({ language: report.language, ...hashed(writeJson(report)) }));
    const codebookVersion = reports[0]?.codebookVersion ?? 1;
    const { id } = await tx.release.create({
      data: {
        workspaceId: actor.workspaceId,
        documentId: document.id,
        number,
        choices,
        asOf: dateColumn(choices.asOf ?? today()),
        codebookVersion,
        eventNumber: known.eventNumber,
        publishedById: actor.memberId,
        publishedAt: known.at,
        summaries: { create: summaries },
      },
      select: { id: true },
    });
    await recordEvent(tx, actor, {
      type: "release.published",
      data: {
        number,
        asOf: choices.asOf ?? today(),
        codebookVersion,
        sha256: Object.fromEntries(summaries.map(({ language, sha256 }) => [language, sha256])),
      },
      documentId: document.id,
      subjectId: id,
    });
    return { id, number };
  });
}

/** The releases of a document, the latest first. Refuses: forbidden. */
export async function listReleases(actor: Actor, documentSlug: string) {
  authorize(actor, "release:read");
  const rows = await database().release.findMany({
    where: { workspaceId: actor.workspaceId, document: { slug: documentSlug } },
    select: releaseSelect,
    orderBy: { number: "desc" },
  });
  return rows.map(releaseView);
}
export type ReleaseView = ReturnType<typeof releaseView>;

/** Refuses: not_found, forbidden. */
export async function getRelease(actor: Actor, releaseId: string): Promise<ReleaseView> {
  authorize(actor, "release:read");
  const row = await database().release.findUnique({
    where: { id: releaseId, workspaceId: actor.workspaceId },
    select: releaseSelect,
  });
  if (!row) throw new Refusal("not_found");
  return releaseView(row);
}

/** The frozen summary as it is shown and written. Refuses: not_found, forbidden. */
export async function getReleaseReport(actor: Actor, releaseId: string, locale: Locale) {
  return reportFrom(representationIn(await frozenJson(actor, releaseId, locale)));
}

/**
 * The frozen summary as a file; JSON byte for byte as it was hashed.
 * Refuses: not_found, forbidden.
 */
export async function exportRelease(
  actor: Actor,
  { releaseId, locale }: { releaseId: string; locale: Locale },
  { format, ...options }: WriteOptions & { format: ReportFormat },
): Promise<ExportedFile> {
  const { number } = await getRelease(actor, releaseId);
  const json = await frozenJson(actor, releaseId, locale);
  const file = await writeReport(reportFrom(representationIn(json)), format, options);
  const plainName = file.plainName.replace(/(?=-\d{4}-\d\d-\d\d-\w+\.\w+$)/, `-release-${number}`);
  return { ...file, plainName, ...(format === "json" && { bytes: json }) };
}

/** Two releases of one document, whichever way round they are named. Refuses: not_found, forbidden. */
export async function compareTwoReleases(actor: Actor, ids: readonly [string, string], locale: Locale) {
  const [one, other] = await Promise.all(ids.map((id) => getRelease(actor, id)));
  if (!one || !other || one.document.id !== other.document.id) throw new Refusal("not_found");
  const [earlier, later] = one.number <= other.number ? [one, other] : [other, one];
  const [before, after] = await Promise.all(
    [earlier, later].map(async ({ id }) => representationIn(await frozenJson(actor, id, locale))),
  );
  return { earlier, later, commitments: before && after ? compareReleases(before, after) : [] };
}

/** damaged: the bytes do not have their hash any more. */
type Verdict = Comparison | "damaged";

/** What the proof found of one language of a release. */
export type Proof = {
  number: number;
  documentSlug: string;
  language: Locale;
  sha256: string;
  verdict: Verdict;
};

/** Tells every release again from history and holds it against what was frozen. Refuses: forbidden. */
export async function proveReleases(actor: Actor, documentSlug?: string): Promise<Proof[]> {
  authorize(actor, "release:read");
  const rows = await database().release.findMany({
    where: { workspaceId: actor.workspaceId, ...(documentSlug && { document: { slug: documentSlug } }) },
    select: releaseSelect,
    orderBy: [{ documentId: "asc" }, { number: "asc" }],
  });
  const proofs: Proof[] = [];
  for (const row of rows) {
    const known = { eventNumber: row.eventNumber, at: row.publishedAt };
    const asked = { documentSlug: row.document.slug, choices: row.choices as ReportChoices };
    const reportIn = await readReports(actor, asked, known);
    for (const locale of locales) {
      const again = writeJson({ ...reportIn(locale), release: releaseIn(locale, row) });
      const sha256 = row.summaries.find(({ language }) => language === locale)?.sha256 ?? "";
      const frozen = await frozenJson(actor, row.id, locale);
      const verdict = verdictOn({ frozen, again, sha256, isOfBefore: isOfBefore(row.choices) });
      proofs.push({ number: row.number, documentSlug: row.document.slug, language: locale, sha256, verdict });
    }
  }
  return proofs;
}

type Held = { frozen: Uint8Array; again: Uint8Array; sha256: string; isOfBefore: boolean };

function verdictOn({ frozen, again, sha256, isOfBefore }: Held): Verdict {
  if (hashed(frozen).sha256 !== sha256) return "damaged";
  const decoder = new TextDecoder();
  return compareTold(decoder.decode(frozen), decoder.decode(again), { isOfBefore });
}

function hashed(json: Uint8Array) {
  return { json: new Uint8Array(json), sha256: createHash("sha256").update(json).digest("hex") };
}

function releaseIn(locale: Locale, { number, publishedAt }: { number: number; publishedAt: Date }): ReportRelease {
  return { number, publishedAt: wordsOf(locale).instant(publishedAt) };
}

/** Event numbers follow commit order without gaps, so whatever has this number or a lower one stands for good. */
async function knownNow(actor: Actor) {
  const { eventCount } = await database().workspace.findUniqueOrThrow({
    where: { id: actor.workspaceId },
    select: { eventCount: true },
  });
  return { eventNumber: eventCount, at: new Date() };
}

async function lockDocument(tx: Transaction, actor: Actor, slug: string): Promise<{ id: string }> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Document" WHERE "workspaceId" = ${actor.workspaceId} AND slug = ${slug} FOR UPDATE`;
  if (!row) throw new Refusal("not_found");
  return row;
}

async function frozenJson(actor: Actor, releaseId: string, locale: Locale): Promise<Uint8Array> {
  authorize(actor, "release:read");
  const kept = await database().releaseSummary.findFirst({
    where: { releaseId, language: locale, release: { workspaceId: actor.workspaceId } },
    select: { json: true },
  });
  if (!kept) throw new Refusal("not_found");
  return kept.json;
}

type ReleaseRow = NonNullable<Awaited<ReturnType<typeof findSelected>>>;
const findSelected = (id: string) => database().release.findUnique({ where: { id }, select: releaseSelect });

function releaseView({ summaries, ...row }: ReleaseRow) {
  return {
    id: row.id,
    number: row.number,
    asOf: isoDate(row.asOf),
    choices: row.choices as ReportChoices,
    codebookVersion: row.codebookVersion,
    publishedAt: row.publishedAt,
    publishedBy: row.publishedBy && personOf(row.publishedBy),
    document: row.document,
    hashes: summaries.map(({ language, sha256 }) => ({ language: language as Locale, sha256 })),
  };
}
