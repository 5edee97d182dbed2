// The tags of a source, and the form that changes them.
import { useTranslations } from "next-intl";
import { sourceTagsDraft } from "@/components/commitments/draft-names";
import { FormPlace, OpenedForm, OpenFormButton } from "@/components/commitments/form-place";
import { TagChip } from "@/components/tags/tag-chip";
import { Section } from "@/components/ui/section";
import type { SourcePage } from "@/server/evidence-sources";
import { type ChoosableTag, SourceTagsForm } from "./source-tags-form";

export function SourceTags({ source, tags }: { source: SourcePage; tags: readonly ChoosableTag[] }) {
  const t = useTranslations("sources");
  const mayOpen = source.mayTag && tags.length > 0;
  return (
    <FormPlace draft={sourceTagsDraft(source.evidenceId)} mayOpen={mayOpen}>
      <Section id="tags" title={t("tags")} actions={mayOpen && <OpenFormButton>{t("tagsEdit")}</OpenFormButton>}>
        <OpenedForm label={t("tagsForm")} instead={<Tags source={source} />}>
          <SourceTagsForm evidenceId={source.evidenceId} tags={tags} chosen={source.tags.map(({ tagId }) => tagId)} />
        </OpenedForm>
      </Section>
    </FormPlace>
  );
}

function Tags({ source: { tags } }: { source: SourcePage }) {
  const t = useTranslations("sources");
  if (tags.length === 0) return <p className="text-faint">{t("untagged")}</p>;
  return (
    <ul className="flex flex-wrap gap-1.5">
      {tags.map(({ tagId, name, color }) => (
        <li key={tagId} className="max-w-full">
          <TagChip name={name} color={color} />
        </li>
      ))}
    </ul>
  );
}
