import { expect, test } from "vitest";
import { criteriaTiming } from "@/domain/codebook";
import { codebookDifferences, codebookTexts, withChanges } from "@/domain/codebook-changes";
import { firstCodebook } from "@/server/first-codebook";

const content = firstCodebook();
const at = new Date("2020-05-01T10:00:00Z");
const path = "criteria.a-text.8.COMPLETE.ar";
const written = withChanges(content, { [path]: "عُقد الاجتماع." }, at);

test("two versions differ where one says something else, and nowhere besides", () => {
  const later = withChanges(written, { "crosswalk.LIMITED.un": "D", "definition.confidence.LOW.fr": "Autrement." }, at);
  expect(codebookDifferences(content, content)).toEqual([]);
  expect(codebookDifferences(content, later)).toEqual([
    {
      path: "definition.confidence.LOW.fr",
      from: content.scales.confidence.LOW.definition.fr,
      to: "Autrement.",
    },
    { path, from: "", to: "عُقد الاجتماع." },
    { path: "crosswalk.LIMITED.un", from: "C", to: "D" },
  ]);
});

test("a rule that only moved up has not changed", () => {
  const dropped = withChanges(content, { "rule.0.ar": null, "rule.0.en": null, "rule.0.fr": null }, at);
  expect(codebookDifferences(content, dropped).map(({ from, to }) => [from, to])).toEqual(
    (["ar", "en", "fr"] as const).map((language) => [content.rules[0]?.[language], ""]),
  );
});

test("every text has one path, and putting each in its own place changes nothing", () => {
  const texts = codebookTexts(written);
  expect(() => withChanges(written, texts, new Date())).toThrow("unchanged");
  expect(texts[path]).toBe("عُقد الاجتماع.");
});

test("criteria were there before the evidence only if their words have not changed since it came", () => {
  const [criteria] = written.criteria;
  expect(criteriaTiming(undefined, at)).toBeNull();
  expect(criteriaTiming(criteria, null)).toBe("NO_EVIDENCE");
  expect(criteriaTiming(criteria, new Date("2020-05-01T10:00:01Z"))).toBe("BEFORE");
  const [later] = withChanges(written, { [path]: "عُقد الاجتماع في روما." }, new Date("2021-07-01")).criteria;
  expect(criteriaTiming(later, new Date("2020-05-01T10:00:01Z"))).toBe("AFTER");
});
