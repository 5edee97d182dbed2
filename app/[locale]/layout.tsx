// The root of every page: language, direction, theme, and what client components stand in.
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { Providers } from "@/components/layout/providers";
import { asTheme, themeCookie } from "@/components/ui/theme";
import { directionOf, isLocale } from "@/i18n/locales";
import { preloadFaces } from "./preload-faces";
import "../globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("frame");
  return {
    title: { template: `%s · ${t("product")}`, default: t("product") },
    description: t("description"),
    robots: { index: false, follow: false },
    applicationName: t("product"),
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f3f1ec" },
    { media: "(prefers-color-scheme: dark)", color: "#0b1012" },
  ],
};

export default async function RootLayout({ children, params }: LayoutProps<"/[locale]">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  preloadFaces(locale);
  const theme = asTheme((await cookies()).get(themeCookie)?.value);
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const direction = directionOf(locale);
  return (
    <html lang={locale} dir={direction} data-theme={theme}>
      <body>
        <Messages>
          <Providers direction={direction} nonce={nonce}>
            {children}
          </Providers>
        </Messages>
      </body>
    </html>
  );
}
