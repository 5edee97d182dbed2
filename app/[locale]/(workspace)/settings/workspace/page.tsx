// The workspace's name and settings: admins edit them, others see them.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import { WorkspaceForm } from "@/components/workspaces/workspace-form";
import { may } from "@/domain/permissions";
import type { Locale } from "@/i18n/locales";
import { requireActor } from "@/server/auth/session";
import { getWorkspace, type WorkspaceView } from "@/server/workspaces";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workspaces"))("title") };
}

export default async function WorkspacePage({ params }: PageProps<"/[locale]/settings/workspace">) {
  const { locale } = await params;
  const actor = await requireActor(locale as Locale);
  const [workspace, t] = await Promise.all([getWorkspace(actor), getTranslations("workspaces")]);
  return (
    <Section id="workspace" title={t("title")}>
      {may(actor, "workspace:edit") ? (
        <WorkspaceForm workspace={workspace} />
      ) : (
        <WorkspaceFacts workspace={workspace} />
      )}
    </Section>
  );
}

async function WorkspaceFacts({ workspace }: { workspace: WorkspaceView }) {
  const t = await getTranslations("workspaces");
  return (
    <div className="grid gap-4">
      <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-[max-content_minmax(0,1fr)]">
        <dt className="text-muted max-sm:-mb-3">{t("name")}</dt>
        <dd className="font-semibold">
          <bdi>{workspace.name}</bdi>
        </dd>
        <dt className="text-muted max-sm:-mb-3">{t("staleLabel")}</dt>
        <dd>
          <span className="font-semibold">{t("staleAfter", { days: workspace.staleAfterDays })}</span>
          <span className="block text-muted text-sm">{t("staleAfterDaysHint")}</span>
        </dd>
        <dt className="text-muted max-sm:-mb-3">{t("silentLabel")}</dt>
        <dd>
          <span className="font-semibold">{t("silentAfter", { months: workspace.silentAfterMonths })}</span>
          <span className="block text-muted text-sm">{t("silentAfterMonthsHint")}</span>
        </dd>
        <dt className="text-muted max-sm:-mb-3">{t("freeTagsLabel")}</dt>
        <dd>{t(workspace.allowsFreeTags ? "freeTagsOn" : "freeTagsOff")}</dd>
        <dt className="text-muted max-sm:-mb-3">{t("reviewLabel")}</dt>
        <dd>{t(workspace.requiresReview ? "reviewOn" : "reviewOff")}</dd>
      </dl>
      <p className="text-muted text-sm">{t("adminsOnly")}</p>
    </div>
  );
}
