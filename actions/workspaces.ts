"use server";
// The form of the workspace's name and settings.
import { editWorkspaceInput } from "@/domain/person";
import * as workspaces from "@/server/workspaces";
import { formAction } from "./form-action";

export async function editWorkspace(form: FormData) {
  return formAction(editWorkspaceInput, form, workspaces.editWorkspace);
}
