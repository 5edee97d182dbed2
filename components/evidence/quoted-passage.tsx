// The words of a source that carry the evidence, and whether they stand in its kept copies.
import { CircleCheck, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { Definition } from "@/components/ui/tooltip";
import type { QuoteState } from "@/domain/scales";

export interface QuotedPassageProps {
  quotedPassage: string;
  language: string | null;
  /** Null while no copy has a text to look in. */
  quoteState: QuoteState | null;
}

export function QuotedPassage({ quotedPassage, language, quoteState }: QuotedPassageProps) {
  return (
    <figure className="grid gap-1">
      <blockquote
        dir="auto"
        lang={language ?? undefined}
        className="max-w-reading whitespace-pre-line border-rule border-s-3 ps-4 font-naskh text-lg"
      >
        {quotedPassage}
      </blockquote>
      {quoteState && (
        <figcaption>
          <QuoteMark state={quoteState} />
        </figcaption>
      )}
    </figure>
  );
}

/** Needs the messages `scales`. */
function QuoteMark({ state }: { state: QuoteState }) {
  const scales = useTranslations("scales");
  const Icon = state === "FOUND" ? CircleCheck : TriangleAlert;
  return (
    <Definition definition={scales(`quoteStateDefinition.${state}`)}>
      <span className={classNames("inline-flex items-center gap-1.5 text-sm", state !== "FOUND" && "text-warning")}>
        <Icon aria-hidden="true" className="size-[1.1em] shrink-0" />
        {scales(`quoteState.${state}`)}
      </span>
    </Definition>
  );
}
