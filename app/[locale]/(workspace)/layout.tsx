// Everything that belongs to a workspace stands in its frame, for its members alone.
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { signOut } from "@/actions/sessions";
import { DraftOwner } from "@/components/forms/draft";
import { Frame } from "@/components/layout/frame";
import { Messages } from "@/components/layout/messages";
import { Live } from "@/components/live/live";
import { NotificationBell } from "@/components/notifications/notification-bell";
import { isLocale } from "@/i18n/locales";
import { latestEventNumber, requireActor, signedInPerson } from "@/server/auth/session";
import { listDocuments } from "@/server/documents";
import { countUnread, listNotifications } from "@/server/notifications";
import { getWorkspace } from "@/server/workspaces";

/** As many as the bell shows; the page has them all. */
const latestShown = 6;

export default async function WorkspaceLayout({ children, params }: LayoutProps<"/[locale]">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const actor = await requireActor(locale);
  const [seen, workspace, documents, person, unread, { notifications }, t] = await Promise.all([
    latestEventNumber(),
    getWorkspace(actor),
    listDocuments(actor),
    signedInPerson(),
    countUnread(actor),
    listNotifications(actor, {}, latestShown),
    getTranslations({ locale, namespace: "roles" }),
  ]);
  const [document] = documents;
  const version = document?.versions.find(({ language }) => language === locale) ?? document?.versions[0];

  return (
    <Frame
      workspaceName={workspace.name}
      documentTitle={version?.title ?? ""}
      documentHref={document ? `/documents/${document.slug}` : "/"}
      person={{ name: person?.name ?? "", email: person?.email ?? "", role: t(actor.role) }}
      locale={locale}
      signOut={signOut.bind(null, locale)}
      bell={<NotificationBell unread={unread} latest={notifications} now={new Date()} />}
      live={
        <Messages namespaces={["live"]}>
          <Live memberId={actor.memberId} seen={seen} locale={locale} />
        </Messages>
      }
    >
      <DraftOwner memberId={actor.memberId}>{children}</DraftOwner>
    </Frame>
  );
}
