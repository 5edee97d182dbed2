"use client";
// What a key press means on the page at hand, and whether the reader wants keys at all.
import { useSyncExternalStore } from "react";

export interface PageKey {
  key: string;
  label: string;
}

const memory = "keyboard-shortcuts";
const changed = "keyboard-shortcuts-changed";

function subscribe(listener: () => void) {
  window.addEventListener(changed, listener);
  window.addEventListener("storage", listener);
  return () => {
    window.removeEventListener(changed, listener);
    window.removeEventListener("storage", listener);
  };
}

/** On unless switched off in this browser (WCAG 2.1.4). */
export function useKeysOn(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(memory) !== "off",
    () => true,
  );
}

export function rememberKeys(on: boolean) {
  localStorage.setItem(memory, on ? "on" : "off");
  window.dispatchEvent(new Event(changed));
}

/**
 * The Latin key of a press. On an Arabic keyboard the same keys give Arabic letters, so there the
 * place of the key counts; on Latin layouts the letter counts, wherever it lies.
 */
export function latinKey(event: KeyboardEvent): string {
  if (event.key === "؟") return "?";
  if (/^[\x20-\x7e]$/.test(event.key)) return event.key.toLowerCase();
  if (event.code === "Slash") return event.shiftKey ? "?" : "/";
  return /^Key[A-Z]$/.test(event.code) ? event.code.slice(3).toLowerCase() : event.key;
}

/** Also true while a menu or dialog has the focus: their own keys come first. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  return (
    target.closest(
      "input:not([type=checkbox],[type=radio]),textarea,select,[role=menu],[role=dialog],[role=alertdialog]",
    ) !== null
  );
}

function keyed(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-key]")].filter((element) => element.checkVisibility());
}

/**
 * Buttons and links that carry `data-key`, and what carries `data-key-help` for a key that works where the focus is;
 * `data-key-label` overrides their own words.
 */
export function pageKeys(): PageKey[] {
  const own = keyed().filter(({ dataset }) => dataset.key !== "j" && dataset.key !== "k");
  const explained = [...document.querySelectorAll<HTMLElement>("[data-key-help]")];
  return [...own, ...explained].map((element) => ({
    key: element.dataset.key ?? element.dataset.keyHelp ?? "",
    label: element.dataset.keyLabel ?? element.getAttribute("aria-label") ?? element.textContent ?? "",
  }));
}

export function pressPageKey(key: string): boolean {
  const element = keyed().find((candidate) => candidate.dataset.key === key);
  if (!element) return false;
  element.focus();
  element.click();
  return true;
}

/** j and k walk through the elements marked `data-item` (links or buttons of a list). */
export function moveBetweenItems(key: string): boolean {
  if (key !== "j" && key !== "k") return false;
  const items = [...document.querySelectorAll<HTMLElement>("[data-item]")].filter((item) => item.checkVisibility());
  if (items.length === 0) return false;
  const current = items.indexOf(document.activeElement as HTMLElement);
  const next = key === "j" ? current + 1 : current === -1 ? items.length - 1 : current - 1;
  items[Math.min(Math.max(next, 0), items.length - 1)]?.focus();
  return true;
}
