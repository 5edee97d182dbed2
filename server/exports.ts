// Files of a summary that take long: asked for, written by a job, shown while they are under way, kept for a while.
import {
  type ExportFailure,
  isUnderWay,
  keptForDays,
  mostAtOnce,
  mostUnderWay,
  type RequestExportInput,
} from "@/domain/export";
import { Refusal } from "@/domain/refusal";
import type { ReportChoices, ReportFormat, ReportLanguage } from "@/domain/report";
import type { Locale } from "@/i18n/locales";
import { type Actor, authorize, type MemberActor } from "./auth/actor";
import { today } from "./calendar-dates";
import { database, inTransaction } from "./database";
import { type ExportedFile, exportReport, type WriteOptions } from "./export-formats/formats";
import { PdfFailure } from "./export-formats/pdf";
import { checkReport, type ReportRequest } from "./export-formats/report";
import { type Attempt, cancelJob, enqueue } from "./queue";
import { exportRelease, getRelease } from "./releases";

const viewSelect = {
  id: true,
  format: true,
  language: true,
  choices: true,
  state: true,
  progress: true,
  failure: true,
  name: true,
  size: true,
  requestedAt: true,
  finishedAt: true,
  expiresAt: true,
  document: { select: { slug: true } },
  release: { select: { id: true, number: true } },
} as const;

/** Whether the files of a document are written by a job: by how much there is to tell. Refuses: not_found, forbidden. */
export async function isLarge(actor: Actor, documentSlug: string): Promise<boolean> {
  authorize(actor, "summary:export");
  const document = await database().document.findUnique({
    where: { workspaceId_slug: { workspaceId: actor.workspaceId, slug: documentSlug } },
    select: { _count: { select: { commitments: true, events: true } } },
  });
  if (!document) throw new Refusal("not_found");
  const { commitments, events } = document._count;
  return commitments > mostAtOnce.commitments || events > mostAtOnce.events;
}

/**
 * The summary as a file while the reader waits.
 * Refuses: as getReport, and invalid (format) where the document is so large that requestExport must be asked.
 */
export async function exportAtOnce(actor: Actor, request: ReportRequest, format: ReportFormat): Promise<ExportedFile> {
  if (await isLarge(actor, request.documentSlug)) throw new Refusal("invalid", { fields: { format: "too_large" } });
  return exportReport(actor, request, format);
}

/**
 * A release as a file while the reader waits; JSON is there as it was frozen, so it is never too large.
 * Refuses: not_found, forbidden, invalid (format) as exportAtOnce.
 */
export async function exportReleaseAtOnce(
  actor: Actor,
  release: { releaseId: string; locale: Locale },
  format: ReportFormat,
): Promise<ExportedFile> {
  const { document } = await getRelease(actor, release.releaseId);
  if (format !== "json" && (await isLarge(actor, document.slug))) {
    throw new Refusal("invalid", { fields: { format: "too_large" } });
  }
  return exportRelease(actor, release, { format });
}

/**
 * Asks for a file that is written by a job, of the summary as it stands or of a release.
 * Refuses: not_found, forbidden, invalid (as getReport), rate_limited (too many of one's own under way).
 */
export async function requestExport(actor: MemberActor, input: RequestExportInput): Promise<ExportView> {
  authorize(actor, "summary:export");
  const { documentSlug: slug, releaseId, format, language, ...given } = input;
  const choices: ReportChoices = { ...given, asOf: given.asOf ?? today() };
  if (releaseId) await getRelease(actor, releaseId);
  // Better now, beside the form, than by a job later.
  else await checkReport(actor, { documentSlug: slug, choices });
  return inTransaction(async (tx) => {
    const document = await tx.document.findUnique({
      where: { workspaceId_slug: { workspaceId: actor.workspaceId, slug } },
      select: { id: true },
    });
    if (!document) throw new Refusal("not_found");
    const underWay = await tx.export.count({
      where: { requestedById: actor.memberId, state: { in: ["QUEUED", "RUNNING"] } },
    });
    if (underWay >= mostUnderWay) throw new Refusal("rate_limited", { reason: "exports_under_way" });
    const row = await tx.export.create({
      data: {
        workspaceId: actor.workspaceId,
        documentId: document.id,
        requestedById: actor.memberId,
        releaseId,
        format,
        language,
        choices,
        expiresAt: expiry(),
      },
      select: viewSelect,
    });
    const { id } = row;
    await enqueue(tx, "write-export", { id, data: { workspaceId: actor.workspaceId, exportId: id } });
    return exportView(row);
  });
}

/** One's own exports of a document that are under way or still kept, the latest first. Refuses: forbidden. */
export async function listExports(actor: MemberActor, documentSlug: string) {
  authorize(actor, "summary:export");
  const rows = await database().export.findMany({
    where: { ...own(actor), document: { slug: documentSlug } },
    select: viewSelect,
    orderBy: { requestedAt: "desc" },
    take: 20,
  });
  return rows.map(exportView);
}
export type ExportView = ReturnType<typeof exportView>;

/** One of one's own exports. Refuses: not_found, forbidden. */
export async function getExport(actor: MemberActor, exportId: string): Promise<ExportView> {
  authorize(actor, "summary:export");
  const row = await database().export.findFirst({ where: { id: exportId, ...own(actor) }, select: viewSelect });
  if (!row) throw new Refusal("not_found");
  return exportView(row);
}

