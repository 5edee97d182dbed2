"use server";
// Forms about provisions.
import { dropProvisionInput, editProvisionInput, proposeProvisionInput, provisionAtVersion } from "@/domain/provision";
import * as provisions from "@/server/provisions";
import { formAction } from "./form-action";

export async function proposeProvision(form: FormData) {
  return formAction(proposeProvisionInput, form, provisions.proposeProvision);
}

export async function editProvision(form: FormData) {
  return formAction(editProvisionInput, form, provisions.editProvision);
}

export async function acceptProvision(form: FormData) {
  return formAction(provisionAtVersion, form, provisions.acceptProvision);
}

export async function dropProvision(form: FormData) {
  return formAction(dropProvisionInput, form, provisions.dropProvision);
}

export async function restoreProvision(form: FormData) {
  return formAction(provisionAtVersion, form, provisions.restoreProvision);
}
