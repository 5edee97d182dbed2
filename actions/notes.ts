"use server";
// Forms about notes.
import { addNoteInput, editNoteInput, noteAtVersion } from "@/domain/note";
import * as notes from "@/server/notes";
import { formAction } from "./form-action";

export async function addNote(form: FormData) {
  return formAction(addNoteInput, form, notes.addNote);
}

export async function editNote(form: FormData) {
  return formAction(editNoteInput, form, notes.editNote);
}

export async function deleteNote(form: FormData) {
  return formAction(noteAtVersion, form, notes.deleteNote);
}

export async function restoreNote(form: FormData) {
  return formAction(noteAtVersion, form, notes.restoreNote);
}

export async function completeNote(form: FormData) {
  return formAction(noteAtVersion, form, notes.completeNote);
}

export async function reopenNote(form: FormData) {
  return formAction(noteAtVersion, form, notes.reopenNote);
}
