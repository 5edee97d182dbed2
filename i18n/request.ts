// Gives every server render its language, messages and time zone.
import { getRequestConfig } from "next-intl/server";
import { defaultLocale, isLocale } from "./locales";
import { messagesFor } from "./messages";

export default getRequestConfig(async ({ locale: asked, requestLocale }) => {
  const wanted = asked ?? (await requestLocale);
  const locale = isLocale(wanted) ? wanted : defaultLocale;
  return { locale, messages: messagesFor(locale), timeZone: "UTC" };
});
