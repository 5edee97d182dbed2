// The interface's words in a language, for finding things by the names that people see.
import type { Locale } from "@/i18n/locales";
import { messagesFor } from "@/i18n/messages";

/** The message at a path such as "notes.add", its arguments filled in and its tags taken out. */
export function words(locale: Locale) {
  return (path: string, values: Record<string, string | number> = {}): string => {
    const found = path
      .split(".")
      .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], messagesFor(locale));
    if (typeof found !== "string") throw new Error(`there is no message ${path}`);
    const filled = found.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
    return filled.replace(/<(\w+)>(.*?)<\/\1>/g, (_, name, inside) => String(values[name] ?? inside));
  };
}
