"use client";
// The states that a search found, each with the button that puts it on the list.
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { addState } from "@/actions/parties";
import { useButtonAction } from "@/components/forms/use-button-action";
import { Badge, Box } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";

type FoundState = { code: string; name: string; isOnList: boolean };

export function FoundStates({ states }: { states: readonly FoundState[] }) {
  const t = useTranslations("parties.manage");
  return (
    <div className="mt-3">
      <p role="status" className="text-muted text-sm">
        {t("found", { count: states.length })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled with the keyboard, too */}
      <ul aria-label={t("foundList")} tabIndex={0} className="max-h-80 divide-y divide-rule overflow-y-auto">
        {states.map((state) => (
          <li key={state.code} className="flex min-h-11 items-center gap-3 py-1">
            <Box className="w-9">{state.code}</Box>
            <bdi className="me-auto">{state.name}</bdi>
            {state.isOnList ? <Badge>{t("onList")}</Badge> : <AddState state={state} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function AddState({ state: { code, name } }: { state: FoundState }) {
  const t = useTranslations("parties.manage");
  const toast = useToast();
  const add = useButtonAction(addState, () => toast({ title: t("added", { name }) }));
  return (
    <Button
      size="small"
      icon={<Plus aria-hidden="true" />}
      pending={add.pending}
      aria-label={t("addNamed", { name })}
      onClick={() => add.run({ code })}
    >
      {t("add")}
    </Button>
  );
}
