"use client";
// The tags of the list, each with how often it is used and what an editor can do with it.
import { useTranslations } from "next-intl";
import type { ListedTag } from "@/server/tags";
import { ItemList } from "../commitments/item-list";
import { EmptyState } from "../ui/empty-state";
import { TagItem } from "./tag-item";

export function TagList({ tags, mayManage }: { tags: readonly ListedTag[]; mayManage: boolean }) {
  const t = useTranslations("tags");
  return (
    <ItemList
      beginning={tags.map((tag) => ({
        id: tag.id,
        node: <TagItem tag={tag} others={tags.filter(({ id }) => id !== tag.id)} mayManage={mayManage} />,
      }))}
      rest={[]}
      more={null}
      empty={<EmptyState title={t("empty")} />}
    />
  );
}
