"use client";
// Choosing tags: those of the team's list, and a free one where the workspace allows it.
import { useLocale, useTranslations } from "next-intl";
import { TextField } from "@/components/forms/fields";
import { TagChip } from "@/components/tags/tag-chip";
import { tagWords } from "@/domain/tag-terms";
import { useRefusal } from "../forms/action-form";
import { Checkbox } from "../ui/choice";
import { FieldError } from "../ui/field";
import { useDesk } from "./annotation-desk";

export function TagFields({ chosen }: { chosen: readonly string[] }) {
  const t = useTranslations("annotations");
  const locale = useLocale();
  const { tags, allowsFreeTags } = useDesk().choices;
  const refusal = useRefusal("tagIds");
  return (
    <>
      {(tags.length > 0 || !allowsFreeTags) && (
        <fieldset className="grid gap-1">
          <legend className="mb-1.5 font-semibold text-sm">{t("fields.tags")}</legend>
          {tags.length === 0 && <p className="text-muted text-sm">{t("noTags")}</p>}
          <div className="flex flex-wrap gap-x-4 gap-y-1">
            {tags.map((tag) => (
              <Checkbox
                key={tag.id}
                name="tagIds"
                value={tag.id}
                defaultChecked={chosen.includes(tag.id)}
                title={tagWords(tag.description, locale) || undefined}
                label={<TagChip name={tag.name} color={tag.color} />}
              />
            ))}
          </div>
          {refusal && <FieldError>{refusal}</FieldError>}
        </fieldset>
      )}
      {allowsFreeTags && (
        <TextField name="freeTags" optional label={t("fields.freeTag")} hint={t("fields.freeTagHint")} maxLength={60} />
      )}
    </>
  );
}
