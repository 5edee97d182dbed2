// Which thread is looked at: it follows the pointer, so only what it leaves and what it comes to is rendered again.
import { useSyncExternalStore } from "react";

export type Looking = {
  now: () => string | null;
  look: (threadId: string | null) => void;
  subscribe: (changed: () => void) => () => void;
};

export function newLooking(): Looking {
  const told = new Set<() => void>();
  let looked: string | null = null;
  return {
    now: () => looked,
    look(threadId) {
      looked = threadId;
      for (const changed of told) changed();
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
