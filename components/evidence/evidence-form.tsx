"use client";
// The form of evidence, for attaching and for editing, with what a conflict or a known address shows.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { attachEvidence, editEvidence, editSource } from "@/actions/evidence";
import { evidenceDraft, newEvidenceDraft, sourceDraft } from "@/components/commitments/draft-names";
import { useFormPlace } from "@/components/commitments/form-place";
import { ActionForm } from "@/components/forms/action-form";
import type { Standing, StandingField } from "@/components/forms/conflict-panel";
import { useToast } from "@/components/ui/toast";
import { formatDate, languageName } from "@/i18n/formats";
import type { StandingEvidence } from "@/server/evidence";
import {
  AddressField,
  CitationFields,
  type EditableEvidence,
  type EditableSource,
  FieldGroup,
  SourceFields,
  type SourceFieldsProps,
} from "./evidence-fields";
import { KnownSourceField } from "./known-source";

type FormSetting = Omit<SourceFieldsProps, "source">;

export function AttachEvidenceForm({ commitmentId, ...setting }: FormSetting & { commitmentId: string }) {
  const t = useTranslations("evidence");
  const { close } = useFormPlace();
  const toast = useToast();
  return (
    <ActionForm
      action={attachEvidence}
      draft={newEvidenceDraft(commitmentId)}
      carried={{ commitmentId }}
      submitLabel={t("submit")}
      onCancel={close}
      explain={(standing: StandingEvidence) => <AlreadyHere standing={standing} />}
      onDone={({ known }) => {
        close();
        toast({ title: known ? t("attachedKnown") : t("attached") });
      }}
    >
      <FieldGroup title={t("groupSource")}>
        <KnownSourceField commitmentId={commitmentId}>
          <SourceFields {...setting} />
        </KnownSourceField>
      </FieldGroup>
      <FieldGroup title={t("groupCitation")}>
        <CitationFields />
      </FieldGroup>
    </ActionForm>
  );
}

/** Which of the attached sources has the address that was typed. */
function AlreadyHere({ standing }: { standing: StandingEvidence }) {
  const t = useTranslations("evidence");
  return t.rich("already", {
    link: () => (
      <a href={`#evidence-${standing.citationId}`} className="link">
        <bdi>{standing.title}</bdi>
      </a>
    ),
  });
}

export function EditEvidenceForm({ evidence: latest, ...setting }: FormSetting & { evidence: EditableEvidence }) {
  // As with its version: fields that nobody touched must not change under the person's hands.
  const [evidence] = useState(latest);
  const t = useTranslations("evidence");
  const { close } = useFormPlace();
  const toast = useToast();
  const fieldsOf = useStandingFields(setting);
  const standing = (current: StandingEvidence): Standing => ({
    versions: { version: String(current.version), evidenceVersion: String(current.evidenceVersion) },
    fields: [...fieldsOf.source(current), ...fieldsOf.citation(current)],
  });
  return (
    <ActionForm
      action={editEvidence}
      draft={evidenceDraft(evidence.citationId)}
      carried={{
        citationId: evidence.citationId,
        version: String(evidence.version),
        evidenceVersion: String(evidence.evidenceVersion),
      }}
      standing={standing}
      submitLabel={t("save")}
      onCancel={close}
      onDone={() => {
        close();
        toast({ title: t("saved") });
      }}
    >
      <FieldGroup title={t("groupSource")}>
        <AddressField address={evidence.address} />
        <SourceFields {...setting} source={evidence} />
        <p className="text-muted text-sm">{t("hints.shared")}</p>
      </FieldGroup>
      <FieldGroup title={t("groupCitation")}>
        <CitationFields citation={evidence} />
      </FieldGroup>
    </ActionForm>
  );
}

/** A source by itself, on its own page. */
export function EditSourceForm({ source: latest, ...setting }: FormSetting & { source: EditableSource }) {
  const [source] = useState(latest);
  const t = useTranslations("sources");
  const words = useTranslations("evidence");
  const { close } = useFormPlace();
  const toast = useToast();
  const fieldsOf = useStandingFields(setting);
  return (
    <ActionForm
      action={editSource}
      draft={sourceDraft(source.evidenceId)}
      carried={{ evidenceId: source.evidenceId, evidenceVersion: String(source.evidenceVersion) }}
      standing={(current: EditableSource): Standing => ({
        versions: { evidenceVersion: String(current.evidenceVersion) },
        fields: fieldsOf.source(current),
      })}
      submitLabel={words("save")}
      onCancel={close}
      onDone={() => {
        close();
        toast({ title: t("saved") });
      }}
    >
      <AddressField address={source.address} />
      <SourceFields {...setting} source={source} />
      <p className="text-muted text-sm">{words("hints.shared")}</p>
    </ActionForm>
  );
}

/** How what stands reads beside what was typed. */
function useStandingFields({ locale }: FormSetting) {
  const t = useTranslations("evidence.fields");
  const scales = useTranslations("scales");
  const day = (value: string) => (value ? formatDate(value, locale) : "");
  const inScale = (scale: string) => (value: string) => {
    const key = `${scale}.${value}`;
    return value && scales.has(key as never) ? scales(key as never) : value;
  };
  return {
    source: (current: EditableSource): StandingField[] => [
      { name: "address", label: t("address"), value: current.address },
      { name: "title", label: t("title"), value: current.title },
      { name: "publisher", label: t("publisher"), value: current.publisher ?? "" },
      { name: "publishedOn", label: t("publishedOn"), value: current.publishedOn ?? "", shown: day },
      { name: "accessedOn", label: t("accessedOn"), value: current.accessedOn ?? "", shown: day },
      {
        name: "language",
        label: t("language"),
        value: current.language ?? "",
        shown: (value) => (value ? languageName(value, locale) : ""),
      },
      { name: "kind", label: t("kind"), value: current.kind, shown: inScale("evidenceKind") },
      { name: "reliability", label: t("reliability"), value: current.reliability ?? "", shown: inScale("reliability") },
      {
        name: "credibility",
        label: t("credibility"),
        value: current.credibility === null ? "" : String(current.credibility),
        shown: inScale("credibility"),
      },
    ],
    citation: (current: Pick<StandingEvidence, "stance" | "quotedPassage">): StandingField[] => [
      { name: "stance", label: t("stance"), value: current.stance, shown: inScale("stance") },
      { name: "quotedPassage", label: t("quotedPassage"), value: current.quotedPassage ?? "" },
    ],
  };
}
