"use client";
// The form of the workspace's name and settings.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { editWorkspace } from "@/actions/workspaces";
import type { WorkspaceView } from "@/server/workspaces";
import { ActionForm } from "../forms/action-form";
import type { Standing } from "../forms/conflict-panel";
import { Checkbox, TextField } from "../forms/fields";
import { useToast } from "../ui/toast";

/** Starts again from each newer version, as the one that it saved; not while somebody has typed something into it. */
export function WorkspaceForm({ workspace }: { workspace: WorkspaceView }) {
  const [begun, setBegun] = useState(workspace);
  const [isTouched, setTouched] = useState(false);
  if (!isTouched && begun.version !== workspace.version) setBegun(workspace);
  return (
    <div onInput={() => setTouched(true)}>
      <VersionForm key={begun.version} workspace={begun} onSaved={() => setTouched(false)} />
    </div>
  );
}

function VersionForm({ workspace, onSaved }: { workspace: WorkspaceView; onSaved: () => void }) {
  const t = useTranslations("workspaces");
  const toast = useToast();
  const standing = (current: WorkspaceView): Standing => ({
    versions: { version: String(current.version) },
    fields: [
      { name: "name", label: t("name"), value: current.name },
      { name: "staleAfterDays", label: t("staleAfterDays"), value: String(current.staleAfterDays) },
      { name: "silentAfterMonths", label: t("silentAfterMonths"), value: String(current.silentAfterMonths) },
      {
        name: "allowsFreeTags",
        label: t("freeTagsLabel"),
        value: current.allowsFreeTags ? "on" : "",
        shown: (value) => t(value ? "freeTagsOn" : "freeTagsOff"),
      },
      {
        name: "requiresReview",
        label: t("reviewLabel"),
        value: current.requiresReview ? "on" : "",
        shown: (value) => t(value ? "reviewOn" : "reviewOff"),
      },
      {
        name: "respectsRobots",
        label: t("robotsLabel"),
        value: current.respectsRobots ? "on" : "",
        shown: (value) => t(value ? "robotsOn" : "robotsOff"),
      },
    ],
  });
  return (
    <ActionForm
      action={editWorkspace}
      carried={{ version: String(workspace.version) }}
      standing={standing}
      submitLabel={t("submit")}
      onDone={() => {
        onSaved();
        toast({ title: t("done") });
      }}
      className="max-w-form"
    >
      <TextField name="name" label={t("name")} hint={t("nameHint")} defaultValue={workspace.name} maxLength={120} />
      <TextField
        name="staleAfterDays"
        label={t("staleAfterDays")}
        hint={t("staleAfterDaysHint")}
        defaultValue={workspace.staleAfterDays}
        inputMode="numeric"
        dir="ltr"
      />
      <TextField
        name="silentAfterMonths"
        label={t("silentAfterMonths")}
        hint={t("silentAfterMonthsHint")}
        defaultValue={workspace.silentAfterMonths}
        inputMode="numeric"
        dir="ltr"
      />
      <Checkbox
        name="allowsFreeTags"
        label={t("allowsFreeTags")}
        hint={t("allowsFreeTagsHint")}
        defaultChecked={workspace.allowsFreeTags}
      />
      <Checkbox
        name="requiresReview"
        label={t("requiresReview")}
        hint={t("requiresReviewHint")}
        defaultChecked={workspace.requiresReview}
      />
      <Checkbox
        name="respectsRobots"
        label={t("respectsRobots")}
        hint={t("respectsRobotsHint")}
        defaultChecked={workspace.respectsRobots}
      />
    </ActionForm>
  );
}
