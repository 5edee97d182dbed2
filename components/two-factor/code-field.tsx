"use client";
// The field for a code of an authenticator app.
import { useTranslations } from "next-intl";
import { TextField } from "../forms/fields";

export function CodeField({ hint }: { hint?: string }) {
  const t = useTranslations("twoFactor");
  return <TextField name="code" label={t("code")} hint={hint} autoComplete="one-time-code" dir="ltr" />;
}
