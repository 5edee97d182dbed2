// A page that the reader's role does not open.
import { useTranslations } from "next-intl";
import { PublicFrame } from "@/components/layout/public-frame";
import { LinkButton } from "@/components/ui/link-button";

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
