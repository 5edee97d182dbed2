"use client";
// A quiet word while the server cannot be reached: what is typed is kept. It goes when the connection is back.
import { CloudOff } from "lucide-react";
import { useEffect, useState } from "react";

const streamEvent = "iltizam:stream";

/** Says whether the stream of live updates stands, which notices a lost server where the browser sees its network. */
export function tellConnection(stands: boolean): void {
  window.dispatchEvent(new CustomEvent<boolean>(streamEvent, { detail: stands }));
}

export function Connection({ labels }: { labels: { lost: string; back: string } }) {
  const [state, setState] = useState<"fine" | "lost" | "back">("fine");

  useEffect(() => {
    let stands = true;
    async function look() {
      const reached = stands && (navigator.onLine || (await reachServer()));
      setState((before) => (reached ? (before === "fine" ? "fine" : "back") : "lost"));
    }
    window.addEventListener("online", look);
    window.addEventListener("offline", look);
    const hear = (event: Event) => {
      stands = (event as CustomEvent<boolean>).detail;
      void look();
    };
    window.addEventListener(streamEvent, hear);
    void look();
    return () => {
      window.removeEventListener("online", look);
      window.removeEventListener("offline", look);
      window.removeEventListener(streamEvent, hear);
    };
  }, []);

  // The place is there from the start, since only what changes inside of it is read out.
  return (
    <div role="status" className="max-md:absolute max-md:inset-x-0 max-md:top-full">
      {state === "lost" && (
        <p className="flex items-center justify-center gap-2 bg-warning-soft px-3 py-1 text-sm text-warning max-md:border-rule max-md:border-b md:rounded-md">
          <CloudOff aria-hidden="true" className="size-4 shrink-0" />
          {labels.lost}
        </p>
      )}
      {state === "back" && <span className="sr-only">{labels.back}</span>}
    </div>
  );
}

/** A browser without a network says that it is offline, though the server may stand on the same machine. */
function reachServer(): Promise<boolean> {
  return fetch("/icon.svg", { method: "HEAD", cache: "no-store" }).then(
    () => true,
    () => false,
  );
}
