// Where somebody goes after signing in: back to the page they came from, if it is one of ours.
import { defaultLocale, isLocale } from "@/i18n/locales";

/** The form's `next` when it is a page of this site, else the overview in its `locale`: never another site. */
export function pathAfterSignIn(form: FormData): string {
  const next = form.get("next");
  if (typeof next === "string" && isOwnPage(next)) return next;
  const locale = form.get("locale");
  return `/${isLocale(locale) ? locale : defaultLocale}`;
}

/** Begins with a language, and holds nothing that a browser would read as another host. */
function isOwnPage(path: string): boolean {
  return /^\/(ar|en|fr)($|[/?#])/.test(path) && !/\/\/|[\\\p{Cc}]/u.test(path);
}
