// When a commitment is due by its text and when it was done; those who may date it do so in place.
import { useTranslations } from "next-intl";
import { CalendarDate } from "@/components/ui/bidi";
import type { DuePrecision } from "@/domain/commitment";
import type { Timeliness } from "@/domain/scales";
import { DoneForm } from "./done-form";
import { doneDraft } from "./draft-names";
import { DueDate } from "./due-date";
import { FormPlace, OpenedForm, OpenFormButton } from "./form-place";
import { TimelinessMark } from "./timeliness-mark";

export interface DatesProps {
  commitmentId: string;
  version: number;
  due: { on: string; precision: DuePrecision } | null;
  doneOn: string | null;
  timeliness: Timeliness | null;
  mayDate: boolean;
}

export function Dates({ commitmentId, version, due, doneOn, timeliness, mayDate }: DatesProps) {
  const t = useTranslations("commitments");
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-2">
        {due ? <DueDate due={due} /> : <span className="text-muted">{t("due")}</span>}
        {timeliness && <TimelinessMark timeliness={timeliness} />}
      </div>
      <FormPlace draft={doneDraft(commitmentId)} mayOpen={mayDate}>
        <div>
          <div className="flex flex-wrap items-center gap-x-2">
            <span className="text-muted">{t("done")}</span>
            {doneOn ? (
              <CalendarDate value={doneOn} className="font-semibold" />
            ) : (
              <span className="text-faint">{t("doneMissing")}</span>
            )}
            {mayDate && (
              <OpenFormButton variant="quiet" aria-label={doneOn ? t("doneForm") : undefined}>
                {doneOn ? t("doneChange") : t("doneSet")}
              </OpenFormButton>
            )}
          </div>
          <OpenedForm label={t("doneForm")} className="mt-2 max-w-sm rounded-md border border-edge bg-panel p-4">
            <DoneForm {...{ commitmentId, version, doneOn }} />
          </OpenedForm>
        </div>
      </FormPlace>
    </>
  );
}
