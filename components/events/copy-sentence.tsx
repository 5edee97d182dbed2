// What is told of a source and its copies: a copy kept, another health, a quote found or lost.
import type { ReactNode } from "react";
import { Num } from "@/components/ui/bidi";
import type { RecordedEvent } from "@/domain/audit";
import type { EvidenceHealth } from "@/domain/scales";
import { Link } from "@/i18n/navigation";

type CopyEvent = Extract<
  RecordedEvent,
  { type: "evidence.captured" | "evidence.health_changed" | "evidence.quote_checked" }
>;
/** The source that the event is about, and its title as a link to where it is cited. */
type Place = { subjectId: string | null; cited: ReactNode };

const quoteKeys = { FOUND: "quote_found", LOST: "quote_lost", NOT_FOUND: "quote_not_found" } as const;

/** The message under `events` and what stands at its tags. */
export function copySentence(
  event: CopyEvent,
  { subjectId, cited }: Place,
  healthWord: (health: EvidenceHealth) => string,
): { key: string; tags: Record<string, ReactNode> } {
  if (event.type === "evidence.quote_checked") {
    return { key: `evidence.${event.data.to ? quoteKeys[event.data.to] : "quote_unknown"}`, tags: { title: cited } };
  }
  const title = (
    <Link href={`/evidence/${subjectId}`} className="link">
      <bdi>{event.data.title}</bdi>
    </Link>
  );
  if (event.type === "evidence.captured") {
    const { origin, number } = event.data;
    const copy = (
      <Link href={`/evidence/${subjectId}/captures/${number}`} className="link">
        <Num value={number} />
      </Link>
    );
    return { key: origin === "UPLOADED" ? "evidence.uploaded" : "evidence.captured", tags: { title, number: copy } };
  }
  const { from, to } = event.data;
  const tags = { title, from: healthWord(from), to: healthWord(to) };
  if (to === "UNCHECKED") return { key: "evidence.health_forgotten", tags };
  return { key: from === "UNCHECKED" ? "evidence.health_first" : event.type, tags };
}
