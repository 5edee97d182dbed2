// After signing in people go back to where they were, and never to another site.
import { expect, test } from "vitest";
import { pathAfterSignIn } from "@/actions/path-after-sign-in";

function after(next: string | null, locale = "fr"): string {
  const form = new FormData();
  if (next !== null) form.set("next", next);
  form.set("locale", locale);
  return pathAfterSignIn(form);
}

test.each(["/ar", "/en/commitments/3", "/fr/activity?kind=note&person=1#n4", "/en?sort=since"])(
  "%s is gone back to",
  (next) => {
    expect(after(next)).toBe(next);
  },
);

test.each([
  "//evil.example",
  "/en//evil.example",
  "https://evil.example/en",
  "/\\evil.example",
  "/en\\evil.example",
  "/\t/evil.example",
  "/en\n",
  "/english",
  "/de",
  "javascript:alert(1)",
  "",
])("%j is not", (next) => {
  expect(after(next)).toBe("/fr");
});

test("without a page to go back to it is the overview, in Arabic when the language is not one of ours", () => {
  expect(after(null)).toBe("/fr");
  expect(after(null, "de")).toBe("/ar");
});
