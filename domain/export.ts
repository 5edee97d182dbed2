// Files of a summary that take long, and how large a document is when its files take long.
import { z } from "zod";
import { choice, id, optionalId, slug } from "./input";
import { reportChoices, reportFormats, reportLanguages } from "./report";

export type ExportState = "QUEUED" | "RUNNING" | "DONE" | "FAILED" | "CANCELLED";

/** Whether something may still come of it. */
export const isUnderWay = (state: ExportState) => state === "QUEUED" || state === "RUNNING";

/** Why there is no file; each is a message key in the namespace `exports.failures`. */
export type ExportFailure = "too_slow" | "not_set" | "not_there" | "unexpected";

/** A file is written while the reader waits up to this size; above it by a job. Measured: a thousand events read and written take well under a second. */
export const mostAtOnce = { commitments: 100, events: 1_500 };

export const keptForDays = 7;
/** So that one person cannot fill the queue for the others. */
export const mostUnderWay = 5;

/** What is asked for: of what stands, with the choices of a summary, or of a published release. */
export const requestExportInput = reportChoices.safeExtend({
  documentSlug: slug,
  releaseId: optionalId,
  format: choice(reportFormats),
  language: choice(reportLanguages),
});
export type RequestExportInput = z.output<typeof requestExportInput>;

export const exportById = z.object({ exportId: id });
