// Signing in.
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/components/layout/public-frame";
import { PasskeySignIn } from "@/components/passkeys/passkey-sign-in";
import { SignInForm } from "@/components/sessions/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { findActor } from "@/server/auth/session";
import { isSetUpAwaited } from "@/server/installation";
import { passkeySite } from "@/server/passkeys";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sessions.signIn"))("title") };
}

export default async function SignInPage({ params, searchParams }: PageProps<"/[locale]/sign-in">) {
  const { locale } = await params;
  if (await findActor()) redirect(`/${locale}`);
  const t = await getTranslations("sessions.signIn");
  const asked = (await searchParams).next;
  const next = typeof asked === "string" ? asked : undefined;
  return (
    <PublicFrame title={t("title")} lead={t("lead")}>
      {(await isSetUpAwaited()) && (
        <Notice tone="warning" title={t("notSetUp.title")}>
          {t("notSetUp.text")}
        </Notice>
      )}
      <SignInForm next={next} />
      {passkeySite() && <PasskeySignIn next={next} />}
      <p className="text-muted text-sm">{t("forgotten")}</p>
    </PublicFrame>
  );
}
