"use server";
// Forms about files that are written by a job.
import { exportById, requestExportInput } from "@/domain/export";
import * as exports from "@/server/exports";
import { formAction } from "./form-action";

export async function requestExport(form: FormData) {
  return formAction(requestExportInput, form, exports.requestExport);
}

export async function cancelExport(form: FormData) {
  return formAction(exportById, form, exports.cancelExport);
}
