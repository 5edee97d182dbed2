// A password link that is used or too old.
import { useTranslations } from "next-intl";
import { PublicFrame } from "@/components/layout/public-frame";
import { LinkButton } from "@/components/ui/link-button";

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
