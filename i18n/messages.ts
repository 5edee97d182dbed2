// All messages of all languages, typed by the Arabic source.
import ar from "@/messages/ar.json" with { type: "json" };
import en from "@/messages/en.json" with { type: "json" };
import fr from "@/messages/fr.json" with { type: "json" };
import type { Locale } from "./locales";

export type Messages = typeof ar;
export type Namespace = keyof Messages;

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}

// The translations have the source's keys (a test holds them to it) but other texts than its literal types.
const table: Record<Locale, Messages> = { ar, en: en as unknown as Messages, fr: fr as unknown as Messages };

export function messagesFor(locale: Locale): Messages {
  return table[locale];
}
