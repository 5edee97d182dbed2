// Something that this workspace does not have, told inside its frame.
import { useTranslations } from "next-intl";
import { Explanation } from "@/components/layout/explanation";

export default function NotFound() {
  const t = useTranslations("errors.notFound");
  return <Explanation title={t("title")} text={t("text")} action={t("action")} />;
}
