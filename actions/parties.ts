"use server";
// Forms about the list of parties.
import { addOrganisationInput, addStateInput, editPartyInput, partyAtVersion } from "@/domain/party";
import * as parties from "@/server/parties";
import { formAction } from "./form-action";

export async function addState(form: FormData) {
  return formAction(addStateInput, form, parties.addState);
}

export async function addOrganisation(form: FormData) {
  return formAction(addOrganisationInput, form, parties.addOrganisation);
}

export async function editParty(form: FormData) {
  return formAction(editPartyInput, form, parties.editParty);
}

export async function removeParty(form: FormData) {
  return formAction(partyAtVersion, form, parties.removeParty);
}

export async function restoreParty(form: FormData) {
  return formAction(partyAtVersion, form, parties.restoreParty);
}
