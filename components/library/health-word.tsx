// How the address of a source stands, in a word; what needs care with its sign.
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { EvidenceHealth } from "@/domain/scales";

const careful: ReadonlySet<EvidenceHealth> = new Set(["CHANGED", "GONE", "UNREACHABLE"]);

export function HealthWord({ health }: { health: EvidenceHealth; since: Date | null }) {
  const scales = useTranslations("scales");
  return (
    <span className="inline-flex items-start gap-1">
      {careful.has(health) && <TriangleAlert aria-hidden="true" className="mt-[0.25em] size-[1.05em] text-warning" />}
      {scales(`evidenceHealth.${health}`)}
    </span>
  );
}
