"use client";
// The form in which a person changes their password.
import { useTranslations } from "next-intl";
import { changePassword } from "@/actions/sessions";
import { ActionForm } from "../forms/action-form";
import { PasswordField } from "./password-field";

export function ChangePasswordForm({ email }: { email: string }) {
  const t = useTranslations("sessions");
  return (
    <ActionForm
      action={changePassword}
      submitLabel={t("password.submit")}
      doneMessage={t("password.done")}
      resetWhenDone="reset"
      className="max-w-form"
    >
      {/* Password managers need to know whose password they are to keep. */}
      <input type="text" name="email" defaultValue={email} autoComplete="username" readOnly hidden />
      <PasswordField name="currentPassword" label={t("fields.currentPassword")} autoComplete="current-password" />
      <PasswordField
        name="password"
        label={t("fields.newPassword")}
        hint={t("fields.newPasswordHint")}
        autoComplete="new-password"
      />
    </ActionForm>
  );
}
