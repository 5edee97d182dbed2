"use client";
// What is typed but not yet saved, kept in this browser so that a reload or a lost connection takes nothing.
import { createContext, type RefObject, use, useEffect, useRef, useState } from "react";
import { setField, valuesIn } from "./field-values";

type Kept = { values: [string, string][]; carried: Record<string, string> };

const Owner = createContext("nobody");

/** Whose drafts these are: people who share a browser do not see each other's. */
export function DraftOwner({ memberId, children }: { memberId: string; children: React.ReactNode }) {
  return <Owner value={memberId}>{children}</Owner>;
}

const pauseBeforeKeeping = 250;

const keyOf = (owner: string, name: string) => `iltizam:draft:${owner}:${name}`;

/** Calls `found` with what the form carried when a draft is kept under `name`, so that the form can open again. */
export function useKeptDraft(name: string | undefined, found: (carried: Record<string, string>) => void): void {
  const owner = use(Owner);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks once, when the form's place appears
  useEffect(() => {
    const kept = name && read(keyOf(owner, name));
    if (kept) found(kept.carried);
  }, [owner, name]);
}

/** Keeps the form's fields under `name` and restores them once when the form appears. */
export function useDraft(
  name: string | undefined,
  form: RefObject<HTMLFormElement | null>,
  carried: Record<string, string>,
  { setCarried, chosen = [] }: { setCarried: (carried: Record<string, string>) => void; chosen?: readonly string[] },
) {
  const owner = use(Owner);
  const key = name ? keyOf(owner, name) : null;
  const [restored, setRestored] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef(carried);
  useEffect(() => {
    latest.current = carried;
  });

  function keep() {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (!key || !form.current) return;
    const hidden = Object.keys(latest.current);
    const values = valuesIn(form.current).filter(([field]) => !hidden.includes(field));
    write(key, { values, carried: latest.current });
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: restores once, when this form appears
  useEffect(() => {
    const kept = key && read(key);
    if (!kept || !form.current) return;
    const fields = new Set([...form.current.elements].map((element) => element.getAttribute("name") ?? ""));
    for (const field of fields) {
      if (!field || field in kept.carried) continue;
      setField(
        form.current,
        field,
        kept.values.filter(([each]) => each === field).map(([, value]) => value),
      );
    }
    // The version the draft started from comes back with it, so that saving over newer work is noticed.
    const anew = Object.fromEntries(Object.entries(carried).filter(([field]) => chosen.includes(field)));
    setCarried({ ...kept.carried, ...anew });
    setRestored(true);
  }, [key]);

  useEffect(() => {
    const keepNow = () => timer.current && keep();
    window.addEventListener("pagehide", keepNow);
    return () => {
      window.removeEventListener("pagehide", keepNow);
      keepNow();
    };
  });

  return {
    restored,
    remember() {
      if (!key) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(keep, pauseBeforeKeeping);
    },
    forget() {
      clearTimeout(timer.current);
      timer.current = undefined;
      setRestored(false);
      if (key) remove(key);
    },
  };
}

function read(key: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

// A full or forbidden store must not stop anybody from typing.
function write(key: string, kept: Kept): void {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {}
}

function remove(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {}
}
