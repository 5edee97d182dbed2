import { expect, test } from "vitest";
import { markedRuns } from "@/domain/marked-text";

const text = "أكد المشاركون 👍🏽 على التزامهم.";
const at = (words: string, id: string) => {
  const start = Array.from(text.slice(0, text.indexOf(words))).length;
  return { id, start, end: start + Array.from(words).length };
};
const shown = (runs: ReturnType<typeof markedRuns>) =>
  runs.map((run) => [run.text, run.ids.join(" "), run.ends.join(" ")]);

test("the runs are the text to the letter, with the marks that cover each and the numbers after them", () => {
  const runs = markedRuns(text, [at("المشاركون 👍🏽", "a"), at("👍🏽 على", "b")]);
  expect(runs.map((run) => run.text).join("")).toBe(text);
  expect(shown(runs)).toEqual([
    ["أكد ", "", ""],
    ["المشاركون ", "a", ""],
    ["👍🏽", "a b", "a"],
    [" على", "b", "b"],
    [" التزامهم.", "", ""],
  ]);
});

test("where a mark ends inside a word, its number waits for the word's end", () => {
  expect(shown(markedRuns(text, [at("المشا", "a")]))).toEqual([
    ["أكد ", "", ""],
    ["المشا", "a", ""],
    ["ركون", "", "a"],
    [" 👍🏽 على التزامهم.", "", ""],
  ]);
});

test("a text without marks is one run", () => {
  expect(markedRuns(text, [])).toEqual([{ start: 0, text, ids: [], ends: [] }]);
});
