"use client";
// The two ways to take up an invitation: with a new account, or with the one that the address has.
import { useLocale, useTranslations } from "next-intl";
import { acceptInvitation, joinWorkspace } from "@/actions/invitations";
import { ActionForm } from "../forms/action-form";
import { TextField } from "../forms/fields";
import { PasswordField } from "../sessions/password-field";

type AcceptFormProps = { token: string; email: string };

export function AcceptForm({ token, email }: AcceptFormProps) {
  const t = useTranslations("invitations.accept");
  const fields = useTranslations("sessions.fields");
  return (
    <ActionForm action={acceptInvitation} submitLabel={t("submit")} carried={{ token, locale: useLocale() }}>
      <InvitedAddress email={email} />
      <TextField name="name" label={t("name")} autoComplete="name" maxLength={120} />
      <PasswordField
        name="password"
        label={fields("password")}
        hint={fields("newPasswordHint")}
        autoComplete="new-password"
      />
    </ActionForm>
  );
}

export function JoinForm({ token, email }: AcceptFormProps) {
  const t = useTranslations("invitations.accept");
  const fields = useTranslations("sessions.fields");
  return (
    <ActionForm action={joinWorkspace} submitLabel={t("submit")} carried={{ token, locale: useLocale() }}>
      <InvitedAddress email={email} />
      <PasswordField name="password" label={fields("password")} autoComplete="current-password" />
    </ActionForm>
  );
}

/** Shown for the person, and for the password manager that keeps the two together. */
function InvitedAddress({ email }: { email: string }) {
  const t = useTranslations("sessions.fields");
  return (
    <TextField
      className="[&_input]:bg-well"
      type="email"
      name="email"
      label={t("email")}
      defaultValue={email}
      autoComplete="username"
      readOnly
    />
  );
}
