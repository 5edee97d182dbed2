"use client";
// Hears which thread or comment the page's address names, when the page opens and whenever that changes.
import { useEffect, useEffectEvent } from "react";
import type { ThreadView } from "@/server/threads";
import { commentAnchor, threadAnchor } from "./passage-dom";

export function useAddressedThread(
  threads: readonly ThreadView[],
  onAddressed: (thread: ThreadView, anchor: string) => void,
): void {
  const read = useEffectEvent(() => {
    const anchor = location.hash.slice(1);
    const thread = threads.find((each) => {
      const comments = [each, ...each.replies].map(({ id }) => commentAnchor(id));
      return [threadAnchor(each.id), ...comments].includes(anchor);
    });
    if (thread) onAddressed(thread, anchor);
  });
  useEffect(() => {
    read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
}
