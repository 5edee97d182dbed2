// The text of a copy, and what changed in it since the copy before.
import { useTranslations } from "next-intl";
import { UserText } from "@/components/ui/bidi";
import { Fold } from "@/components/ui/fold";
import { Section } from "@/components/ui/section";
import { TextComparison } from "@/components/ui/text-comparison";
import type { OpenedCapture } from "@/server/captures";

export interface CaptureChangesProps extends Pick<OpenedCapture, "text" | "before"> {
  number: number;
  language: string | null;
}

/** A page that holds more would stand still; the original has all of it. */
const mostShown = 100_000;
const beginning = 1_200;

export function CaptureChanges({ number, text, before, language }: CaptureChangesProps) {
  const t = useTranslations("captures.page");
  const lang = language ?? undefined;
  const shown = text?.slice(0, mostShown);
  return (
    <>
      <Section id="changes" title={t("changes")}>
        <Changes number={number} text={text} before={before} lang={lang} />
      </Section>
      <Section id="text" title={t("text")}>
        {!shown && <p className="text-muted">{t("noText")}</p>}
        {shown && shown.length <= beginning && (
          <UserText lang={lang} className="max-w-reading wrap-anywhere">
            {shown}
          </UserText>
        )}
        {shown && shown.length > beginning && (
          <Fold
            label={t("showAll")}
            instead={
              <UserText lang={lang} className="max-w-reading wrap-anywhere">
                {`${shown.slice(0, beginning).toWellFormed()}…`}
              </UserText>
            }
          >
            <UserText lang={lang} className="max-w-reading wrap-anywhere">
              {shown}
            </UserText>
          </Fold>
        )}
      </Section>
    </>
  );
}

type ChangesProps = Omit<CaptureChangesProps, "language"> & { lang?: string };

function Changes({ number, text, before, lang }: ChangesProps) {
  const t = useTranslations("captures.page");
  if (!before) return <p className="text-muted">{t("first")}</p>;
  const named = { before: String(before.number), number: String(number) };
  if (text === null || before.text === null) return <p className="text-muted">{t("incomparable")}</p>;
  if (text === before.text) return <p className="text-muted">{t("same", { before: named.before })}</p>;
  return (
    <div className="grid gap-3">
      <p className="text-muted text-sm">{t("changesLead", named)}</p>
      <TextComparison
        from={before.text.slice(0, mostShown)}
        to={text.slice(0, mostShown)}
        lang={lang}
        className="max-w-reading rounded-md border border-edge bg-paper p-4 wrap-anywhere"
      />
    </div>
  );
}
