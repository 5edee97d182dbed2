"use client";
// Between a commitment's paragraph and its provisions: the words that somebody chooses for one, new or there already.
import { TextQuote } from "lucide-react";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useState } from "react";
import { usePaint } from "@/components/annotations/highlight-painter";
import type { Stretch } from "@/components/annotations/passage-dom";
import { SelectionUseProvider } from "@/components/annotations/selection-use";

/** For which form words are chosen: that of a new provision, or that of the provision with this id. */
const newOne = "new";
type Chosen = Readonly<Record<string, readonly Stretch[]>>;

type Desk = {
  chosen: Chosen;
  /** Puts these in the place of what was chosen for a form; words that are selected from now on are added there. */
  choose: (form: string, stretches: readonly Stretch[]) => void;
  /** The form is done with. */
  forget: (form: string) => void;
};

const Here = createContext<Desk | null>(null);

/** The words that are chosen for a provision; for a new one where no id is given. */
export function useChosenWords(provisionId: string = newOne) {
  const desk = use(Here);
  if (!desk) throw new Error("there is no ProvisionDesk around this");
  return {
    words: desk.chosen[provisionId] ?? [],
    choose: (stretches: readonly Stretch[]) => desk.choose(provisionId, stretches),
    forget: () => desk.forget(provisionId),
  };
}

export interface ProvisionDeskProps {
  mayPropose: boolean;
  className: string;
  children: ReactNode;
}

export function ProvisionDesk({ mayPropose, className, children }: ProvisionDeskProps) {
  const t = useTranslations("provisions");
  const [chosen, setChosen] = useState<Chosen>({});
  const [form, setForm] = useState(newOne);
  usePaint("provision-chosen", chosen[form]);
  const desk: Desk = {
    chosen,
    choose(next, stretches) {
      setForm(next);
      setChosen((before) => ({ ...before, [next]: inOrder(stretches) }));
    },
    forget(done) {
      setForm(newOne);
      setChosen(({ [done]: _, ...rest }) => rest);
    },
  };
  const selectionUse = mayPropose
    ? {
        label: t(form === newOne ? "fromWords" : "forTheProvision"),
        icon: <TextQuote aria-hidden="true" />,
        onChoose: (stretches: readonly Stretch[]) => desk.choose(form, [...(chosen[form] ?? []), ...stretches]),
      }
    : null;
  return (
    <Here value={desk}>
      <SelectionUseProvider value={selectionUse}>
        <div className={className}>{children}</div>
      </SelectionUseProvider>
    </Here>
  );
}

/** As the text has them, each once. */
function inOrder(stretches: readonly Stretch[]): Stretch[] {
  const apart = new Map(stretches.map((stretch) => [`${stretch.start} ${stretch.end}`, stretch]));
  return [...apart.values()].sort((one, other) => one.start - other.start);
}
