"use server";
// Forms about members.
import { changeRoleInput, memberInput } from "@/domain/person";
import * as members from "@/server/members";
import { formAction } from "./form-action";

export async function changeRole(form: FormData) {
  return formAction(changeRoleInput, form, members.changeRole);
}

export async function removeMember(form: FormData) {
  return formAction(memberInput, form, members.removeMember);
}
