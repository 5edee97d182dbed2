"use client";
// Something new on the words that were selected: a comment, a question, tags, or a link.
import { useLocale, useTranslations } from "next-intl";
import { annotate } from "@/actions/annotations";
import { ActionForm } from "@/components/forms/action-form";
import { useKeptDraft } from "@/components/forms/draft";
import { RadioList, SelectField, TextField } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { layers, type Mark } from "@/domain/annotation-terms";
import { useDesk } from "./annotation-desk";
import { MentionArea } from "./mention-area";
import type { Composing } from "./passage-dom";
import { Quote } from "./quote";
import { TagFields } from "./tag-fields";

/** By the first revision of the passage: what was begun is found again when the text was corrected meanwhile. */
export const draftOn = (passageId: string) => `annotation-on-${passageId}`;

/** Opens the form again on a paragraph where somebody was writing when the page was left. */
export function useKeptComposing(draft: string): void {
  const { compose } = useDesk();
  useKeptDraft(draft, ({ motivation, targets }) => {
    if (motivation && targets) compose({ mark: motivation as Mark, stretches: JSON.parse(targets) });
  });
}

export function ComposeForm({ composing, draft }: { composing: Composing; draft: string }) {
  const t = useTranslations("annotations");
  const { compose, looking } = useDesk();
  const toast = useToast();
  const { mark, stretches } = composing;
  const targets = JSON.stringify(stretches);
  const form = mark === "HIGHLIGHTING" ? "COMMENTING" : mark;
  const mustSpeak = form === "COMMENTING" || form === "QUESTIONING";
  return (
    <section aria-label={t(`forms.${form}`)} className="rounded-md border border-accent bg-panel p-3">
      <h3 className="font-semibold text-sm">{t(`forms.${form}`)}</h3>
      <Quote stretches={stretches} />
      <ActionForm
        key={`${mark} ${targets}`}
        action={annotate}
        draft={draft}
        carried={{ targets, motivation: mark }}
        // What was begun on other words of the paragraph goes with those that are selected now.
        chosen={["targets", "motivation"]}
        explain={(current: { stretches: Composing["stretches"] }, saveOn) => (
          <WordsNow
            stretches={current.stretches}
            onTake={() => saveOn({ targets: JSON.stringify(current.stretches) })}
          />
        )}
        submitLabel={t("add")}
        onCancel={() => compose(null)}
        onDone={({ id }) => {
          compose(null);
          looking.visit(id);
          toast({ title: t("added") });
        }}
        className="mt-2 gap-3"
      >
        {mark === "TAGGING" && <TagFields chosen={[]} />}
        {mark === "LINKING" && <LinkField />}
        <MentionArea
          name="body"
          label={t(mustSpeak ? "fields.body" : "fields.bodyOptional")}
          optional={!mustSpeak}
          rows={3}
          autoFocus={mustSpeak}
        />
        <RadioList
          name="layer"
          label={t("fields.layer")}
          layout="row"
          defaultValue="TEAM"
          choices={layers.map((value) => ({ value, label: t(`layers.${value}`) }))}
        />
      </ActionForm>
    </section>
  );
}

/** The text was corrected under the words: where they stand now, and going on with what was written there. */
function WordsNow({ stretches, onTake }: Pick<Composing, "stretches"> & { onTake: () => void }) {
  const t = useTranslations("annotations");
  return (
    <div className="grid justify-items-start gap-2">
      <p>
        {t.rich("wordsNow", {
          words: () => <bdi className="font-naskh">{stretches.map(({ exact }) => exact).join(" … ")}</bdi>,
        })}
      </p>
      <Button size="small" onClick={onTake}>
        {t("goOn")}
      </Button>
    </div>
  );
}

function LinkField() {
  const t = useTranslations("annotations");
  const locale = useLocale();
  const { commitments, evidence } = useDesk().choices;
  const list = (
    <SelectField
      name="link"
      label={t("fields.link")}
      placeholder={t("chooseLink")}
      required={commitments !== null}
      autoFocus
      options={[
        ...(commitments ?? []).map(({ id, number, title }) => ({
          value: `commitment:${id}`,
          label: t("fields.linkCommitment", { number, title: title[locale] }),
        })),
        ...evidence.map(({ id, title }) => ({ value: `evidence:${id}`, label: t("fields.linkEvidence", { title }) })),
      ]}
    />
  );
  if (commitments) return list;
  return (
    <>
      {list}
      <TextField name="link" label={t("fields.linkNumber")} inputMode="numeric" autoComplete="off" required={false} />
    </>
  );
}
