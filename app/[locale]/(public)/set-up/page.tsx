// The set-up, behind the one-time link that the server prints.
import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SetUpForm } from "@/components/installation/set-up-form";
import { PublicFrame } from "@/components/layout/public-frame";
import { isSetUpOpen } from "@/server/installation";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("installation"))("title"), referrer: "no-referrer" };
}

export default async function SetUpPage({ searchParams }: PageProps<"/[locale]/set-up">) {
  const { token } = await searchParams;
  if (typeof token !== "string" || !(await isSetUpOpen(token))) forbidden();
  const t = await getTranslations("installation");
  return (
    <PublicFrame title={t("title")} lead={t("lead")}>
      <SetUpForm token={token} />
    </PublicFrame>
  );
}
