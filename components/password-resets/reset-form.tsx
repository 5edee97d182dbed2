"use client";
// The form in which somebody with a password link chooses a new password.
import { useLocale, useTranslations } from "next-intl";
import { resetPassword } from "@/actions/password-resets";
import { ActionForm } from "../forms/action-form";
import { TextField } from "../forms/fields";
import { PasswordField } from "../sessions/password-field";

export function ResetForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations("passwordResets");
  const fields = useTranslations("sessions.fields");
  return (
    <ActionForm action={resetPassword} submitLabel={t("submit")} carried={{ token, locale: useLocale() }}>
      <TextField
        className="[&_input]:bg-well"
        type="email"
        name="email"
        label={fields("email")}
        defaultValue={email}
        autoComplete="username"
        readOnly
      />
      <PasswordField
        name="password"
        label={fields("newPassword")}
        hint={fields("newPasswordHint")}
        autoComplete="new-password"
      />
    </ActionForm>
  );
}
