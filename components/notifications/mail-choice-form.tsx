"use client";
// When one gets mail about notifications.
import { useTranslations } from "next-intl";
import { chooseMail } from "@/actions/notifications";
import type { MailChoice } from "@/domain/notification";
import { formatNumber } from "@/i18n/formats";
import type { Locale } from "@/i18n/locales";
import { ActionForm } from "../forms/action-form";
import { RadioList } from "../forms/fields";

export interface MailChoiceFormProps {
  choice: MailChoice;
  /** The hour, in UTC, from which the daily mail goes out. */
  digestHour: number;
  locale: Locale;
}

export function MailChoiceForm({ choice, digestHour, locale }: MailChoiceFormProps) {
  const t = useTranslations("notifications.mail");
  const hour = `\u2066${formatNumber(digestHour, locale, { minimumIntegerDigits: 2 })}:00\u2069`;
  return (
    <ActionForm action={chooseMail} submitLabel={t("submit")} doneMessage={t("done")} className="max-w-form">
      <RadioList
        name="mailChoice"
        label={t("label")}
        defaultValue={choice}
        choices={[
          { value: "AT_ONCE", label: t("AT_ONCE"), description: t("atOnceHint") },
          { value: "DAILY", label: t("DAILY"), description: t("dailyHint", { hour }) },
          { value: "NEVER", label: t("NEVER") },
        ]}
      />
    </ActionForm>
  );
}
