// The frame around every page of the workspace.
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { KeyboardShortcuts } from "@/components/ui/keyboard-shortcuts";
import type { Locale } from "@/i18n/locales";
import { type Person, PersonMenu } from "./person-menu";
import { Rail, type RailItem } from "./rail";
import { SkipLink } from "./skip-link";
import { TopBar } from "./top-bar";

export interface FrameProps {
  workspaceName: string;
  documentTitle: string;
  /** Where the text is read: /documents/… */
  documentHref: string;
  /** `role` is the role's name in the reader's language. */
  person: Person;
  locale: Locale;
  signOut: () => void | Promise<void>;
  /** Live updates: who else is here. */
  live: ReactNode;
  /** What one is told. */
  bell: ReactNode;
  children: ReactNode;
}

export async function Frame({
  workspaceName,
  documentTitle,
  documentHref,
  person,
  locale,
  signOut,
  live,
  bell,
  children,
}: FrameProps) {
  const t = await getTranslations({ locale, namespace: "frame" });
  const items: RailItem[] = [
    { name: "overview", href: "/", label: t("nav.overview") },
    { name: "text", href: documentHref, label: t("nav.text") },
    { name: "evidence", href: "/evidence", label: t("nav.evidence") },
    { name: "parties", href: "/parties", label: t("nav.parties"), isWide: true },
    { name: "reviews", href: "/reviews", label: t("nav.reviews"), isWide: true },
    { name: "codebook", href: "/codebook", label: t("nav.codebook"), isWide: true },
    { name: "activity", href: "/activity", label: t("nav.activity") },
    { name: "reports", href: "/reports", label: t("nav.reports") },
    { name: "settings", href: "/settings", label: t("nav.settings") },
  ];
  return (
    <>
      <SkipLink />
      <TopBar title={workspaceName} subtitle={documentTitle}>
        {live}
        {bell}
        <KeyboardShortcuts
          destinations={[
            { key: "o", href: "/", label: t("keys.goOverview") },
            { key: "t", href: documentHref, label: t("keys.goText") },
            { key: "e", href: "/evidence", label: t("keys.goEvidence") },
            { key: "p", href: "/parties", label: t("keys.goParties") },
            { key: "v", href: "/reviews", label: t("keys.goReviews") },
            { key: "m", href: "/codebook", label: t("keys.goCodebook") },
            { key: "a", href: "/activity", label: t("keys.goActivity") },
            { key: "r", href: "/reports", label: t("keys.goReports") },
            { key: "n", href: "/notifications", label: t("keys.goNotifications") },
            { key: "s", href: "/settings", label: t("keys.goSettings") },
          ]}
          labels={{
            title: t("keys.title"),
            intro: t("keys.intro"),
            toggle: t("keys.toggle"),
            enabled: t("keys.enabled"),
            disabled: t("keys.disabled"),
            waiting: t("keys.waiting"),
            afterwards: t("keys.then"),
            groupGo: t("keys.groupGo"),
            groupPage: t("keys.groupPage"),
            groupWork: t("keys.groupWork"),
            next: t("keys.next"),
            previous: t("keys.previous"),
            search: t("keys.search"),
            help: t("keys.help"),
          }}
        />
        <PersonMenu
          person={person}
          signOut={signOut}
          labels={{ account: t("account", { name: person.name }), profile: t("profile"), signOut: t("signOut") }}
        />
      </TopBar>
      <div className="md:flex">
        <Rail label={t("nav.label")} items={items} />
        <main
          id="content"
          tabIndex={-1}
          className="min-h-[calc(100dvh-3.5rem)] min-w-0 flex-1 border-rule bg-paper px-4 pt-6 pb-28 outline-none md:border-s md:px-8 md:pb-16 xl:px-12 print:border-0 print:p-0"
        >
          {children}
        </main>
      </div>
    </>
  );
}
