// A password link that is used or too old.
import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/components/layout/public-frame";
import { LinkButton } from "@/components/ui/link-button";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("passwordResets.badLink"))("title") };
}

export default function PasswordLinkGone() {
  const t = useTranslations("passwordResets.badLink");
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
