"use server";
// Forms about marks and remarks that lost their place in the text.
import { orphanAtVersion, putBackInput } from "@/domain/passage";
import * as orphans from "@/server/orphans";
import { formAction, quietFormAction } from "./form-action";

export async function findPlaces(form: FormData) {
  return quietFormAction(orphanAtVersion, form, orphans.findPlaces);
}

export async function putBack(form: FormData) {
  return formAction(putBackInput, form, orphans.putBack);
}

export async function archiveOrphan(form: FormData) {
  return formAction(orphanAtVersion, form, orphans.archiveOrphan);
}

export async function unarchiveOrphan(form: FormData) {
  return formAction(orphanAtVersion, form, orphans.unarchiveOrphan);
}