/** The file of one's own export. Refuses: not_found (also before it is done), forbidden. */
export async function getExportFile(actor: MemberActor, exportId: string): Promise<ExportedFile> {
  authorize(actor, "summary:export");
  const row = await database().export.findFirst({
    where: { id: exportId, ...own(actor), state: "DONE" },
    include: { file: true },
  });
  if (!row?.file || !row.name || !row.plainName || !row.mediaType) throw new Refusal("not_found");
  return { bytes: row.file.bytes, name: row.name, plainName: row.plainName, mediaType: row.mediaType };
}

/** Gives up one's own export; nothing happens to one that is over. Refuses: not_found, forbidden. */
export async function cancelExport(actor: MemberActor, { exportId }: { exportId: string }): Promise<ExportView> {
  await getExport(actor, exportId);
  await inTransaction(async (tx) => {
    const { count } = await tx.export.updateMany({
      where: { id: exportId, ...own(actor), state: { in: ["QUEUED", "RUNNING"] } },
      data: { state: "CANCELLED", finishedAt: new Date() },
    });
    if (count === 1) await cancelJob(tx, "write-export", exportId);
  });
  return getExport(actor, exportId);
}

/**
 * Writes the file that was asked for; a second run finds it written and does nothing.
 * Throws where another attempt may help; what cannot be helped is kept with the export, in words.
 */
export async function writeExport(actor: Actor, exportId: string, { signal, isLast }: Attempt): Promise<void> {
  authorize(actor, "export:write");
  const row = await database().export.findFirst({ where: { id: exportId, workspaceId: actor.workspaceId } });
  if (!row || !(await moved(exportId, { state: "RUNNING", progress: 10 }))) return;
  try {
    const file = await written(actor, row, { signal, deadline: deadlineInJobs });
    signal.throwIfAborted();
    await kept(exportId, file);
  } catch (error) {
    const failure = failureOf(error);
    const isOver = failure !== null || (isLast && !signal.aborted);
    if (isOver) await moved(exportId, { state: "FAILED", failure: failure ?? "unexpected", finishedAt: new Date() });
    else await moved(exportId, { state: "QUEUED", progress: 0 });
    if (failure === null) throw error;
  }
}

/** Ends an export whose last attempt is over, and of which nobody was left to say so: its worker was killed each time. */
export async function giveUpExport(actor: Actor, exportId: string): Promise<void> {
  authorize(actor, "export:write");
  await moved(exportId, { state: "FAILED", failure: "unexpected", finishedAt: new Date() });
}

/** Takes away what is past its time; the clock asks for it, for all workspaces. Returns how many there were. */
export async function sweepExports(): Promise<number> {
  const { count } = await database().export.deleteMany({ where: { expiresAt: { lt: new Date() } } });
  return count;
}

const deadlineInJobs = 300_000;
const expiry = () => new Date(Date.now() + keptForDays * 86_400_000);
const own = (actor: MemberActor) => ({
  workspaceId: actor.workspaceId,
  requestedById: actor.memberId,
  expiresAt: { gte: new Date() },
});

type Row = {
  id: string;
  documentId: string;
  releaseId: string | null;
  format: string;
  language: string;
  choices: unknown;
};

async function written(actor: Actor, row: Row, options: WriteOptions): Promise<ExportedFile> {
  const { releaseId, format, language, choices } = row as Row & { format: ReportFormat; language: ReportLanguage };
  if (releaseId) return exportRelease(actor, { releaseId, locale: language }, { format, ...options });
  const { slug } = await database().document.findUniqueOrThrow({
    where: { id: row.documentId },
    select: { slug: true },
  });
  const request = { documentSlug: slug, locale: language, choices: choices as ReportChoices };
  return exportReport(actor, request, format, { ...options, onRead: () => moved(row.id, { progress: 50 }) });
}

async function kept(exportId: string, { bytes, ...about }: ExportedFile): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.export.updateMany({
      where: { id: exportId, state: "RUNNING" },
      data: {
        ...about,
        state: "DONE",
        progress: 100,
        size: bytes.byteLength,
        finishedAt: new Date(),
        expiresAt: expiry(),
      },
    });
    // Cancelled meanwhile: then there is nothing to keep.
    if (count === 1) await tx.exportFile.create({ data: { exportId, bytes: new Uint8Array(bytes) } });
  });
}

type Changes = {
  state?: "QUEUED" | "RUNNING" | "FAILED";
  progress?: number;
  failure?: ExportFailure;
  finishedAt?: Date;
};

/** Whether it was still under way, so that it could be moved on. */
async function moved(exportId: string, data: Changes): Promise<boolean> {
  const where = { id: exportId, state: { in: ["QUEUED" as const, "RUNNING" as const] } };
  return (await database().export.updateMany({ where, data })).count === 1;
}

/** Why another attempt would not help; null where it may. */
function failureOf(error: unknown): ExportFailure | null {
  if (error instanceof Refusal) return "not_there";
  if (error instanceof PdfFailure && error.reason !== "cancelled") return error.reason;
  return null;
}

type ViewRow = NonNullable<Awaited<ReturnType<typeof findSelected>>>;
const findSelected = (id: string) => database().export.findUnique({ where: { id }, select: viewSelect });

function exportView(row: ViewRow) {
  return {
    ...row,
    format: row.format as ReportFormat,
    language: row.language as ReportLanguage,
    failure: row.failure as ExportFailure | null,
    choices: row.choices as ReportChoices,
    isUnderWay: isUnderWay(row.state),
  };
}
