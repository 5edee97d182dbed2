"use client";
// One tag of the list, with editing, merging and deleting it.
import { Merge, Pencil, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { deleteTag, editTag, mergeTag, restoreTag } from "@/actions/tags";
import { tagWords } from "@/domain/tag-terms";
import { locales } from "@/i18n/locales";
import { Link } from "@/i18n/navigation";
import type { ListedTag, TagView } from "@/server/tags";
import { FormPlace, OpenedForm, OpenFormButton, useFormPlace } from "../commitments/form-place";
import { ActionForm } from "../forms/action-form";
import type { Standing } from "../forms/conflict-panel";
import { SelectField } from "../forms/fields";
import { useButtonAction } from "../forms/use-button-action";
import { Badge } from "../ui/badge";
import { IconButton } from "../ui/button";
import { useToast } from "../ui/toast";
import { TagChip } from "./tag-chip";
import { TagNameFields } from "./tag-name-fields";

type ItemProps = { tag: ListedTag; others: readonly ListedTag[] };

const opened = "order-last w-full rounded-md border border-edge bg-panel p-4";

export function TagItem({ tag, others, mayManage }: ItemProps & { mayManage: boolean }) {
  const t = useTranslations("tags");
  const locale = useLocale();
  const name = tagWords(tag.name, locale);
  const description = tagWords(tag.description, locale);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-3">
      <TagChip name={tag.name} color={tag.color} />
      {tag.isFree && <Badge>{t("free")}</Badge>}
      <span className="me-auto flex flex-wrap gap-x-3 text-muted text-sm">
        {t("uses", { count: tag.uses })}
        {tag.sources > 0 && (
          <Link href={`/evidence?tag=${tag.id}`} className="link">
            {t("sources", { count: tag.sources })}
          </Link>
        )}
      </span>
      {description && (
        <p dir="auto" className="order-1 w-full text-muted text-sm">
          {description}
        </p>
      )}
      <FormPlace draft={`tag-${tag.id}`} mayOpen={mayManage}>
        {mayManage && (
          <OpenFormButton variant="quiet" icon={<Pencil aria-hidden="true" />} aria-label={t("editForm", { name })}>
            {t("edit")}
          </OpenFormButton>
        )}
        <OpenedForm label={t("editForm", { name })} className={opened}>
          <EditForm tag={tag} />
        </OpenedForm>
      </FormPlace>
      <FormPlace draft={`merge-tag-${tag.id}`} mayOpen={mayManage}>
        {mayManage && others.length > 0 && (
          <OpenFormButton variant="quiet" icon={<Merge aria-hidden="true" />} aria-label={t("mergeForm", { name })}>
            {t("merge")}
          </OpenFormButton>
        )}
        <OpenedForm label={t("mergeForm", { name })} className={opened}>
          <MergeForm tag={tag} others={others} />
        </OpenedForm>
      </FormPlace>
      {mayManage && <DeleteButton tag={tag} />}
    </li>
  );
}

function EditForm({ tag }: { tag: ListedTag }) {
  const t = useTranslations("tags");
  const { close } = useFormPlace();
  const toast = useToast();
  const standing = (current: TagView): Standing => ({
    versions: { version: String(current.version) },
    fields: [
      ...locales.map((locale) => ({
        name: `name_${locale}`,
        label: t(`fields.name_${locale}`),
        value: current.name[locale] ?? "",
      })),
      ...locales.map((locale) => ({
        name: `description_${locale}`,
        label: t(`fields.description_${locale}`),
        value: current.description[locale] ?? "",
      })),
      {
        name: "color",
        label: t("fields.color"),
        value: current.color,
        shown: (color: string) => t(`colors.${color as TagView["color"]}`),
      },
    ],
  });
  return (
    <ActionForm
      action={editTag}
      draft={`tag-${tag.id}`}
      carried={{ tagId: tag.id, version: String(tag.version) }}
      standing={standing}
      submitLabel={t("save")}
      onCancel={close}
      onDone={() => {
        close();
        toast({ title: t("saved") });
      }}
    >
      <TagNameFields tag={tag} />
    </ActionForm>
  );
}

function MergeForm({ tag, others }: ItemProps) {
  const t = useTranslations("tags");
  const locale = useLocale();
  const { close } = useFormPlace();
  const toast = useToast();
  return (
    <ActionForm
      action={mergeTag}
      draft={`merge-tag-${tag.id}`}
      carried={{ tagId: tag.id, version: String(tag.version) }}
      submitLabel={t("mergeSubmit")}
      onCancel={close}
      onDone={() => {
        close();
        toast({ title: t("merged") });
      }}
      className="max-w-form"
    >
      <SelectField
        name="intoId"
        label={t("mergeInto")}
        hint={t("mergeHint", { name: tagWords(tag.name, locale) })}
        placeholder={t("choose")}
        options={others.map(({ id, name }) => ({ value: id, label: tagWords(name, locale) }))}
      />
    </ActionForm>
  );
}

function DeleteButton({ tag: { id, version, name } }: { tag: ListedTag }) {
  const t = useTranslations("tags");
  const common = useTranslations("common");
  const locale = useLocale();
  const toast = useToast();
  const restore = useButtonAction(restoreTag, () => toast({ title: t("restored") }));
  const remove = useButtonAction(deleteTag, (deleted) =>
    toast({
      title: t("deleted"),
      timeout: 20_000,
      action: {
        label: common("undo"),
        onAction: () => restore.run({ tagId: id, version: String(deleted.version) }),
      },
    }),
  );
  return (
    <IconButton
      label={t("deleteNamed", { name: tagWords(name, locale) })}
      onClick={() => remove.run({ tagId: id, version: String(version) })}
    >
      <Trash2 aria-hidden="true" />
    </IconButton>
  );
}
