"use client";
// A list of things that can be edited in place: one whose form is open stays where it is, whatever colleagues do to it meanwhile.
import { createContext, type ReactNode, use, useEffect, useState } from "react";
import { Fold } from "@/components/ui/fold";

export type Item = { id: string; node: ReactNode };
type Lists = { beginning: readonly Item[]; rest: readonly Item[] };
type Held = Item & { list: keyof Lists; place: number };

const Hold = createContext<(isOpen: boolean) => void>(() => {});

/** Says that a form is open here, so that its item is not taken away or moved. */
export function useHold(isOpen: boolean): void {
  const hold = use(Hold);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what holds is the item around, which never changes
  useEffect(() => {
    if (!isOpen) return;
    hold(true);
    return () => hold(false);
  }, [isOpen]);
}

export interface ItemListProps extends Lists {
  /** The words that open the rest. */
  more: ReactNode;
  /** What stands here when there is nothing. */
  empty: ReactNode;
}

export function ItemList({ beginning, rest, more, empty }: ItemListProps) {
  const [held, setHeld] = useState<readonly Held[]>([]);
  const lists = { beginning: withHeld("beginning"), rest: withHeld("rest") };

  function withHeld(list: keyof Lists): Item[] {
    const latest = [...beginning, ...rest];
    const elsewhere = held.filter((each) => each.list !== list).map(({ id }) => id);
    const items = (list === "beginning" ? beginning : rest).filter(({ id }) => !elsewhere.includes(id));
    for (const each of held) {
      if (each.list !== list || items.some(({ id }) => id === each.id)) continue;
      items.splice(each.place, 0, latest.find(({ id }) => id === each.id) ?? each);
    }
    return items;
  }

  function hold(item: Held, isOpen: boolean) {
    setHeld((before) => [...before.filter(({ id }) => id !== item.id), ...(isOpen ? [item] : [])]);
  }

  const show = (list: keyof Lists) => (
    <ul className="divide-y divide-rule">
      {lists[list].map((item, place) => (
        <Hold key={item.id} value={(isOpen) => hold({ ...item, list, place }, isOpen)}>
          {item.node}
        </Hold>
      ))}
    </ul>
  );
  if (lists.beginning.length + lists.rest.length === 0) return empty;
  return (
    <>
      {show("beginning")}
      {lists.rest.length > 0 && <Fold label={more}>{show("rest")}</Fold>}
    </>
  );
}
