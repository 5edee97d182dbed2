// A page that the reader's role does not open.
import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/components/layout/public-frame";
import { LinkButton } from "@/components/ui/link-button";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("errors.forbidden"))("title") };
}

export default function Forbidden() {
  const t = useTranslations("errors.forbidden");
  return (
    <PublicFrame title={t("title")} lead={t("text")}>
      <div>
        <LinkButton href="/" variant="primary">
          {t("action")}
        </LinkButton>
      </div>
    </PublicFrame>
  );
}
