"use client";
// The form that signs somebody in.
import { useLocale, useTranslations } from "next-intl";
import { signIn } from "@/actions/sign-in";
import { ActionForm } from "../forms/action-form";
import { TextField } from "../forms/fields";
import { PasswordField } from "./password-field";

/** `next` is where the person wanted to go. */
export function SignInForm({ next }: { next?: string }) {
  const t = useTranslations("sessions");
  const locale = useLocale();
  return (
    <ActionForm action={signIn} submitLabel={t("signIn.submit")} carried={{ locale, ...(next && { next }) }}>
      <TextField type="email" name="email" label={t("fields.email")} autoComplete="username" />
      <PasswordField name="password" label={t("fields.password")} autoComplete="current-password" />
    </ActionForm>
  );
}
