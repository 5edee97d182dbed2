// A password link, as its member opens it.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/components/layout/public-frame";
import { ResetForm } from "@/components/password-resets/reset-form";
import { findPasswordReset } from "@/server/password-resets";
import { orRefused } from "../../../(workspace)/refused";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("passwordResets"))("title"), referrer: "no-referrer" };
}

export default async function PasswordResetPage({ params }: PageProps<"/[locale]/password-reset/[token]">) {
  const { token } = await params;
  const { name, email } = await orRefused(findPasswordReset(token));
  const t = await getTranslations("passwordResets");
  return (
    <PublicFrame title={t("title")} lead={t.rich("lead", { name: () => <bdi>{name}</bdi> })}>
      <ResetForm token={token} email={email} />
    </PublicFrame>
  );
}
