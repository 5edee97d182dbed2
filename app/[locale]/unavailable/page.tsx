// What everyone sees while the database is down; the proxy sends it with the status 503.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/components/layout/public-frame";
import { buttonClass } from "@/components/ui/button";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errors.unavailable");
  return { title: t("title") };
}

export default async function UnavailablePage() {
  const t = await getTranslations("errors.unavailable");
  return (
    <PublicFrame title={t("title")} lead={t("text")}>
      <div>
        {/* biome-ignore lint/a11y/useValidAnchor: an empty address is the one that the reader asked for. */}
        <a href="" className={buttonClass("primary")}>
          {t("action")}
        </a>
      </div>
    </PublicFrame>
  );
}
