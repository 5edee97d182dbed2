// A page of the workspace that the reader's role does not open.
import { useTranslations } from "next-intl";
import { Explanation } from "@/components/layout/explanation";

export default function Forbidden() {
  const t = useTranslations("errors.forbidden");
  return <Explanation title={t("title")} text={t("text")} action={t("action")} />;
}
