// The settings: their sections beside the one that is open.
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Messages } from "@/components/layout/messages";
import { Page } from "@/components/layout/page";
import { SettingsNav } from "@/components/workspaces/settings-nav";
import { may } from "@/domain/permissions";
import { findActor } from "@/server/auth/session";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const [actor, t, signIns, system] = await Promise.all([
    findActor(),
    getTranslations("workspaces"),
    getTranslations("signIns"),
    getTranslations("system"),
  ]);
  const maySee = (permission: "sign-in:read" | "system:read") => actor !== null && may(actor, permission);
  return (
    <Messages
      namespaces={[
        "apiTokens",
        "forms",
        "invitations",
        "members",
        "notifications",
        "passkeys",
        "passwordResets",
        "refusals",
        "roles",
        "sessions",
        "tags",
        "twoFactor",
        "workspaces",
      ]}
    >
      <Page title={t("settings")}>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 lg:grid-cols-[11rem_minmax(0,1fr)]">
          <SettingsNav
            signIns={maySee("sign-in:read") ? signIns("title") : null}
            system={maySee("system:read") ? system("title") : null}
          />
          <div className="grid min-w-0 content-start gap-12">{children}</div>
        </div>
      </Page>
    </Messages>
  );
}
