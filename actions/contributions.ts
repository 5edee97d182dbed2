"use server";
// Forms about contributions.
import { addContributionInput, contributionAtVersion, editContributionInput } from "@/domain/contribution";
import * as contributions from "@/server/contributions";
import { formAction } from "./form-action";

export async function addContribution(form: FormData) {
  return formAction(addContributionInput, form, contributions.addContribution);
}

export async function editContribution(form: FormData) {
  return formAction(editContributionInput, form, contributions.editContribution);
}

export async function removeContribution(form: FormData) {
  return formAction(contributionAtVersion, form, contributions.removeContribution);
}

export async function restoreContribution(form: FormData) {
  return formAction(contributionAtVersion, form, contributions.restoreContribution);
}
