"use client";
// A quiet word while the server cannot be reached: what is typed is kept. It goes when the connection is back.
import { CloudOff } from "lucide-react";
import { useEffect, useState } from "react";

export function Connection({ labels }: { labels: { lost: string; back: string } }) {
  const [state, setState] = useState<"fine" | "lost" | "back">("fine");

  useEffect(() => {
    async function look() {
      const reached = navigator.onLine || (await reachServer());
      setState((before) => (reached ? (before === "fine" ? "fine" : "back") : "lost"));
    }
    window.addEventListener("online", look);
    window.addEventListener("offline", look);
    void look();
    return () => {
      window.removeEventListener("online", look);
      window.removeEventListener("offline", look);
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
