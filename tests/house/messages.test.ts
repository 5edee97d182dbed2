import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, test } from "vitest";
import { eventKinds, eventTypes } from "@/domain/audit";
import { locales } from "@/i18n/locales";
import { messagesFor } from "@/i18n/messages";

/** The categories that CLDR has for Arabic; where English or French words do not change, "other" is enough. */
const categories = { ar: ["few", "many", "one", "other", "two", "zero"], en: ["other"], fr: ["other"] };

function flat(messages: object, path = ""): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value] as [string, string]] : flat(value, `${path}${key}.`),
  );
}

function elements(list: MessageFormatElement[]): MessageFormatElement[] {
  return list.flatMap((element) => {
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      return [element, ...Object.values(element.options).flatMap((option) => elements(option.value))];
    }
    return element.type === TYPE.tag ? [element, ...elements(element.children)] : [element];
  });
}

const parsed = (text: string) => elements(parse(text));
const argumentsOf = (text: string) =>
  [
    ...new Set(parsed(text).flatMap((each) => ("value" in each && each.type !== TYPE.literal ? [each.value] : []))),
  ].sort();

const source = new Map(flat(messagesFor("ar")));

describe.each(locales)("the messages of %s", (locale) => {
  const messages = new Map(flat(messagesFor(locale)));

  test("have the keys of the Arabic source, no more and no fewer", () => {
    expect([...messages.keys()].sort()).toEqual([...source.keys()].sort());
  });

  test("take the arguments and tags that the Arabic source takes", () => {
    const differing = [...messages].filter(
      ([key, text]) => String(argumentsOf(text)) !== String(argumentsOf(source.get(key) ?? "")),
    );
    expect(differing).toEqual([]);
  });

  test("have every plural form that the language needs", () => {
    const lacking = [...messages].filter(([, text]) =>
      parsed(text).some(
        (each) =>
          each.type === TYPE.plural &&
          each.pluralType === "cardinal" &&
          categories[locale].some((category) => !Object.hasOwn(each.options, category)),
      ),
    );
    expect(lacking.map(([key]) => key)).toEqual([]);
  });

  test("say something, carry no control marks of their own, and leave no English in Arabic", () => {
    for (const [key, text] of messages) {
      expect(text.trim(), key).not.toBe("");
      expect(text, key).not.toMatch(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
    }
    if (locale !== "ar") return;
    const latin = [...messages].filter(
      ([, text]) => !/[\u0621-\u064a]/.test(text) && /[a-z]{4,}/i.test(text.replace(/\{[^}]*\}|<[^>]*>/g, "")),
    );
    expect(latin.map(([key]) => key)).toEqual([]);
  });
});

test("French keeps its marks with the word before them: no space at which a line could break", () => {
  const loose = flat(messagesFor("fr")).filter(([, text]) => / [;:!?»]|« /.test(text));
  expect(loose.map(([key]) => key)).toEqual([]);
});

/** Told by one sentence for each thing that can have been found. */
const toldByOutcome: Record<string, string[]> = {
  "evidence.quote_checked": ["found", "lost", "not_found", "unknown"].map((found) => `evidence.quote_${found}`),
};

test("every event has its sentence, and every kind of event its name", () => {
  const sentencesOf = (type: string) => toldByOutcome[type] ?? [type];
  const silent = eventTypes.flatMap(sentencesOf).filter((key) => !source.has(`events.${key}`));
  expect(silent).toEqual([]);
  expect(eventKinds.filter((kind) => !source.has(`events.kind.${kind}`))).toEqual([]);
  // A kind that the filter does not offer hides its events from whoever looks for them.
  expect(eventTypes.filter((type) => !eventKinds.some((kind) => type.startsWith(`${kind}.`)))).toEqual([]);
});
