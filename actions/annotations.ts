"use server";
// Forms about marks in a text and what is said about them.
import {
  annotateInput,
  annotationAtVersion,
  assignAnnotationInput,
  editAnnotationInput,
  replyInput,
  tagAnnotationInput,
} from "@/domain/annotation";
import * as annotations from "@/server/annotations";
import * as threads from "@/server/threads";
import { formAction } from "./form-action";

export async function annotate(form: FormData) {
  return formAction(annotateInput, form, annotations.annotate);
}

export async function reply(form: FormData) {
  return formAction(replyInput, form, annotations.reply);
}

export async function editAnnotation(form: FormData) {
  return formAction(editAnnotationInput, form, annotations.editAnnotation);
}

export async function deleteAnnotation(form: FormData) {
  return formAction(annotationAtVersion, form, annotations.deleteAnnotation);
}

export async function restoreAnnotation(form: FormData) {
  return formAction(annotationAtVersion, form, annotations.restoreAnnotation);
}

export async function shareAnnotation(form: FormData) {
  return formAction(annotationAtVersion, form, annotations.shareAnnotation);
}

export async function resolveThread(form: FormData) {
  return formAction(annotationAtVersion, form, threads.resolveThread);
}

export async function reopenThread(form: FormData) {
  return formAction(annotationAtVersion, form, threads.reopenThread);
}

export async function assignThread(form: FormData) {
  return formAction(assignAnnotationInput, form, threads.assignThread);
}

export async function tagAnnotation(form: FormData) {
  return formAction(tagAnnotationInput, form, annotations.tagAnnotation);
}
