// The members of the workspace, and for admins the invitations.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvitationDesk } from "@/components/invitations/invitation-desk";
import { MemberTable } from "@/components/members/member-table";
import { Num } from "@/components/ui/bidi";
import { Section } from "@/components/ui/section";
import { may } from "@/domain/permissions";
import type { Locale } from "@/i18n/locales";
import { requireActor } from "@/server/auth/session";
import { listInvitations } from "@/server/invitations";
import { mailIsConfigured } from "@/server/mail";
import { listMembers } from "@/server/members";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("title") };
}

export default async function MembersPage({ params }: PageProps<"/[locale]/settings/members">) {
  const { locale } = await params;
  const actor = await requireActor(locale as Locale);
  const mayInvite = may(actor, "member:invite");
  const [members, invitations, t, inviting] = await Promise.all([
    listMembers(actor),
    mayInvite ? listInvitations(actor) : [],
    getTranslations("members"),
    getTranslations("invitations"),
  ]);
  const controls = {
    changeRole: may(actor, "member:change-role"),
    resetPassword: may(actor, "member:reset-password"),
    dropTwoFactor: may(actor, "member:drop-two-factor"),
    remove: may(actor, "member:remove"),
  };
  return (
    <>
      <Section id="members" title={t("title")} count={<Num value={members.length} />}>
        <MemberTable members={members} ownId={actor.memberId} controls={controls} />
      </Section>
      {mayInvite && (
        <InvitationDesk
          invitations={invitations}
          explanation={inviting(mailIsConfigured() ? "form.withMail" : "form.withoutMail")}
        />
      )}
    </>
  );
}
