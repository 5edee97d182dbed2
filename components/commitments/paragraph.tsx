// The paragraph of a commitment as published, with its printed number and the way back to the whole text.

import { useTranslations } from "next-intl";
import { paragraphHref } from "@/components/documents/addresses";
import { PassageText } from "@/components/documents/passage-text";
import { CorrectionLine, CorrectLink } from "@/components/passages/correction-line";
import type { Locale } from "@/i18n/locales";
import { Link } from "@/i18n/navigation";
import type { CommitmentHead } from "@/server/commitments";

export interface ParagraphProps {
  commitment: CommitmentHead;
  /** The passage that is shown of it. */
  passage: CommitmentHead["passages"][number] | undefined;
  locale: Locale;
  mayCorrect: boolean;
}

export function Paragraph({ commitment, passage, locale, mayCorrect }: ParagraphProps) {
  const t = useTranslations("commitments");
  const corrections = useTranslations("passages");
  const { number, ordinal, document } = commitment;
  return (
    <section aria-labelledby="paragraph-title" id="paragraph" className="scroll-mt-20">
      <h2 id="paragraph-title" className="sr-only">
        {t("text")}
      </h2>
      {passage && (
        <div
          lang={passage.language}
          dir={passage.language === "ar" ? "rtl" : "ltr"}
          className="flex gap-4 border-text border-t-2 pt-4"
        >
          <span aria-hidden="true" className="font-bold font-naskh text-masthead text-accent leading-none">
            {number}
          </span>
          <div className="min-w-0 flex-1">
            <PassageText passage={passage} locale={locale} />
          </div>
        </div>
      )}
      {passage && <CorrectionLine passage={passage} slug={document.slug} ordinal={ordinal} />}
      <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-sm print:hidden">
        <Link href={paragraphHref(document.slug, ordinal)} className="link py-0.5">
          {t("inDocument")}
        </Link>
        {passage && mayCorrect && (
          <CorrectLink passage={passage} slug={document.slug} ordinal={ordinal} className="link py-0.5">
            {corrections("correct")}
          </CorrectLink>
        )}
      </p>
    </section>
  );
}
