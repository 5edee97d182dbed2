"use server";
// Forms about the team's list of tags.
import { addTagInput, editTagInput, mergeTagInput, tagAtVersion } from "@/domain/tag";
import * as tags from "@/server/tags";
import { formAction } from "./form-action";

export async function addTag(form: FormData) {
  return formAction(addTagInput, form, tags.addTag);
}

export async function editTag(form: FormData) {
  return formAction(editTagInput, form, tags.editTag);
}

export async function deleteTag(form: FormData) {
  return formAction(tagAtVersion, form, tags.deleteTag);
}

export async function restoreTag(form: FormData) {
  return formAction(tagAtVersion, form, tags.restoreTag);
}

export async function mergeTag(form: FormData) {
  return formAction(mergeTagInput, form, tags.mergeTag);
}
