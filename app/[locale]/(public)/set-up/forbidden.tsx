// A set-up link that is used or outdated.
import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/components/layout/public-frame";
import { LinkButton } from "@/components/ui/link-button";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("installation.badLink"))("title") };
}

export default function SetUpClosed() {
  const t = useTranslations("installation.badLink");
  const signIn = useTranslations("sessions.signIn");
  return (
    <PublicFrame title={t("title")} lead={t("text")}>
      <div>
        <LinkButton href="/sign-in" variant="primary">
          {signIn("title")}
        </LinkButton>
      </div>
    </PublicFrame>
  );
}
