// Lets a phone keep the product among its apps.
import type { MetadataRoute } from "next";
import { defaultLocale, directionOf } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

export default function manifest(): MetadataRoute.Manifest {
  const t = translator(defaultLocale);
  return {
    name: t("frame.product"),
    description: t("frame.description"),
    lang: defaultLocale,
    dir: directionOf(defaultLocale),
    start_url: "/",
    display: "standalone",
    background_color: "#f3f1ec",
    theme_color: "#f3f1ec",
    icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml" }],
  };
}
