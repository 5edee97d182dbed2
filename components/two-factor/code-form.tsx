"use client";
// The form that asks for the code after the password.
import { useLocale, useTranslations } from "next-intl";
import { signInWithCode } from "@/actions/sign-in";
import { ActionForm } from "../forms/action-form";
import { CodeField } from "./code-field";

/** `next` is where the person wanted to go. */
export function CodeForm({ next }: { next?: string }) {
  const t = useTranslations("twoFactor.signIn");
  const locale = useLocale();
  return (
    <ActionForm action={signInWithCode} submitLabel={t("submit")} carried={{ locale, ...(next && { next }) }}>
      <CodeField hint={t("hint")} />
    </ActionForm>
  );
}
