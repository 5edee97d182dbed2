// Something that this workspace does not have, told inside its frame.
import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Explanation } from "@/components/layout/explanation";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("errors.notFound"))("title") };
}

export default function NotFound() {
  const t = useTranslations("errors.notFound");
  return <Explanation title={t("title")} text={t("text")} action={t("action")} />;
}
