"use server";
// Forms about files that are written by a job.
import { exportById, requestExportInput } from "@/domain/export";
import * as exports from "@/server/exports";
import { quietFormAction } from "./form-action";

export async function requestExport(form: FormData) {
  return quietFormAction(requestExportInput, form, exports.requestExport);
}

export async function cancelExport(form: FormData) {
  return quietFormAction(exportById, form, exports.cancelExport);
}
