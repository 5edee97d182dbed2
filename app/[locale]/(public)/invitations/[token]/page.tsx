// An invitation, as the person invited opens it.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AcceptForm, JoinForm } from "@/components/invitations/accept-forms";
import { PublicFrame } from "@/components/layout/public-frame";
import { findInvitation } from "@/server/invitations";
import { orRefused } from "../../../(workspace)/refused";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invitations.accept"))("submit"), referrer: "no-referrer" };
}

export default async function InvitationPage({ params }: PageProps<"/[locale]/invitations/[token]">) {
  const { token } = await params;
  const { workspaceName, email, role, hasAccount } = await orRefused(findInvitation(token));
  const t = await getTranslations("invitations.accept");
  const roleName = (await getTranslations("roles"))(role);
  const Form = hasAccount ? JoinForm : AcceptForm;
  return (
    <PublicFrame
      title={t.rich("title", { workspace: () => <bdi>{workspaceName}</bdi> })}
      lead={t(hasAccount ? "hasAccount" : "newHere", { role: roleName })}
    >
      <Form token={token} email={email} />
    </PublicFrame>
  );
}
