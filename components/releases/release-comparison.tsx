// Two releases side by side: each commitment's status in both, which way it moved, and on what evidence.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StatusDisc } from "@/components/commitments/status-disc";
import { MovementMark } from "@/components/summary/movement-mark";
import { statusOf } from "@/components/summary/summary-head";
import { Badge } from "@/components/ui/badge";
import { Code, Num } from "@/components/ui/bidi";
import { classNames } from "@/components/ui/class-names";
import { Markdown } from "@/components/ui/markdown";
import type { ComparedCommitment } from "@/domain/release";

export interface ReleaseComparisonProps {
  earlier: { number: number };
  later: { number: number };
  commitments: readonly ComparedCommitment[];
}

/** The text of the releases is in the reader's language, since that is the one they were read in. */
export function ReleaseComparison({ earlier, later, commitments }: ReleaseComparisonProps) {
  const t = useTranslations("releases");
  const movements = useTranslations("summary.changes.movement");
  const headed = (number: number) => t.rich("number", { number: () => <Num value={number} /> });
  return (
    <table className="w-full border-collapse max-md:block">
      <thead className="border-rule border-b text-start text-muted text-sm max-md:sr-only">
        <tr>
          <Head className="w-[28%]">{t("compare.commitment")}</Head>
          <Head className="w-[18%]">{headed(earlier.number)}</Head>
          <Head className="w-[12%]">{t("compare.movement")}</Head>
          <Head className="w-[18%]">{headed(later.number)}</Head>
          <Head>{t("compare.evidence")}</Head>
        </tr>
      </thead>
      <tbody className="divide-y divide-rule max-md:block">
        {commitments.map((each) => (
          <tr key={each.number} className="align-top max-md:grid max-md:gap-2 max-md:py-4">
            <th scope="row" className="py-3 pe-4 text-start font-normal max-md:p-0">
              <span className="grid grid-cols-[2rem_minmax(0,1fr)]">
                <Num value={each.number} className="font-naskh text-xl leading-tight" />
                <bdi className="font-semibold">{each.title}</bdi>
              </span>
            </th>
            <Cell label={headed(earlier.number)}>
              <Status commitment={each.earlier} />
            </Cell>
            <Cell label={t("compare.movement")}>
              {each.movement ? (
                <MovementMark movement={each.movement} text={movements(each.movement)} />
              ) : (
                <span className="text-faint">{t("compare.same")}</span>
              )}
            </Cell>
            <Cell label={headed(later.number)}>
              <Status commitment={each.later} />
            </Cell>
            <Cell label={t("compare.evidence")}>
              <Evidence commitment={each} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Pieces = { children: ReactNode };

function Head({ children, className }: Pieces & { className?: string }) {
  return (
    <th scope="col" className={classNames("pe-4 pb-1.5 text-start font-semibold", className)}>
      {children}
    </th>
  );
}

/** On a phone each cell stands under the other and says itself what it is. */
function Cell({ label, children }: Pieces & { label: ReactNode }) {
  return (
    <td className="py-3 pe-4 max-md:grid max-md:grid-cols-[8rem_minmax(0,1fr)] max-md:gap-x-3 max-md:p-0">
      <span aria-hidden="true" className="text-muted text-sm md:hidden">
        {label}
      </span>
      <div className="min-w-0">{children}</div>
    </td>
  );
}

function Status({ commitment }: { commitment: ComparedCommitment["earlier"] }) {
  const t = useTranslations("releases");
  if (!commitment) return <span className="text-faint">{t("compare.absent")}</span>;
  const { status, counterAction, statusText, assessment } = commitment;
  return (
    <div className="grid gap-0.5">
      <span className="flex items-start gap-2">
        <StatusDisc status={statusOf(status.code)} counterAction={counterAction} className="mt-[0.2em]" />
        <span className="font-semibold">{statusText}</span>
      </span>
      {assessment && (
        <span className="text-muted text-sm">
          <bdi>{assessment.asOf.text}</bdi>
        </span>
      )}
    </div>
  );
}

function Evidence({ commitment: { movement, later, evidence } }: { commitment: ComparedCommitment }) {
  const t = useTranslations("releases");
  return (
    <div className="grid gap-2 text-sm">
      {movement && later?.assessment && <Markdown className="wrap-anywhere">{later.assessment.rationale}</Markdown>}
      {later?.assessment && evidence.length === 0 && <p className="text-faint">{t("compare.noEvidence")}</p>}
      <ul className="grid gap-1">
        {evidence.map(({ id, title, address, grade, isNew }) => (
          <li key={id} className="min-w-0">
            <a href={address} rel="noopener noreferrer nofollow" className="link wrap-anywhere">
              <bdi>{title}</bdi>
            </a>{" "}
            {grade && <Code className="text-muted">{grade}</Code>} {isNew && <Badge>{t("compare.isNew")}</Badge>}
          </li>
        ))}
      </ul>
    </div>
  );
}
