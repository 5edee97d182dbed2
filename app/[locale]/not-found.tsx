// An address at which nothing stands.
import { useTranslations } from "next-intl";
import { PublicFrame } from "@/components/layout/public-frame";
import { LinkButton } from "@/components/ui/link-button";

export default function NotFound() {
  const t = useTranslations("errors.notFound");
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
