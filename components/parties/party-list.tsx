"use client";
// The parties on the list, and under them those that were taken off it.
import { useTranslations } from "next-intl";
import type { ListedParty } from "@/server/parties";
import { ItemList } from "../commitments/item-list";
import { EmptyState } from "../ui/empty-state";
import { PartyItem } from "./party-item";

export function PartyList({ parties, mayManage }: { parties: readonly ListedParty[]; mayManage: boolean }) {
  const t = useTranslations("parties");
  const item = (party: ListedParty) => ({ id: party.id, node: <PartyItem party={party} mayManage={mayManage} /> });
  const removed = parties.filter(({ isRemoved }) => isRemoved);
  return (
    <ItemList
      beginning={parties.filter(({ isRemoved }) => !isRemoved).map(item)}
      rest={removed.map(item)}
      more={t("manage.removedList", { count: removed.length })}
      empty={<EmptyState title={t("emptyTitle")} />}
    />
  );
}
