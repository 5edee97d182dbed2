"use client";
// The form in which an admin invites somebody.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { sendInvitation } from "@/actions/invitations";
import { roles } from "@/domain/workspace";
import { locales, localeTable } from "@/i18n/locales";
import { ActionForm } from "../forms/action-form";
import { RadioList, SelectField, TextField } from "../forms/fields";
import type { Made } from "./sent-notice";

export function InviteForm({ onMade }: { onMade: (made: Made) => void }) {
  const t = useTranslations("invitations.form");
  const role = useTranslations("roles");
  const [locale, setLocale] = useState<string>(useLocale());
  return (
    <ActionForm
      action={sendInvitation}
      submitLabel={t("submit")}
      resetWhenDone="reset"
      onDone={(sent) => onMade({ sent, locale })}
      className="max-w-form"
    >
      <TextField type="email" name="email" label={t("email")} autoComplete="off" />
      <RadioList
        name="role"
        label={t("role")}
        defaultValue="ANALYST"
        choices={roles.map((value) => ({ value, label: role(value), description: role(`does.${value}`) }))}
      />
      <SelectField
        name="locale"
        label={t("language")}
        value={locale}
        onChange={(event) => setLocale(event.target.value)}
        options={locales.map((value) => ({ value, label: localeTable[value].ownName }))}
      />
    </ActionForm>
  );
}
