// Which annotations go into the file: a plain form whose answer is the file.
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { layers } from "@/domain/annotation-terms";
import { tagWords } from "@/domain/tag-terms";
import { threadKinds, threadStates } from "@/domain/thread-filter";
import type { AnnotationChoices } from "@/server/annotation-choices";

export interface ExportFormProps {
  slug: string;
  choices: AnnotationChoices;
  paragraphCount: number;
}

export function ExportForm({ slug, choices, paragraphCount }: ExportFormProps) {
  const t = useTranslations("exchange.export");
  const filter = useTranslations("annotations.filter");
  const annotations = useTranslations("annotations");
  const locale = useLocale();
  const fields = [
    {
      name: "paragraph",
      label: t("paragraph"),
      placeholder: t("allParagraphs"),
      options: Array.from({ length: paragraphCount }, (_, index) => index + 1).map((ordinal) => ({
        value: String(ordinal),
        label: t("paragraphNumber", { ordinal }),
      })),
    },
    {
      name: "authorId",
      label: filter("person"),
      placeholder: filter("anyone"),
      options: choices.members.map(({ memberId, name }) => ({ value: memberId, label: name })),
    },
    {
      name: "tagId",
      label: filter("tag"),
      placeholder: filter("anyTag"),
      options: choices.tags.map(({ id, name }) => ({ value: id, label: tagWords(name, locale) })),
    },
    {
      name: "kind",
      label: filter("kind"),
      placeholder: filter("anyKind"),
      options: threadKinds.map((kind) => ({ value: kind, label: annotations(`kinds.${kind}`) })),
    },
    {
      name: "state",
      label: filter("state"),
      placeholder: filter("anyState"),
      options: threadStates.map((state) => ({ value: state, label: filter(`states.${state}`) })),
    },
    {
      name: "layer",
      label: annotations("fields.layer"),
      placeholder: t("allLayers"),
      options: layers.map((layer) => ({ value: layer, label: annotations(`layers.${layer}`) })),
    },
  ];
  return (
    <form action={`/api/v1/documents/${slug}/annotations`} className="grid grid-cols-2 items-end gap-3 lg:grid-cols-3">
      {fields.map((field) => (
        <SelectField key={field.name} {...field} defaultValue="" required={false} />
      ))}
      <div className="col-span-full">
        <Button type="submit" variant="primary">
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
