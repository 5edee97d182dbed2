// Which thread is looked at, and whose sheet is open: it follows the pointer, so only what it leaves and what it comes to is rendered again.
import { useSyncExternalStore } from "react";
import { threadAnchor } from "./passage-dom";

/** A thread that somebody was led to, and the element of it that they are to see; a new one each time. */
export type Visit = { threadId: string; anchor: string };

export type Looking = {
  /** The thread under the pointer, else the one that was looked at last. */
  now: () => string | null;
  /** Stays until another one is looked at. */
  look: (threadId: string | null) => void;
  /** Follows the pointer; null where it leaves. */
  hover: (threadId: string | null) => void;
  /** Opens the threads of a paragraph on a small screen; null closes them. */
  open: (passageId: string | null) => void;
  opened: () => string | null;
  /** Looks at a thread and leads there, or to one of its comments; its paragraph's threads are opened with it. */
  visit: (threadId: string, to?: { anchor?: string; passageId?: string }) => void;
  visited: () => Visit | null;
  /** True for the first who comes there: a thread that is shown again later is no new visit. */
  arrive: (visit: Visit) => boolean;
  subscribe: (changed: () => void) => () => void;
};

export function newLooking(): Looking {
  const told = new Set<() => void>();
  let looked: string | null = null;
  let hovered: string | null = null;
  let opened: string | null = null;
  let visited: Visit | null = null;
  let arrived: Visit | null = null;
  const tell = () => {
    for (const changed of told) changed();
  };
  return {
    now: () => hovered ?? looked,
    look(threadId) {
      looked = threadId;
      tell();
    },
    hover(threadId) {
      if (hovered === threadId) return;
      hovered = threadId;
      tell();
    },
    open(passageId) {
      opened = passageId;
      tell();
    },
    opened: () => opened,
    visit(threadId, { anchor = threadAnchor(threadId), passageId } = {}) {
      visited = { threadId, anchor };
      looked = threadId;
      opened = passageId ?? opened;
      tell();
    },
    visited: () => visited,
    arrive(visit) {
      const isFirst = arrived !== visit;
      arrived = visit;
      return isFirst;
    },
    subscribe(changed) {
      told.add(changed);
      return () => told.delete(changed);
    },
  };
}

/** The thread that is looked at. */
export function useLooked({ now, subscribe }: Looking): string | null {
  return useSyncExternalStore(subscribe, now, () => null);
}

/** Whether this thread is. */
export function useIsLooked({ now, subscribe }: Looking, threadId: string): boolean {
  return useSyncExternalStore(
    subscribe,
    () => now() === threadId,
    () => false,
  );
}

/** The latest visit, if it was to one of these threads. */
export function useVisit({ visited, subscribe }: Looking, threadIds: readonly string[]): Visit | null {
  const visit = () => {
    const latest = visited();
    return latest && threadIds.includes(latest.threadId) ? latest : null;
  };
  return useSyncExternalStore(subscribe, visit, () => null);
}

export function useIsOpened({ opened, subscribe }: Looking, passageId: string): boolean {
  return useSyncExternalStore(
    subscribe,
    () => opened() === passageId,
    () => false,
  );
}
