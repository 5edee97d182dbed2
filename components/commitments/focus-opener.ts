// Where the focus goes when the thing it stood on is taken away.

/** Moves the focus to the section's own button, so that it does not fall to the top of the page. */
export function focusOpener(inside: HTMLElement | null): void {
  const section = inside?.closest("section[aria-labelledby]");
  const target = section?.querySelector<HTMLElement>("[data-key]") ?? section?.querySelector<HTMLElement>("a, button");
  target?.focus();
}
