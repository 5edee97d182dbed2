// Any two revisions of a passage side by side, each with the words marked that the other does not have.
import Form from "next/form";
import { useTranslations } from "next-intl";
import { Num } from "@/components/ui/bidi";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { TextComparison } from "@/components/ui/text-comparison";
import { directionOfLanguage } from "@/domain/text-direction";
import type { Revision } from "@/server/passages";

export interface RevisionComparisonProps {
  /** Address of the page, with the reader's language. */
  action: string;
  language: string;
  revisions: readonly Revision[];
  earlier: Revision;
  later: Revision;
}

export function RevisionComparison({ action, language, revisions, earlier, later }: RevisionComparisonProps) {
  const t = useTranslations("passages.revisions");
  const options = revisions.map(({ revision }) => ({
    value: String(revision),
    label: revision === 1 ? t("firstPlain") : t("numberPlain", { number: String(revision) }),
  }));
  return (
    <div className="grid gap-5">
      <Form
        key={`${earlier.id} ${later.id}`}
        action={action}
        scroll={false}
        aria-label={t("form")}
        className="flex flex-wrap items-end gap-3 print:hidden"
      >
        <input type="hidden" name="language" value={language} />
        <SelectField name="one" label={t("one")} defaultValue={String(earlier.revision)} options={options} />
        <SelectField name="other" label={t("other")} defaultValue={String(later.revision)} options={options} />
        <Button type="submit">{t("show")}</Button>
      </Form>
      <div className="grid gap-5 md:grid-cols-2">
        {(["from", "to"] as const).map((side) => (
          <section key={side} aria-label={t(side)} className="min-w-0 rounded-md border border-edge bg-paper p-4">
            <h3 className="mb-2 font-semibold text-muted text-sm">
              <RevisionName revision={side === "from" ? earlier : later} />
            </h3>
            <TextComparison
              from={earlier.text}
              to={later.text}
              side={side}
              lang={language}
              dir={directionOfLanguage(language)}
              className="font-naskh text-gazette"
            />
          </section>
        ))}
      </div>
    </div>
  );
}

export function RevisionName({ revision: { revision } }: { revision: Revision }) {
  const t = useTranslations("passages.revisions");
  return revision === 1 ? t("first") : t.rich("number", { number: () => <Num value={revision} /> });
}
