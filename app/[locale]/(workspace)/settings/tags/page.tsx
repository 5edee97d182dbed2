// The team's list of tags: editors keep it, others see it.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddTag } from "@/components/tags/add-tag";
import { TagList } from "@/components/tags/tag-list";
import { Num } from "@/components/ui/bidi";
import { Section } from "@/components/ui/section";
import { may } from "@/domain/permissions";
import type { Locale } from "@/i18n/locales";
import { requireActor } from "@/server/auth/session";
import { listTags } from "@/server/tags";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tags"))("title") };
}

export default async function TagsPage({ params }: PageProps<"/[locale]/settings/tags">) {
  const { locale } = await params;
  const actor = await requireActor(locale as Locale);
  const [tags, t] = await Promise.all([listTags(actor), getTranslations("tags")]);
  const mayManage = may(actor, "tag:manage");
  return (
    <Section id="tags" title={t("title")} count={<Num value={tags.length} />}>
      <p className="mb-4 text-muted">{t("explanation")}</p>
      <AddTag mayManage={mayManage} />
      <TagList tags={tags} mayManage={mayManage} />
    </Section>
  );
}
