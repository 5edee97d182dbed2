"use client";
// One party of the list, with renaming it, taking it off and putting it back.
import { Pencil, RotateCcw, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { editParty, removeParty, restoreParty } from "@/actions/parties";
import { tagWords } from "@/domain/tag-terms";
import { locales } from "@/i18n/locales";
import { Link } from "@/i18n/navigation";
import type { ListedParty, PartyView } from "@/server/parties";
import { FormPlace, OpenedForm, OpenFormButton, useFormPlace } from "../commitments/form-place";
import { ActionForm } from "../forms/action-form";
import type { Standing } from "../forms/conflict-panel";
import { useButtonAction } from "../forms/use-button-action";
import { Box } from "../ui/badge";
import { Button, IconButton } from "../ui/button";
import { useToast } from "../ui/toast";
import { PartyNameFields } from "./party-name-fields";

export function PartyItem({ party, mayManage }: { party: ListedParty; mayManage: boolean }) {
  const t = useTranslations("parties");
  const scales = useTranslations("scales");
  const locale = useLocale();
  const name = tagWords(party.name, locale);
  const mayEdit = mayManage && !party.isRemoved;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
      {party.code && <Box className="w-9">{party.code}</Box>}
      <Link href={`/parties/${party.id}`} className="link font-semibold">
        <bdi>{name}</bdi>
      </Link>
      <span className="me-auto text-muted text-sm">
        {scales(`partyKind.${party.kind}`)} · {t("contributionCount", { count: party.contributions })}
      </span>
      <FormPlace draft={`party-${party.id}`} mayOpen={mayEdit}>
        {mayEdit && (
          <OpenFormButton variant="quiet" icon={<Pencil aria-hidden="true" />} aria-label={t("editForm", { name })}>
            {t("edit")}
          </OpenFormButton>
        )}
        <OpenedForm
          label={t("editForm", { name })}
          className="order-last w-full rounded-md border border-edge bg-panel p-4"
        >
          <EditForm party={party} />
        </OpenedForm>
      </FormPlace>
      {mayManage && <RemoveOrRestore party={party} name={name} />}
    </li>
  );
}

function EditForm({ party: latest }: { party: ListedParty }) {
  // As with its version: fields that nobody touched must not change under the person's hands.
  const [party] = useState(latest);
  const t = useTranslations("parties");
  const { close } = useFormPlace();
  const toast = useToast();
  const standing = (current: PartyView): Standing => ({
    versions: { version: String(current.version) },
    fields: locales.map((locale) => ({
      name: `name_${locale}`,
      label: t(`fields.name_${locale}`),
      value: current.name[locale] ?? "",
    })),
  });
  return (
    <ActionForm
      action={editParty}
      draft={`party-${party.id}`}
      carried={{ partyId: party.id, version: String(party.version) }}
      standing={standing}
      submitLabel={t("save")}
      onCancel={close}
      onDone={() => {
        close();
        toast({ title: t("saved") });
      }}
    >
      <PartyNameFields name={party.name} />
    </ActionForm>
  );
}

function RemoveOrRestore({ party: { id, version, isRemoved }, name }: { party: ListedParty; name: string }) {
  const t = useTranslations("parties");
  const common = useTranslations("common");
  const toast = useToast();
  const restore = useButtonAction(restoreParty, () => toast({ title: t("restored", { name }) }));
  const remove = useButtonAction(removeParty, (removed) =>
    toast({
      title: t("removed", { name }),
      timeout: 20_000,
      action: {
        label: common("undo"),
        onAction: () => restore.run({ partyId: id, version: String(removed.version) }),
      },
    }),
  );
  const at = { partyId: id, version: String(version) };
  if (isRemoved) {
    return (
      <Button
        size="small"
        variant="quiet"
        icon={<RotateCcw aria-hidden="true" />}
        pending={restore.pending}
        aria-label={t("restoreNamed", { name })}
        onClick={() => restore.run(at)}
      >
        {t("restore")}
      </Button>
    );
  }
  return (
    <IconButton label={t("removeNamed", { name })} onClick={() => remove.run(at)}>
      <Trash2 aria-hidden="true" />
    </IconButton>
  );
}
