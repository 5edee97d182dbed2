// Where somebody goes after signing in: back to the page they came from, if it is one of ours.
import { defaultLocale, isLocale } from "@/i18n/locales";

/**
 * The form's `next` when it is a page of this site, else the overview in its `locale`: never another site.
 * For one who has to say a code first, the page that asks for it and leads there.
 */
export function pathAfterSignIn(form: FormData, signedIn?: { asksForCode: boolean }): string {
  const next = form.get("next");
  const locale = form.get("locale");
  const home = `/${isLocale(locale) ? locale : defaultLocale}`;
  const goal = typeof next === "string" && isOwnPage(next) ? next : null;
  if (signedIn?.asksForCode) return `${home}/sign-in/code${goal ? `?next=${encodeURIComponent(goal)}` : ""}`;
  return goal ?? home;
}

/** Begins with a language, and holds nothing that a browser would read as another host. */
function isOwnPage(path: string): boolean {
  return /^\/(ar|en|fr)($|[/?#])/.test(path) && !/\/\/|[\\\p{Cc}]/u.test(path);
}
