// Reading and setting what stands in a form's fields, in a way that React's own state hears of.

/** Name → values, hidden ones included; the order of the form. */
export function valuesIn(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === "string");
}

/** Puts values into the fields called `name`: text, choice, check boxes or list. */
export function setField(form: HTMLFormElement, name: string, values: readonly string[]): void {
  for (const element of form.elements) {
    if (!("name" in element) || element.name !== name) continue;
    if (element instanceof HTMLInputElement && (element.type === "radio" || element.type === "checkbox")) {
      const wanted = values.includes(element.value);
      // A click is what React listens to on these.
      if (element.checked !== wanted && (wanted || element.type === "checkbox")) element.click();
    } else if (
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement
    ) {
      if (element.type === "hidden" || element.value === (values[0] ?? "")) continue;
      // React shadows `value` on the element itself to see changes; the prototype's setter goes past that.
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), "value")?.set?.call(element, values[0] ?? "");
      element.dispatchEvent(new Event("input", { bubbles: true }));
      element.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
}
