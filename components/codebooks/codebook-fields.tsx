// Everything that a version of the codebook can say differently, as fields in folds.
import { useLocale, useTranslations } from "next-intl";
import { Num } from "@/components/ui/bidi";
import { type CodebookContent, codebookScaleNames, scaleValues } from "@/domain/codebook";
import { definitionPath, rulePath } from "@/domain/codebook-changes";
import type { CriteriaPlace } from "@/server/codebooks";
import { CriteriaFields } from "./criteria-fields";
import { CrosswalkFields } from "./crosswalk-fields";
import { FieldFold } from "./field-fold";
import { WordFields } from "./word-fields";

export interface CodebookFieldsProps {
  content: CodebookContent;
  places: readonly CriteriaPlace[];
}

export function CodebookFields({ content, places }: CodebookFieldsProps) {
  const t = useTranslations("codebooks");
  const locale = useLocale();
  return (
    <>
      <Group title={t("form.definitions")} hint={t("form.labels")}>
        {codebookScaleNames.map((scale) => (
          <FieldFold key={scale} label={t(`scale.${scale}`)}>
            {scaleValues(content, scale).map(({ code, label, definition }) => (
              <WordFields
                key={code}
                path={definitionPath(scale, code)}
                legend={<span dir="auto">{label[locale]}</span>}
                words={definition}
              />
            ))}
          </FieldFold>
        ))}
      </Group>
      <Group title={t("sections.crosswalk")} hint={t("crosswalk.hint")}>
        <FieldFold label={t("crosswalk.caption")}>
          <CrosswalkFields content={content} />
        </FieldFold>
      </Group>
      <Group title={t("sections.rules")} hint={t("form.rulesHint")}>
        <FieldFold label={t("sections.rules")}>
          {content.rules.map((rule, index) => (
            <WordFields
              key={rulePath(index)}
              path={rulePath(index)}
              legend={t("form.ruleNumber", { number: String(index + 1) })}
              words={rule}
            />
          ))}
          <WordFields path={rulePath(content.rules.length)} legend={t("form.newRule")} words={{}} optional />
        </FieldFold>
      </Group>
      <Group title={t("sections.criteria")} hint={t("criteria.lead")}>
        {places.map((place) => (
          <FieldFold
            key={place.id}
            label={t.rich("criteria.commitment", {
              number: () => <Num value={place.commitment} />,
              title: () => <bdi>{place.title[locale]}</bdi>,
            })}
          >
            <CriteriaFields content={content} place={place} />
          </FieldFold>
        ))}
      </Group>
    </>
  );
}

function Group({ title, hint, children }: { title: string; hint: string; children: React.ReactNode }) {
  return (
    <section>
      <h2 className="font-semibold text-lg">{title}</h2>
      <p className="mb-1 max-w-reading text-muted text-sm">{hint}</p>
      {children}
    </section>
  );
}
