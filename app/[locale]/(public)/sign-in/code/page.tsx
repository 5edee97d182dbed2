// The second step of signing in: the code after the password.
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/components/layout/public-frame";
import { CodeForm } from "@/components/two-factor/code-form";
import { Link } from "@/i18n/navigation";
import { visitor } from "@/server/auth/session";
import { isCodeAwaited } from "@/server/sign-in";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("twoFactor.signIn"))("title") };
}

export default async function CodePage({ params, searchParams }: PageProps<"/[locale]/sign-in/code">) {
  const { locale } = await params;
  if (!(await isCodeAwaited(await visitor()))) redirect(`/${locale}/sign-in`);
  const t = await getTranslations("twoFactor.signIn");
  const { next } = await searchParams;
  return (
    <PublicFrame title={t("title")} lead={t("lead")}>
      <CodeForm next={typeof next === "string" ? next : undefined} />
      <p className="text-sm">
        <Link href="/sign-in" className="link">
          {t("back")}
        </Link>
      </p>
    </PublicFrame>
  );
}
