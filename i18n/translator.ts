// Translations outside of pages: exports, mail and everything else that runs without a request.
import { createTranslator } from "next-intl";
import type { Locale } from "./locales";
import { messagesFor } from "./messages";

/** `translator("ar")("notes.due")`: keys are whole paths from the root of the messages. */
export function translator(locale: Locale) {
  return createTranslator({ locale, messages: messagesFor(locale), timeZone: "UTC" });
}

export type Translator = ReturnType<typeof translator>;
