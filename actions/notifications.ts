"use server";
// Forms about what one is told, and by which mail.
import { z } from "zod";
import { mailChoiceInput } from "@/domain/notification";
import * as notifications from "@/server/notifications";
import { formAction } from "./form-action";

export async function markAllRead(form: FormData) {
  return formAction(z.object({}), form, notifications.markAllRead);
}

export async function chooseMail(form: FormData) {
  return formAction(mailChoiceInput, form, notifications.chooseMail);
}
