"use client";
// The last resort when even the root layout fails: all languages at once, since none is known any more.
import { locales, localeTable } from "@/i18n/locales";
import messages from "@/messages/global-error.json";
import "./globals.css";

export default function GlobalError() {
  return (
    <html lang="ar" dir="rtl">
      <body>
        <main className="mx-auto grid max-w-form gap-10 px-4 py-16">
          {locales.map((locale) => (
            <section key={locale} lang={locale} dir={localeTable[locale].direction} className="grid gap-2">
              <h1 className="font-bold font-naskh text-2xl">{messages[locale].title}</h1>
              <p className="text-muted">{messages[locale].text}</p>
              <p>
                {/* biome-ignore lint/a11y/useValidAnchor: an empty address is the one that failed, to try it again. */}
                <a href="" className="link">
                  {messages[locale].action}
                </a>
              </p>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
