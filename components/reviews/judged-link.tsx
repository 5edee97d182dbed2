// What a judgement is of, leading to its commitment's page.
import { useLocale, useTranslations } from "next-intl";
import { Code } from "@/components/ui/bidi";
import { tagWords } from "@/domain/tag-terms";
import { Link } from "@/i18n/navigation";
import type { ReviewItem } from "@/server/assessment-reviews";

export function JudgedLink({ judged }: { judged: ReviewItem["judged"] }) {
  const t = useTranslations("reviews");
  const locale = useLocale();
  const { commitmentId, provisionId, number, title } = judged;
  const tags = { number: () => <Code>{number}</Code>, title: () => <bdi>{tagWords(title, locale)}</bdi> };
  return (
    <Link href={`/commitments/${commitmentId}#status`} className="link font-semibold">
      {t.rich(provisionId ? "provision" : "commitment", tags)}
    </Link>
  );
}
