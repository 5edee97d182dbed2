// One paragraph of the gazette page; a commitment has its number and disc hanging in the start margin.
import { Pencil } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { StatusDisc } from "@/components/commitments/status-disc";
import { StatusLabel } from "@/components/commitments/status-label";
import { CorrectionLine, CorrectLink } from "@/components/passages/correction-line";
import { Isolate, Num } from "@/components/ui/bidi";
import { classNames } from "@/components/ui/class-names";
import { inLanguage } from "@/domain/language-choice";
import { directionOfLanguage } from "@/domain/text-direction";
import { directionOf } from "@/i18n/locales";
import { Link } from "@/i18n/navigation";
import type { ParagraphView } from "@/server/documents";
import { paragraphAnchor } from "./addresses";
import { PassageText } from "./passage-text";

export interface ParagraphProps {
  paragraph: ParagraphView;
  language: string;
  slug: string;
  mayCorrect: boolean;
}

export function Paragraph({ paragraph, language, slug, mayCorrect }: ParagraphProps) {
  const locale = useLocale();
  const passage = inLanguage(paragraph.passages, language);
  const { commitment } = paragraph;
  if (!passage) return null;
  return (
    <div
      id={paragraphAnchor(paragraph.ordinal)}
      // The number hangs where the text begins, whichever way the interface runs.
      dir={directionOfLanguage(passage.language)}
      className="group/paragraph relative rounded-md px-2 py-3 target:bg-accent-soft sm:grid sm:grid-cols-[3.75rem_minmax(0,1fr)] sm:px-3"
    >
      <div className="flex items-center gap-3 sm:flex-col sm:items-start sm:gap-1">
        {commitment && <HangingNumber commitment={commitment} />}
      </div>
      <div className="min-w-0">
        {commitment && <CommitmentLine commitment={commitment} />}
        <PassageText
          passage={passage}
          locale={locale}
          className={classNames(paragraph.kind === "PREAMBLE" ? "text-muted text-preamble" : "text-gazette")}
        />
        <div dir={directionOf(locale)}>
          <CorrectionLine passage={passage} slug={slug} ordinal={paragraph.ordinal} />
        </div>
      </div>
      <ParagraphLink ordinal={paragraph.ordinal} />
      {mayCorrect && (
        <CorrectLink passage={passage} slug={slug} ordinal={paragraph.ordinal} className={`${atEnd} top-8`}>
          <Pencil aria-hidden="true" className="size-3.5" />
        </CorrectLink>
      )}
    </div>
  );
}

type Commitment = NonNullable<ParagraphView["commitment"]>;

function HangingNumber({ commitment }: { commitment: Commitment }) {
  return (
    <>
      <span aria-hidden="true" className="font-bold font-naskh text-masthead leading-none">
        <Num value={commitment.number} />
      </span>
      <StatusDisc
        status={commitment.status}
        counterAction={commitment.counterAction}
        size="medium"
        className="sm:mt-2"
      />
    </>
  );
}

/** The editorial short title, which leads to the commitment's page, and the status in words. */
function CommitmentLine({ commitment }: { commitment: Commitment }) {
  const t = useTranslations("documents");
  const locale = useLocale();
  return (
    <div
      dir={directionOf(locale)}
      className="mb-1 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 border-rule border-b pb-1 text-sm"
    >
      <h2 className="font-semibold">
        <Link href={`/commitments/${commitment.id}`} data-item="" className="link">
          <span className="sr-only">{t.rich("commitment", { number: () => <Num value={commitment.number} /> })}</span>{" "}
          {commitment.title[locale]}
        </Link>
      </h2>
      {/* Its disc hangs in the margin. */}
      <StatusLabel
        status={commitment.status}
        counterAction={commitment.counterAction}
        className="text-muted [&>svg]:hidden"
      />
    </div>
  );
}

/** Beside the text, out of sight until somebody comes near or tabs there. */
const atEnd =
  "absolute end-0 grid size-6 place-items-center text-faint opacity-0 hover:text-accent focus-visible:opacity-100 group-hover/paragraph:opacity-100 pointer-coarse:opacity-100 print:hidden";

function ParagraphLink({ ordinal }: { ordinal: number }) {
  const t = useTranslations("documents");
  return (
    <a
      href={`#${paragraphAnchor(ordinal)}`}
      aria-label={t("paragraphLink", { ordinal })}
      title={t("paragraphLink", { ordinal })}
      className={`${atEnd} top-1`}
    >
      <Isolate>¶</Isolate>
    </a>
  );
}
