// A kept copy of a source: shown shut in, with its facts, its text, and what changed since the copy before.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { CaptureChanges } from "@/components/captures/capture-changes";
import { CaptureFacts } from "@/components/captures/capture-facts";
import { CaptureView } from "@/components/captures/capture-view";
import { Messages } from "@/components/layout/messages";
import { Page } from "@/components/layout/page";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { isLocale } from "@/i18n/locales";
import { Link } from "@/i18n/navigation";
import type { MemberActor } from "@/server/auth/actor";
import { requireActor } from "@/server/auth/session";
import { getCapture } from "@/server/captures";
import { orRefused } from "../../../../refused";

type Props = PageProps<"/[locale]/evidence/[id]/captures/[number]">;

/** Once a request, for the title and for the page. */
const readCapture = cache((actor: MemberActor, evidenceId: string, number: number) =>
  orRefused(getCapture(actor, { evidenceId, number })),
);

async function open({ params }: Props) {
  const { locale, id, number } = await params;
  if (!isLocale(locale) || !/^[1-9]\d{0,8}$/.test(number)) notFound();
  const actor = await requireActor(locale);
  return { opened: await readCapture(actor, id, Number(number)) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { opened } = await open(props);
  const t = await getTranslations("captures.page");
  return { title: t("metaTitle", { number: String(opened.capture.number), title: opened.source.title }) };
}

export default async function CapturePage(props: Props) {
  const { opened } = await open(props);
  const { source, capture, before, later, text } = opened;
  const [t, captures] = await Promise.all([getTranslations("captures.page"), getTranslations("captures")]);
  const path = `/evidence/${source.id}`;
  const number = String(capture.number);
  return (
    <Messages namespaces={["captures", "scales"]}>
      <Page
        above={
          <Breadcrumbs
            label={t("crumbs")}
            crumbs={[
              { label: t("crumbEvidence"), href: "/evidence" },
              { label: t("crumbSource"), href: path },
              { label: captures("number", { number }) },
            ]}
          />
        }
        title={t.rich("title", {
          number,
          title: () => (
            <Link href={path} lang={source.language ?? undefined} className="link wrap-anywhere">
              <bdi>{source.title}</bdi>
            </Link>
          ),
        })}
        lead={t("inert")}
        actions={
          <>
            {before && <LinkButton href={`${path}/captures/${before.number}`}>{t("previous")}</LinkButton>}
            {later && <LinkButton href={`${path}/captures/${later}`}>{t("next")}</LinkButton>}
          </>
        }
      >
        <div className="grid gap-x-14 gap-y-10 xl:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
          <Section id="shown" title={t("shown")}>
            <CaptureView capture={capture} />
          </Section>
          <Section id="facts" title={t("facts")}>
            <CaptureFacts capture={capture} source={source} />
          </Section>
        </div>
        <CaptureChanges number={capture.number} text={text} before={before} language={source.language} />
      </Page>
    </Messages>
  );
}
