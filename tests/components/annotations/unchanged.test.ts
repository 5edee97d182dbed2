import { expect, test } from "vitest";
import { asItWas, eachAsItWas } from "@/components/annotations/unchanged";

const read = () => [
  { id: "a", body: "أول", at: new Date("2026-01-01T10:00:00Z"), replies: [{ id: "r", body: "رد" }] },
  { id: "b", body: "ثانٍ", at: new Date("2026-01-02T10:00:00Z"), replies: [] },
];

test("what is read again and says the same is the object that was there", () => {
  const [before, again] = [read(), read()];
  expect(asItWas(before, again)).toBe(before);
  const kept = eachAsItWas(before, again);
  expect(kept[0]).toBe(before[0]);
  expect(kept[1]).toBe(before[1]);
});

test("what says anything else, or is new, is what was read", () => {
  const before = read();
  const [first, second] = read() as [(typeof before)[0], (typeof before)[0]];
  const answered = { ...first, replies: [...first.replies, { id: "s", body: "رد ثانٍ" }] };
  const added = { ...second, id: "c" };
  expect(eachAsItWas(before, [added, answered, second])).toEqual([added, answered, second]);
  const kept = eachAsItWas(before, [added, answered, second]);
  expect(kept[0]).toBe(added);
  expect(kept[1], "a reply belongs to what its thread says").toBe(answered);
  expect(kept[2]).toBe(before[1]);
});

test("what is gone does not come back", () => {
  expect(eachAsItWas(read(), [])).toEqual([]);
});
