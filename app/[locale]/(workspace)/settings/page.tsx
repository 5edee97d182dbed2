// My account: who I am here, my password, my sessions.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MailChoiceForm } from "@/components/notifications/mail-choice-form";
import { PasskeyDesk } from "@/components/passkeys/passkey-desk";
import { ChangePasswordForm } from "@/components/sessions/change-password-form";
import { SessionList } from "@/components/sessions/session-list";
import { SignInList } from "@/components/sign-ins/sign-in-list";
import { TwoFactorDesk } from "@/components/two-factor/two-factor-desk";
import { Code } from "@/components/ui/bidi";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { digestHour } from "@/domain/notification";
import type { Locale } from "@/i18n/locales";
import { requireActor } from "@/server/auth/session";
import { mailIsConfigured } from "@/server/mail";
import { listMembers } from "@/server/members";
import { getMailChoice } from "@/server/notifications";
import { listPasskeys, passkeySite } from "@/server/passkeys";
import { listSessions } from "@/server/sessions";
import { listOwnSignIns } from "@/server/sign-ins";
import { getTwoFactor } from "@/server/two-factor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sessions.account"))("title") };
}

export default async function AccountPage({ params }: PageProps<"/[locale]/settings">) {
  const { locale } = await params;
  const actor = await requireActor(locale as Locale);
  const [twoFactor, passkeys, sessions, ownSignIns, members, mailChoice, t, mail, roles, signIns] = await Promise.all([
    getTwoFactor(actor),
    listPasskeys(actor),
    listSessions(actor),
    listOwnSignIns(actor),
    listMembers(actor),
    getMailChoice(actor),
    getTranslations("sessions"),
    getTranslations("notifications.mail"),
    getTranslations("roles"),
    getTranslations("signIns"),
  ]);
  const me = members.find(({ memberId }) => memberId === actor.memberId);
  if (!me) throw new Error("a member who is signed in stands on the list of members");
  const facts = [
    { term: t("account.name"), text: <bdi>{me.name}</bdi> },
    { term: t("fields.email"), text: <Code className="wrap-anywhere">{me.email}</Code> },
    { term: t("account.role"), text: roles(me.role), hint: roles(`does.${me.role}`) },
  ];
  return (
    <>
      <Section id="account" title={t("account.section")}>
        <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-[max-content_minmax(0,1fr)]">
          {facts.map(({ term, text, hint }) => (
            <div key={term} className="contents">
              <dt className="text-muted max-sm:-mb-3">{term}</dt>
              <dd>
                <span className="font-semibold">{text}</span>
                {hint && <span className="block text-muted text-sm">{hint}</span>}
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="mail" title={mail("title")}>
        <p className="mb-4 max-w-reading text-muted">{mail("lead")}</p>
        {!mailIsConfigured() && (
          <div className="mb-4 max-w-form">
            <Notice>{mail("notConfigured")}</Notice>
          </div>
        )}
        <MailChoiceForm choice={mailChoice} digestHour={digestHour} locale={locale as Locale} />
      </Section>
      <Section id="password" title={t("password.title")}>
        <p className="mb-4 text-muted">{t("password.lead")}</p>
        <ChangePasswordForm email={me.email} />
      </Section>
      <TwoFactorDesk twoFactor={twoFactor} />
      <PasskeyDesk passkeys={passkeys} areOffered={passkeySite() !== null} />
      <Section id="sessions" title={t("list.title")}>
        <p className="mb-4 max-w-reading text-muted">{t("list.lead")}</p>
        <SessionList sessions={sessions} />
      </Section>
      {ownSignIns.length > 0 && (
        <Section id="sign-ins" title={signIns("own.title")}>
          <p className="mb-4 max-w-reading text-muted">{signIns("own.lead")}</p>
          <SignInList signIns={ownSignIns} />
        </Section>
      )}
    </>
  );
}
