"use client";
// Chooses the tags of one source from the team's list.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { tagSource } from "@/actions/evidence";
import { sourceTagsDraft } from "@/components/commitments/draft-names";
import { useFormPlace } from "@/components/commitments/form-place";
import { ActionForm } from "@/components/forms/action-form";
import { TagChip } from "@/components/tags/tag-chip";
import { Checkbox } from "@/components/ui/choice";
import { useToast } from "@/components/ui/toast";
import type { TagColor, TagWords } from "@/domain/tag-terms";

export type ChoosableTag = { id: string; name: TagWords; color: TagColor };

export interface SourceTagsFormProps {
  evidenceId: string;
  tags: readonly ChoosableTag[];
  chosen: readonly string[];
}

export function SourceTagsForm({ evidenceId, tags, chosen: latest }: SourceTagsFormProps) {
  // What the person saw ticked: only what they change from there is changed.
  const [chosen] = useState(latest);
  const t = useTranslations("sources");
  const { close } = useFormPlace();
  const toast = useToast();
  return (
    <ActionForm
      action={tagSource}
      draft={sourceTagsDraft(evidenceId)}
      carried={{ evidenceId, shownIds: chosen.join() }}
      submitLabel={t("saveTags")}
      onCancel={close}
      onDone={() => {
        close();
        toast({ title: t("tagsSaved") });
      }}
    >
      <fieldset>
        <legend className="sr-only">{t("tagsForm")}</legend>
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          {tags.map(({ id, name, color }) => (
            <Checkbox
              key={id}
              name="tagIds"
              value={id}
              defaultChecked={chosen.includes(id)}
              label={<TagChip name={name} color={color} />}
            />
          ))}
        </div>
      </fieldset>
    </ActionForm>
  );
}
