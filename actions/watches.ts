"use server";
// Forms about watching.
import { watchInput } from "@/domain/notification";
import * as watches from "@/server/watches";
import { formAction } from "./form-action";

export async function watch(form: FormData) {
  return formAction(watchInput, form, watches.watch);
}

export async function unwatch(form: FormData) {
  return formAction(watchInput, form, watches.unwatch);
}
