"use client";
// The form that sets the product up: the workspace's name and its first admin.
import { useLocale, useTranslations } from "next-intl";
import { setUp } from "@/actions/installation";
import { ActionForm } from "../forms/action-form";
import { TextField } from "../forms/fields";
import { PasswordField } from "../sessions/password-field";

export function SetUpForm({ token }: { token: string }) {
  const t = useTranslations("installation");
  const fields = useTranslations("sessions.fields");
  return (
    <ActionForm action={setUp} submitLabel={t("submit")} carried={{ token, locale: useLocale() }}>
      <TextField
        name="workspaceName"
        label={t("workspaceName")}
        hint={t("workspaceNameHint")}
        autoComplete="organization"
        maxLength={120}
      />
      <TextField name="name" label={t("name")} autoComplete="name" maxLength={120} />
      <TextField type="email" name="email" label={fields("email")} autoComplete="username" />
      <PasswordField
        name="password"
        label={fields("password")}
        hint={fields("newPasswordHint")}
        autoComplete="new-password"
      />
    </ActionForm>
  );
}
