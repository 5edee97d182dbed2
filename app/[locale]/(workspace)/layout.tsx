// Everything that belongs to a workspace stands in its frame, for its members alone.
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { signOut } from "@/actions/sessions";
import { DraftOwner } from "@/components/forms/draft";
import { Frame } from "@/components/layout/frame";
import { Messages } from "@/components/layout/messages";
import { Live } from "@/components/live/live";
import { isLocale } from "@/i18n/locales";
import { latestEventNumber, requireActor, signedInPerson } from "@/server/auth/session";
import { listDocuments } from "@/server/documents";
import { getWorkspace } from "@/server/workspaces";

export default async function WorkspaceLayout({ children, params }: LayoutProps<"/[locale]">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const actor = await requireActor(locale);
  const [seen, workspace, documents, person, t] = await Promise.all([
    latestEventNumber(),
    getWorkspace(actor),
    listDocuments(actor),
    signedInPerson(),
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
