// A page of the workspace that the reader's role does not open.
import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Explanation } from "@/components/layout/explanation";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("errors.forbidden"))("title") };
}

export default function Forbidden() {
  const t = useTranslations("errors.forbidden");
  return <Explanation title={t("title")} text={t("text")} action={t("action")} />;
}
