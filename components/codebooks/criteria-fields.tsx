// The fields of one commitment's criteria.
import { useLocale } from "next-intl";
import { StatusDisc } from "@/components/commitments/status-disc";
import { type CodebookContent, criteriaOf, criteriaValues } from "@/domain/codebook";
import { criteriaPath } from "@/domain/codebook-changes";
import type { CriteriaPlace } from "@/server/codebooks";
import { WordFields } from "./word-fields";

export function CriteriaFields({ content, place }: { content: CodebookContent; place: CriteriaPlace }) {
  const locale = useLocale();
  const criteria = criteriaOf(content, place);
  return criteriaValues.map((value) => (
    <WordFields
      key={value}
      path={criteriaPath(place.documentSlug, place.commitment, value)}
      legend={
        <>
          <StatusDisc status={value} />
          <span dir="auto">{content.scales.completion[value].label[locale]}</span>
        </>
      }
      words={criteria?.counts[value] ?? {}}
      optional
    />
  ));
}
